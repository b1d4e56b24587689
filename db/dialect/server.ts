import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, types } from 'pg'
import { type Database, queryTimeoutMs, type Reader, type Tx } from './connect'
import { storeFailure } from './errors'

const tries = 12

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

// Whole numbers and sums come back as numbers, as on the other engine; everything we store stays below 2^53. Set for the
// driver as a whole, because Drizzle brings its own parsers with each query and asks the driver's table for the rest.
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.NUMERIC, Number)

export function openServer(url: string): Database {
  const pool = new Pool({ connectionString: url, max: Number(process.env.DATABASE_POOL || 20) })
  // An idle connection may die with its server; the next query reports it, the process must not fall.
  pool.on('error', () => undefined)
  const db = drizzle(pool, { casing: 'snake_case' })

  const patientPool = new Pool({
    connectionString: url,
    max: 4,
    options: `-c statement_timeout=${queryTimeoutMs()}`,
  })
  patientPool.on('error', () => undefined)

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction((tx) => work(tx as unknown as Tx), { isolationLevel: 'serializable' })
      } catch (error) {
        if (attempt === tries || storeFailure(error)?.kind !== 'retry') throw error
        await pause(Math.random() * Math.min(2 ** attempt, 200))
      }
    }
  }

  return {
    reader: db as unknown as Reader,
    patient: drizzle(patientPool, { casing: 'snake_case' }) as unknown as Reader,
    inTime: (work) => work(),
    transaction,
    migrate: (folder) => migrate(db, { migrationsFolder: folder }),
    close: async () => {
      await Promise.all([pool.end(), patientPool.end()])
    },
  }
}
