// Runs in a thread of its own, started by patient.ts with its path, so it is loaded by Node as it stands here:
// extensions are written out and types only vanish.
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { fold } from './fold.ts'

type Job = { id: number; sql: string; params: unknown[]; asObjects: boolean }

const connection = new Sqlite(workerData.path, { readonly: true, fileMustExist: true })
connection.pragma('cache_size = -65536')
connection.pragma('temp_store = memory')
connection.pragma('busy_timeout = 250')
connection.function('fold', { deterministic: true }, (value) => (typeof value === 'string' ? fold(value) : value))

const prepared = new Map<string, Sqlite.Statement>()

function statement(sql: string): Sqlite.Statement {
  let found = prepared.get(sql)
  if (!found) {
    if (prepared.size >= 200) prepared.delete(prepared.keys().next().value!)
    found = connection.prepare(sql)
    prepared.set(sql, found)
  }
  return found
}

parentPort!.on('message', ({ id, sql, params, asObjects }: Job) => {
  try {
    const rows = statement(sql)
      .raw(!asObjects)
      .all(...params)
    parentPort!.postMessage({ id, rows })
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    parentPort!.postMessage({ id, error: { message, code } })
  }
})
