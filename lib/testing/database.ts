import { type Database, database } from '@/db/index'
import { make, newAddress } from './store'

/**
 * Makes this test file's own database, migrated and without rows, and opens it. `database()` of `@/db/index`, and so
 * every route handler, uses the same one; its address is in `DATABASE_URL`. Call it once per file, in `beforeAll` or at
 * the top. It is closed and deleted after the file's last test.
 */
export async function testDatabase(): Promise<Database> {
  await make(process.env.DATABASE_URL!, 'migrated')
  return database()
}

/**
 * The address of one more database on the engine under test, without any table, for tests of migrations. Whoever opens
 * it closes it; it is deleted after the file's last test.
 */
export async function emptyDatabaseUrl(): Promise<string> {
  const url = newAddress()
  await make(url, 'empty')
  return url
}
