import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { all, type Database, storeFailure } from '@/db'
import { sequences } from '@/db/schema'
import { testDatabase } from '@/lib/testing/database'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await database.transaction((tx) => tx.insert(sequences).values({ name: 'test', value: 0 }).returning())
})

const value = async () => {
  const [row] = await database.reader.select().from(sequences).where(eq(sequences.name, 'test'))
  return row!.value
}

test('no update is lost when many read and write at once', async () => {
  const before = await value()
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, () =>
      database.transaction(async (tx) => {
        const [row] = await tx.select().from(sequences).where(eq(sequences.name, 'test'))
        await Promise.resolve()
        await tx
          .update(sequences)
          .set({ value: row!.value + 1 })
          .where(eq(sequences.name, 'test'))
          .returning()
      }),
    ),
  )
  const done = results.filter(({ status }) => status === 'fulfilled').length
  expect(await value()).toBe(before + done)
  expect(done).toBeGreaterThan(0)
})

test('what throws leaves nothing behind', async () => {
  const before = await value()
  const failing = database.transaction(async (tx) => {
    await tx.update(sequences).set({ value: 999 }).where(eq(sequences.name, 'test')).returning()
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await value()).toBe(before)
})

test('a read beside an open transaction sees only what is committed', async () => {
  const before = await value()
  await database.transaction(async (tx) => {
    await tx
      .update(sequences)
      .set({ value: before + 1 })
      .where(eq(sequences.name, 'test'))
      .returning()
    expect(await value()).toBe(before)
  })
  expect(await value()).toBe(before + 1)
})

test('a transaction inside another is refused instead of hanging', async () => {
  const nested = database.transaction(() => database.transaction(async () => undefined))
  await expect(nested).rejects.toThrow(/already open/)
})

test('a statement that writes is refused outside a transaction by the compiler, and on a file by the connection', async () => {
  const writing = async () =>
    (database.reader as unknown as { run(query: unknown): unknown }).run(sql`delete from sequences`)
  await expect(writing()).rejects.toThrow()
  expect(await value()).toBeGreaterThanOrEqual(0)
})

test('a value that must be unique fails in words that hold for both engines', async () => {
  const twice = database.transaction((tx) => tx.insert(sequences).values({ name: 'test', value: 1 }).returning())
  const failure = await twice.then(() => undefined, storeFailure)
  expect(failure).toMatchObject({ kind: 'unique' })
  expect(
    await all<{ n: number }>(database.reader, sql`select count(*) as n from sequences where name = 'test'`),
  ).toEqual([{ n: 1 }])
})
