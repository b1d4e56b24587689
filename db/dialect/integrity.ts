import { sql } from 'drizzle-orm'
import { all, type Reader } from './connect'
import { engine } from './engine'

/** What the engine itself finds wrong with the stored file; nothing when all is well. A server checks its own pages. */
export async function integrityProblems(db: Reader): Promise<string[]> {
  if (engine !== 'sqlite') return []
  const pages = await all<{ integrity_check: string }>(db, sql`pragma integrity_check`)
  const orphans = await all<{ table: string }>(db, sql`pragma foreign_key_check`)
  return [
    ...pages.map((row) => row.integrity_check).filter((word) => word !== 'ok'),
    ...orphans.map(({ table }) => `A row of ${table} lacks its parent.`),
  ]
}
