import { existsSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { drizzle as drizzleFile } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import { filePath, type Tx } from './connect'
import { databaseUrl, engine } from './engine'
import { registerFunctions } from './query-sql'
import { sequenceNames } from './sequence'
// Sets how the driver reads numbers.
import './server'

/** The database is being used by another process. */
export class DatabaseInUse extends Error {}

/**
 * Fills an unused, migrated database in one transaction: either everything is there afterwards, durably, or nothing.
 * The indexes that only speed up reading are set aside meanwhile and built at the end, when they can be sorted. Nobody
 * else may have the database open; this process neither.
 * @throws DatabaseInUse
 */
export function bulkLoad<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return engine === 'sqlite' ? loadFile(filePath(databaseUrl()), work) : loadServer(databaseUrl(), work)
}

/** Deletes the database's whole content, tables included; migrate it afterwards. The same conditions hold. */
export async function dropEverything(): Promise<void> {
  if (engine === 'postgres') return dropServer(databaseUrl())
  const path = filePath(databaseUrl())
  if (!existsSync(path)) return
  openAlone(path).close()
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true })
}

/**
 * Opens a file without its write-ahead log, which works only when nobody else has it open. A rollback journal keeps the
 * old pages alone, so filling a new file with gigabytes costs one write of each, where the log would cost two.
 */
function openAlone(path: string): Sqlite.Database {
  const connection = new Sqlite(path)
  try {
    connection.pragma('busy_timeout = 250')
    connection.pragma('journal_mode = delete')
  } catch (error) {
    connection.close()
    if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error
    throw new DatabaseInUse(`Another program uses ${path}. Stop the server first.`)
  }
  connection.pragma('synchronous = full')
  connection.pragma('foreign_keys = on')
  connection.pragma('cache_size = -262144')
  registerFunctions(connection)
  return connection
}

async function loadFile<T>(path: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = openAlone(path)
  try {
    connection.exec('begin exclusive')
    const indexes = connection
      .prepare("select name, sql from sqlite_master where type = 'index' and sql like 'create index%'")
      .all() as { name: string; sql: string }[]
    for (const { name } of indexes) connection.exec(`drop index "${name}"`)
    const result = await work(drizzleFile(connection, { casing: 'snake_case' }) as unknown as Tx)
    for (const { sql } of indexes) connection.exec(sql)
    connection.exec('commit')
    connection.pragma('journal_mode = wal')
    return result
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback')
    throw error
  } finally {
    connection.close()
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function loadServer<T>(url: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('begin')
    await client.query("set local maintenance_work_mem = '256MB'")
    // What an interrupted load took from the sequences did not come back.
    for (const name of sequenceNames) await client.query(`alter sequence "${name}_number" restart`)
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where schemaname = current_schema() and indexdef like 'CREATE INDEX%'`,
    )
    for (const { name } of indexes) await client.query(`drop index "${name}"`)
    const result = await work(drizzleServer(client, { casing: 'snake_case' }) as unknown as Tx)
    for (const { definition } of indexes) await client.query(definition)
    await client.query('commit')
    await client.query('analyze')
    return result
  })
}

/** Drops what the migrations made: our tables and sequences, and the list of migrations. */
const dropServer = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ statement: string }>(
      `select format('drop table %I.%I cascade', schemaname, tablename) as statement from pg_tables
       where schemaname in (current_schema(), 'drizzle')
       union all
       select format('drop sequence if exists %I.%I cascade', schemaname, sequencename) from pg_sequences
       where schemaname in (current_schema(), 'drizzle')`,
    )
    await client.query(['begin', ...rows.map(({ statement }) => statement), 'commit'].join(';\n'))
  })
