import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { all, type Database, storeFailure } from '@/db'
import { connect } from '@/db/dialect/connect'
import { engine } from '@/db/dialect/engine'
import { sequences } from '@/db/schema'
import { testDatabase } from '@/lib/testing/database'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await database.transaction((tx) => tx.insert(sequences).values({ name: 'test', value: 42 }).returning())
})

/** A statement that never ends by itself. */
const endless =
  engine === 'sqlite'
    ? sql`with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) as count from n`
    : sql`select pg_sleep(600)`

test('a patient reader answers as the other does, by builder and by raw statement', async () => {
  for (const reader of [database.reader, database.patient]) {
    expect(await reader.select().from(sequences).where(eq(sequences.name, 'test'))).toEqual([
      { name: 'test', value: 42 },
    ])
    expect(await all(reader, sql`select value from sequences where name = 'test'`)).toEqual([{ value: 42 }])
  }
})

test('a patient reader cannot write', async () => {
  if (engine !== 'sqlite') return
  await expect(all(database.patient, sql`delete from sequences returning name`)).rejects.toThrow(/readonly/)
})

test('a read that takes too long is stopped, others go on meanwhile, and the next one works', async () => {
  process.env.QUERY_TIMEOUT_MS = '2000'
  const impatient = await connect(process.env.DATABASE_URL!)
  process.env.QUERY_TIMEOUT_MS = '60000'
  try {
    const stuck = all(impatient.patient, endless).then(() => undefined, storeFailure)
    expect(await all(impatient.reader, sql`select value from sequences where name = 'test'`)).toEqual([{ value: 42 }])
    expect(await stuck).toEqual({ kind: 'slow' })
    expect(await all(impatient.patient, sql`select value from sequences where name = 'test'`)).toEqual([{ value: 42 }])
  } finally {
    await impatient.close()
  }
})

test('the reads of one list end within its time, and those behind them get their turn', async () => {
  if (engine !== 'sqlite') return
  process.env.LIST_TIMEOUT_MS = '300'
  const counted = (to: number) =>
    sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${to}) select count(*) as count from n`
  const impatient = await connect(process.env.DATABASE_URL!)
  try {
    const within = (query: typeof endless) =>
      impatient.inTime(() => all(impatient.patient, query)).then((rows) => rows, storeFailure)
    const ends = await Promise.all([endless, endless, endless, counted(10)].map(within))
    expect(ends).toEqual([{ kind: 'slow' }, { kind: 'slow' }, { kind: 'slow' }, [{ count: 10 }]])
  } finally {
    process.env.LIST_TIMEOUT_MS = '60000'
    await impatient.close()
  }
})
