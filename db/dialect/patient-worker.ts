// Runs in a process of its own, started by patient.ts with the file's path, so it is loaded by Node as it stands here:
// extensions are written out and types only vanish.
import Sqlite from 'better-sqlite3'
import { fold } from '../../lib/fold.ts'

type Job = { sql: string; params: unknown[]; asObjects: boolean }

const connection = new Sqlite(process.argv[2]!, { readonly: true, fileMustExist: true })
connection.pragma('cache_size = -8192')
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

process.on('message', ({ sql, params, asObjects }: Job) => {
  try {
    const rows = statement(sql)
      .raw(!asObjects)
      .all(...params)
    process.send!({ rows })
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    process.send!({ error: { message, code } })
  }
})
// It ends with the server, which finishes open requests first when it is told to stop.
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.send!({ ready: true })
