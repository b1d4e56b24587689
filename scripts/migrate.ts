// Brings the database of DATABASE_URL up to date, making it when it is missing. With `--json` it answers `{"users": n}`,
// from which the demo knows whether there is anything to keep.
import { sql } from 'drizzle-orm'
import { all, closeDatabase, database, migrateDatabase } from '@/db/index'

await migrateDatabase()
if (process.argv.includes('--json')) {
  const [row] = await all<{ users: number }>((await database()).reader, sql`select count(*) as users from users`)
  console.log(JSON.stringify({ users: Number(row?.users) }))
}
await closeDatabase()
