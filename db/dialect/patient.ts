import { AsyncLocalStorage } from 'node:async_hooks'
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { listTimeoutMs, type Reader } from './connect'

/** A read that was stopped because it took longer than allowed. */
export class TookTooLong extends Error {
  readonly code = 'QUERY_TIMEOUT'
}

type Job = { sql: string; params: unknown[]; asObjects: boolean }
/** When the reads of one request must have ended, on the clock of `performance.now()`. */
type Deadline = { endsAt: number }

type Waiting = Job & { since: number; deadline: Deadline; resolve(rows: unknown[]): void; reject(error: Error): void }

type Answer = { ready?: true; rows?: unknown[]; error?: { message: string; code?: string } }

/**
 * A few processes that read a database file. A statement in this process holds up every other request; there it holds
 * up nobody, and is stopped after `timeoutMs`, or at the end of the time its request has. They are processes because a
 * statement under way can only be stopped with the process it runs in: a thread goes on until its statement ends.
 *
 * Waiting for a turn, and for a process to start, does not count as time of the query; but who has waited `timeoutMs`
 * is told that the store is busy.
 */
function readers(path: string, count: number, timeoutMs: number) {
  const waiting: Waiting[] = []
  const idle: ChildProcess[] = []
  const all = new Set<ChildProcess>()
  const starting = new Set<ChildProcess>()
  let closed = false

  function open(): ChildProcess {
    const file = join(/* turbopackIgnore: true */ process.cwd(), 'db', 'dialect', 'patient-worker.ts')
    const worker = fork(/* turbopackIgnore: true */ file, [path], {
      serialization: 'advanced',
      execArgv: ['--max-semi-space-size=8'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    // One that waits for work does not keep this process alive.
    worker.unref()
    worker.channel?.unref()
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      all.delete(worker)
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
    })
    all.add(worker)
    starting.add(worker)
    return worker
  }

  function discard(worker: ChildProcess): void {
    all.delete(worker)
    starting.delete(worker)
    worker.kill('SIGKILL')
  }

  function work(worker: ChildProcess, job: Waiting): void {
    const finish = (settle: () => void, keep: boolean) => {
      clearTimeout(timer)
      worker.channel?.unref()
      worker.off('message', answered)
      worker.off('error', failed)
      worker.off('exit', gone)
      settle()
      if (keep && !closed) idle.push(worker)
      else discard(worker)
      next()
    }
    const answered = ({ ready, rows, error }: Answer) => {
      if (ready) {
        starting.delete(worker)
        begin()
      } else {
        finish(() => {
          if (error) job.reject(Object.assign(new Error(error.message), { code: error.code }))
          else job.resolve(rows!)
        }, true)
      }
    }
    const failed = (error: Error) => finish(() => job.reject(error), false)
    const gone = () => failed(Object.assign(new Error('A reading process ended.'), { code: 'ECONNRESET' }))
    let timer: NodeJS.Timeout | undefined
    const begin = () => {
      job.deadline.endsAt += performance.now() - job.since
      const ms = Math.max(0, Math.min(timeoutMs, job.deadline.endsAt - performance.now()))
      timer = setTimeout(() => failed(new TookTooLong(`The query was stopped after ${Math.round(ms)} ms.`)), ms)
      worker.send({ sql: job.sql, params: job.params, asObjects: job.asObjects })
    }
    worker.channel?.ref()
    worker.on('message', answered)
    worker.on('error', failed)
    worker.on('exit', gone)
    if (!starting.has(worker)) begin()
  }

  function next(): void {
    while (waiting[0] && waiting[0].since + timeoutMs < performance.now()) {
      waiting.shift()!.reject(Object.assign(new Error('All readers are busy.'), { code: 'SQLITE_BUSY' }))
    }
    if (closed || waiting.length === 0) return
    const worker = idle.pop() ?? (all.size < count ? open() : undefined)
    if (worker) work(worker, waiting.shift()!)
  }

  return {
    run: (job: Job) =>
      new Promise<unknown[]>((resolve, reject) => {
        const deadline = deadlines.getStore() ?? { endsAt: Number.POSITIVE_INFINITY }
        waiting.push({ ...job, since: performance.now(), deadline, resolve, reject })
        next()
      }),
    close: async () => {
      closed = true
      await Promise.all([...all].map(ended))
    },
  }
}

/** Ends a reading process and resolves when it is gone. */
const ended = (worker: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return resolve()
    worker.once('exit', () => resolve())
    worker.kill('SIGKILL')
  })

const deadlines = new AsyncLocalStorage<Deadline>()

/** Runs work whose reads together may take as long as a list may. */
export const withDeadline = <T>(work: () => Promise<T>): Promise<T> =>
  deadlines.run({ endsAt: performance.now() + listTimeoutMs() }, work)

type RawReader = (query: SQL) => Promise<unknown[]>
// On the handle itself: a server loads this module once for each of its bundles, but opens the database once.
const raw = Symbol.for('orderdesk.raw-reader')

/** How a patient reader answers raw statements with objects; undefined for other handles. */
export const rawReaderOf = (db: object): RawReader | undefined => (db as { [raw]?: RawReader })[raw]

/** A reader of a database file for statements that may take long. */
export function openPatient(path: string, timeoutMs: number): { reader: Reader; close(): Promise<void> } {
  const pool = readers(path, 2, timeoutMs)
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
