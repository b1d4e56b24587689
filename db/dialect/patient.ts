import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { Reader } from './connect'

/** A read that was stopped because it took longer than allowed. */
export class TookTooLong extends Error {
  readonly code = 'QUERY_TIMEOUT'
}

type Job = { sql: string; params: unknown[]; asObjects: boolean }
type Waiting = Job & { resolve(rows: unknown[]): void; reject(error: Error): void }

/**
 * A few threads that read a database file. A statement on the main thread holds up every other request of the
 * process; here it holds up nobody, and is stopped with its thread after `timeoutMs`.
 */
function threads(path: string, count: number, timeoutMs: number) {
  const waiting: Waiting[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let closed = false

  function open(): Worker {
    const file = join(/* turbopackIgnore: true */ process.cwd(), 'db', 'dialect', 'patient-worker.ts')
    const worker = new Worker(/* turbopackIgnore: true */ file, { workerData: { path }, execArgv: [] })
    // A thread that waits for work does not keep the process alive.
    worker.unref()
    all.add(worker)
    return worker
  }

  function discard(worker: Worker): void {
    all.delete(worker)
    void worker.terminate()
  }

  function work(worker: Worker, job: Waiting): void {
    const finish = (settle: () => void, keep: boolean) => {
      clearTimeout(timer)
      worker.off('message', answered)
      worker.off('error', failed)
      worker.off('exit', ended)
      settle()
      if (keep && !closed) idle.push(worker)
      else discard(worker)
      next()
    }
    const answered = ({ rows, error }: { rows?: unknown[]; error?: { message: string; code?: string } }) =>
      finish(() => {
        if (error) job.reject(Object.assign(new Error(error.message), { code: error.code }))
        else job.resolve(rows!)
      }, true)
    const failed = (error: Error) => finish(() => job.reject(error), false)
    const ended = () => failed(new Error('A reading thread ended.'))
    const timer = setTimeout(() => failed(new TookTooLong(`The query took longer than ${timeoutMs} ms.`)), timeoutMs)
    worker.on('message', answered)
    worker.on('error', failed)
    worker.on('exit', ended)
    worker.postMessage({ sql: job.sql, params: job.params, asObjects: job.asObjects })
  }

  function next(): void {
    if (closed || waiting.length === 0) return
    const worker = idle.pop() ?? (all.size < count ? open() : undefined)
    if (worker) work(worker, waiting.shift()!)
  }

  return {
    run: (job: Job) =>
      new Promise<unknown[]>((resolve, reject) => {
        waiting.push({ ...job, resolve, reject })
        next()
      }),
    close: async () => {
      closed = true
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

type RawReader = (query: SQL) => Promise<unknown[]>
// On the handle itself: a server loads this module once for each of its bundles, but opens the database once.
const raw = Symbol.for('orderdesk.raw-reader')

/** How a patient reader answers raw statements with objects; undefined for other handles. */
export const rawReaderOf = (db: object): RawReader | undefined => (db as { [raw]?: RawReader })[raw]

/** A reader of a database file for statements that may take long. */
export function openPatient(path: string, timeoutMs: number): { reader: Reader; close(): Promise<void> } {
  const pool = threads(path, 2, timeoutMs)
  // The driver reads its settings from the third argument; the second is for batches, which nobody sends here.
  const db = drizzle(
    async (sql, params, method) => {
      const rows = await pool.run({ sql, params, asObjects: false })
      return { rows: method === 'get' ? (rows[0] as unknown[]) : rows }
    },
    async () => [],
    { casing: 'snake_case' },
  )
  type Dialect = { sqlToQuery(query: SQL): { sql: string; params: unknown[] } }
  const { dialect } = db as unknown as { dialect: Dialect }
  const read: RawReader = (query) => pool.run({ ...dialect.sqlToQuery(query), asObjects: true })
  return { reader: Object.assign(db, { [raw]: read }) as unknown as Reader, close: pool.close }
}
