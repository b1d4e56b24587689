import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Database, database } from '@/db'
import { orders } from '@/db/schema'
import { orderColumns } from '@/lib/orders/columns'
import { orderResource } from '@/lib/resources/order'
import { testDatabase } from '@/lib/testing/database'
import { orderFilter, randomOrders } from '@/lib/testing/query-random'
import { storeOrderSamples, storeOrganizations } from '@/lib/testing/query-samples'
import { readFilter } from './check'
import type { CheckedFilter } from './checked'
import { compileFilter } from './compile'
import { evaluate } from './evaluate'
import { printFilter } from './print'

/** 300 by default; `QUERY_RUNS=5000` for the long run. */
const numRuns = Number(process.env.QUERY_RUNS || 300)
const samples = randomOrders(500, 7)
const wholeList = samples.map((sample) => sample.id).sort()
let db: Database

beforeAll(async () => {
  await testDatabase()
  db = await database()
  await db.transaction(async (tx) => {
    await storeOrganizations(tx)
    await storeOrderSamples(tx, samples)
  })
})

async function idsOf(filter: CheckedFilter, looseRange?: () => boolean): Promise<string[]> {
  const rows = await db.reader
    .select({ id: orders.id })
    .from(orders)
    .where(compileFilter(orderColumns, filter, undefined, looseRange))
    .orderBy(sql`1`)
  return rows.map((row) => row.id)
}

const idsInPlainCode = (filter: CheckedFilter) =>
  samples
    .filter((sample) => evaluate(filter, sample))
    .map((sample) => sample.id)
    .sort()

test('a random filter selects the orders that plain JavaScript selects, and its complement all others', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(orderFilter, async (tree) => {
      const filter = readFilter(printFilter(tree), orderResource)
      const selected = await idsOf(filter)
      expect(selected).toEqual(idsInPlainCode(filter))
      // However long the list is.
      expect(await idsOf(filter, () => true)).toEqual(selected)
      const others = await idsOf({ kind: 'not', node: filter })
      expect([...selected, ...others].sort()).toEqual(wholeList)
    }),
    { numRuns },
  )
})
