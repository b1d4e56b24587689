import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { type Database, queryTimeoutMs, type Reader, type Tx } from './connect'
import { openPatient } from './patient'
import { registerFunctions } from './query-sql'

/** Waiting for a lock blocks every request of the process, so a writer waits by trying again, 250 ms in all. */
const lockWaitMs = 250

function open(path: string): Sqlite.Database {
  const connection = new Sqlite(path)
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = full')
  connection.pragma('foreign_keys = on')
  connection.pragma('busy_timeout = 5')
  connection.pragma('cache_size = -65536')
  connection.pragma('temp_store = memory')
  registerFunctions(connection)
  return connection
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function begin(connection: Sqlite.Database): Promise<void> {
  const giveUpAt = Date.now() + lockWaitMs
  for (;;) {
    try {
      connection.exec('begin immediate')
      return
    } catch (error) {
      const locked = (error as { code?: string }).code?.startsWith('SQLITE_BUSY')
      if (!locked || Date.now() > giveUpAt) throw error
      await pause(2 + Math.random() * 8)
    }
  }
}

/**
 * One writer connection handed out to one caller at a time, and one query-only reader beside it.
 * A write is durable when its transaction resolves: WAL with `synchronous = full`.
 */
export function openFile(path: string): Database {
  const writer = open(path)
  const reader = open(path)
  reader.pragma('query_only = on')
  const tx = drizzle(writer, { casing: 'snake_case' }) as unknown as Tx

  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await begin(writer)
    try {
      const result = await work(tx)
      writer.exec('commit')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback')
      throw error
    }
  }

  const patient = openPatient(path, queryTimeoutMs())
  return {
    patient: patient.reader,
    reader: drizzle(reader, { casing: 'snake_case' }) as unknown as Reader,
    transaction: (work) => inTurn(() => once(work)),
    migrate: (folder) =>
      inTurn(async () => {
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
      inTurn(async () => {
        await patient.close()
        reader.close()
        writer.close()
      }),
  }
}
