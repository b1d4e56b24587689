import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '@/db/dialect/connect'
import { all, database } from '@/db/index'
import { emptyDatabaseUrl, testDatabase } from './database'

beforeAll(async () => {
  await testDatabase()
})

test('a test file finds every table and no row', async () => {
  const db = await database()
  expect(await all(db.reader, sql`select count(*) as count from users`)).toEqual([{ count: 0 }])
})

test('a further database has no table and is not the file’s own', async () => {
  const empty = await connect(await emptyDatabaseUrl())
  await expect(all(empty.reader, sql`select count(*) as count from users`)).rejects.toThrow()
  await empty.close()
})
