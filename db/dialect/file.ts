import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { type Database, queryTimeoutMs, type Reader, type Tx } from './connect'
import { keepStatements } from './file-statements'
import { writerQueue } from './file-writer'
import { openPatient, withDeadline } from './patient'
import { registerFunctions } from './query-sql'

function open(path: string): Sqlite.Database {
  const connection = new Sqlite(path)
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = full')
  connection.pragma('foreign_keys = on')
  connection.pragma('busy_timeout = 5')
  // 32 MB each: beyond it the system's own cache serves, which is not counted as this process's memory.
  connection.pragma('cache_size = -32768')
  connection.pragma('temp_store = memory')
  registerFunctions(connection)
  keepStatements(connection)
  return connection
}

/**
 * One writer connection handed out to one caller at a time (file-writer.ts), and one query-only reader beside it.
 * A write is durable when its transaction resolves: WAL with `synchronous = full`.
 */
export function openFile(path: string): Database {
  const writer = open(path)
  const reader = open(path)
  reader.pragma('query_only = on')
  const tx = drizzle(writer, { casing: 'snake_case' }) as unknown as Tx

  const { alone, transaction } = writerQueue(writer, tx)
  const patient = openPatient(path, queryTimeoutMs())
  return {
    patient: patient.reader,
    inTime: withDeadline,
    reader: drizzle(reader, { casing: 'snake_case' }) as unknown as Reader,
    transaction,
    migrate: (folder) =>
      alone(async () => {
        // A table rebuild drops the old table; with foreign keys on that would delete every child row.
        writer.pragma('foreign_keys = off')
        try {
          migrate(drizzle(writer), { migrationsFolder: folder })
          const broken = writer.pragma('foreign_key_check') as unknown[]
          if (broken.length > 0) throw new Error(`The migration left ${broken.length} rows without their parent.`)
        } finally {
          writer.pragma('foreign_keys = on')
        }
      }),
    close: () =>
      alone(async () => {
        await patient.close()
        reader.close()
        writer.close()
      }),
  }
}
