import { join } from 'node:path'
import { connect, type Database } from './dialect/connect'
import { databaseUrl, engine } from './dialect/engine'

export { all, type Database, type Reader, run, type Tx } from './dialect/connect'
export { storeFailure } from './dialect/errors'
export { counterShards, nextNumbers } from './dialect/sequence'

const holder = globalThis as typeof globalThis & { orderdeskDatabase?: Promise<Database> }

/** The process's database, opened at first use, so that a build never opens one. */
export function database(): Promise<Database> {
  holder.orderdeskDatabase ??= connect(databaseUrl()).catch((error) => {
    holder.orderdeskDatabase = undefined
    throw error
  })
  return holder.orderdeskDatabase
}

/** Closes the process's database, if it was opened; the next `database()` opens it again. */
export async function closeDatabase(): Promise<void> {
  const open = holder.orderdeskDatabase
  holder.orderdeskDatabase = undefined
  await (await open)?.close()
}

/** Brings the schema of the process's database up to date. */
export async function migrateDatabase(): Promise<void> {
  await (await database()).migrate(join(/* turbopackIgnore: true */ process.cwd(), 'db', 'migrations', engine))
}
