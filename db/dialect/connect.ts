import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { engine } from './engine'
import { rawReaderOf } from './patient'

type Pg = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** A handle that reads: the query-only connection, the pool, or a transaction. */
export type Reader = Pick<Pg, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>

/** A handle inside a write transaction. Only `Database.transaction` hands one out, so a write outside does not compile. */
export type Tx = Reader & Pick<Pg, 'insert' | 'update' | 'delete'> & { readonly [transactionBrand]: true }
declare const transactionBrand: unique symbol

export type Database = {
  reader: Reader
  /**
   * Reads beside everything else, for statements that may take long: they hold up no other request, and are stopped
   * after `QUERY_TIMEOUT_MS` (default 3,000).
   */
  patient: Reader
  /**
   * Runs work whose patient reads together must end within `LIST_TIMEOUT_MS` (default 850), their waits for a turn not
   * counted. A server holds each statement to `QUERY_TIMEOUT_MS` alone.
   */
  inTime<T>(work: () => Promise<T>): Promise<T>
  /**
   * Runs `work` in one serializable write transaction: committed when it resolves, rolled back when it throws.
   * On a server it may run again when another transaction got in between, so it must have no other effects.
   * Must not be nested; operations take `tx` instead.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Brings the schema up to date, keeping every row. A failed migration leaves the old schema usable. */
  migrate(folder: string): Promise<void>
  close(): Promise<void>
}

const insideTransaction = new AsyncLocalStorage<true>()

/** Wraps an engine's transaction so that nesting, which would deadlock or tear the outer one, is refused at once. */
function guarded(run: Database['transaction']): Database['transaction'] {
  return (work) => {
    if (insideTransaction.getStore()) throw new Error('A transaction is already open here: pass its tx on instead.')
    return run((tx) => insideTransaction.run(true, () => work(tx)))
  }
}

export async function connect(url: string): Promise<Database> {
  const database = engine === 'sqlite' ? await connectFile(url) : await connectServer(url)
  return { ...database, transaction: guarded(database.transaction) }
}

/** How long a patient read may take, in milliseconds. */
export const queryTimeoutMs = (): number => Number(process.env.QUERY_TIMEOUT_MS || 3000)

/** How long the reads of one list may take in all, in milliseconds. */
export const listTimeoutMs = (): number => Number(process.env.LIST_TIMEOUT_MS || 850)

/** `file:./data/x.db` or a plain path → absolute path. */
export const filePath = (url: string) =>
  resolve(/* turbopackIgnore: true */ process.cwd(), url.replace(/^file:(\/\/)?/, ''))

async function connectFile(url: string): Promise<Database> {
  const { openFile } = await import('./file')
  const path = filePath(url)
  mkdirSync(dirname(path), { recursive: true })
  return openFile(path)
}

async function connectServer(url: string): Promise<Database> {
  const { openServer } = await import('./server')
  return openServer(url)
}

/**
 * Runs a raw read and returns its rows as plain objects. Column names are the statement's own, so alias them.
 */
export async function all<T>(db: Reader, query: SQL): Promise<T[]> {
  const patient = rawReaderOf(db)
  if (patient) return (await patient(query)) as T[]
  if (engine === 'sqlite') return (db as unknown as { all(query: SQL): T[] }).all(query)
  const result = (await (db as unknown as Pg).execute(query)) as unknown as { rows: T[] }
  return result.rows
}

/** Runs a raw write inside a transaction. */
export async function run(tx: Tx, statement: SQL): Promise<void> {
  if (engine === 'sqlite') (tx as unknown as { run(query: SQL): unknown }).run(statement)
  else await (tx as unknown as Pg).execute(statement)
}
