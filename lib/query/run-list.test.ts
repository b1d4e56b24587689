import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db'
import { unindexRows } from '@/db/dialect/search-sql'
import { orders } from '@/db/schema'
import { orderColumns } from '@/lib/orders/columns'
import { orderResource } from '@/lib/resources/order'
import { testDatabase } from '@/lib/testing/database'
import {
  lineSample,
  type OrderSample,
  orderSample,
  otherOrganization,
  sampleId,
  sampleOrganization,
  storeOrderSamples,
  storeOrganizations,
} from '@/lib/testing/query-samples'
import { readFilter } from './check'
import type { Cursor } from './cursor'
import { type ListQuery, listQuery } from './list-query'
import { columnEquals, listSource } from './list-source'
import type { ListScope } from './list-where'
import { readOrderBy, withTieBreak } from './order-by'
import { type Page, runList } from './run-list'
import { readSearch } from './search'

const source = listSource({
  resource: orderResource,
  columns: orderColumns,
  select: { id: orders.id, status: orders.status, createdAt: orders.createdAt },
  search: { index: 'order_search', number: orders.number, rankBy: [orders.customerName] },
})
const scope: ListScope['scope'] = { column: orders.organizationId, value: sampleOrganization }

let db: Database

type Row = { id: string; status: string; createdAt: number }

const ask = (
  parts: Partial<ListQuery> & { orderBy?: string; filter?: never; where?: string; find?: string },
  within = scope,
) => {
  const { orderBy, where, find, ...rest } = parts
  const query = listQuery(orderResource, rest)
  if (orderBy) Object.assign(query, { sort: withTieBreak(readOrderBy(orderBy, orderResource)), sorted: true })
  if (where) query.filter = readFilter(where, orderResource)
  if (find) query.search = readSearch(find)
  return runList(db.reader, source, query, { scope: within })
}

const numbers = (page: Page<Row>) => page.rows.map((row) => Number(row.id.slice(1))).join(' ')

/** Follows the pages to the end, then all the way back. */
async function walk(limit: number, parts: Parameters<typeof ask>[0], between?: (step: number) => Promise<void>) {
  const there: string[][] = []
  const back: string[][] = []
  let cursor: Cursor | undefined
  let page = await ask({ ...parts, page: { limit, offset: 0 } })
  for (let step = 0; ; step++) {
    there.push(page.rows.map((row) => row.id))
    cursor = page.next
    if (!cursor || step > 1000) break
    await between?.(step)
    page = await ask({ ...parts, page: { limit, offset: 0, cursor } })
  }
  for (cursor = page.previous; cursor && back.length < 1000; cursor = page.previous) {
    page = await ask({ ...parts, page: { limit, offset: 0, cursor } })
    back.unshift(page.rows.map((row) => row.id))
  }
  return { there, back }
}

const rows: OrderSample[] = Array.from({ length: 60 }, (_, index) => {
  const n = index + 1
  return orderSample(n, {
    status: (['PENDING', 'ACCEPTED', 'CLOSED'] as const)[n % 3],
    totalPrice: (n * 7) % 5,
    closedAt: n % 4 === 0 ? null : Date.UTC(2024, 0, 1 + (n % 6)),
    legalEntityId: n % 5 === 0 ? null : ['a', 'B', 'あ', '😀'][n % 4]!,
    createdAt: Date.UTC(2024, 0, 1) + Math.floor(n / 3) * 1000,
    customer: { name: `Customer ${n}`, user: n % 2 ? sampleId('u', 1) : null },
    lineItems: n % 2 ? [lineSample({ sku: n % 3 ? 'S-1' : 'S-2' })] : [],
  })
})

beforeAll(async () => {
  db = await testDatabase()
  await db.transaction(async (tx) => {
    await storeOrganizations(tx)
    await storeOrderSamples(tx, rows)
    await storeOrderSamples(tx, [orderSample(900, { organization: otherOrganization, totalPrice: 3 })])
  })
})

describe('a page', () => {
  test('holds the first rows in order, with the exact total of the scope', async () => {
    const page = await ask({ page: { limit: 3, offset: 0 } })
    expect(numbers(page)).toBe('1 2 3')
    expect(page.total).toBe(60)
    expect(page.next).toEqual({ direction: 'next', values: [Date.UTC(2024, 0, 1) + 1000, sampleId('o', 3)] })
    expect(page.previous).toBeUndefined()
    expect(page.rows[0]).toEqual({ id: sampleId('o', 1), status: 'ACCEPTED', createdAt: Date.UTC(2024, 0, 1) })
  })

  test('is limited to its scope before anything else', async () => {
    const page = await ask({ where: 'totalPrice ge 0' }, { column: orders.organizationId, value: otherOrganization })
    expect(numbers(page)).toBe('900')
    expect(page.total).toBe(1)
  })

  test('a scope of another column leaves the children alone', async () => {
    const byUser = { column: orders.userId, value: sampleId('u', 1) }
    // The odd ones have the user; of those, multiples of three have S-2.
    const page = await ask({ where: "lineItems.sku eq 'S-2'", page: { limit: 4, offset: 0 } }, byUser)
    expect(numbers(page)).toBe('3 9 15 21')
    expect(page.total).toBe(10)
  })

  test('further conditions of the list hold too', async () => {
    const query = listQuery(orderResource)
    const page = await runList(db.reader, source, query, { scope, conditions: [columnEquals(orders.totalPrice, 0)] })
    expect(page.total).toBe(12)
  })

  test('a total from counters is believed', async () => {
    const page = await runList(db.reader, source, listQuery(orderResource), { scope, total: () => 1234 })
    expect(page.total).toBe(1234)
  })

  test('an offset beyond the end is an empty page with a way back', async () => {
    const page = await ask({ page: { limit: 4, offset: 100 } })
    expect(page.rows).toEqual([])
    expect(page.next).toBeUndefined()
    const before = await ask({ page: { limit: 4, offset: 0, cursor: page.previous } })
    expect(numbers(before)).toBe('57 58 59 60')
  })

  test('without any row there are no neighbours', async () => {
    expect(await ask({ where: 'totalPrice gt 1000' })).toEqual({ rows: [], total: 0 })
  })
})

describe('order', () => {
  test('nulls come first ascending and last descending', async () => {
    const ascending = await ask({ orderBy: 'closedAt', page: { limit: 100, offset: 0 } })
    expect(ascending.rows.slice(0, 15).map((row) => Number(row.id.slice(1)) % 4)).toEqual(Array(15).fill(0))
    const descending = await ask({ orderBy: 'closedAt desc', page: { limit: 100, offset: 0 } })
    expect(descending.rows.slice(-15).map((row) => Number(row.id.slice(1)) % 4)).toEqual(Array(15).fill(0))
  })

  test('text sorts by code point, ties by id', async () => {
    const page = await ask({ orderBy: 'legalEntityId desc', page: { limit: 100, offset: 0 } })
    const entity = (n: number) => (n % 5 === 0 ? null : ['a', 'B', 'あ', '😀'][n % 4])
    const expected = ['😀', 'あ', 'a', 'B', null].flatMap((value) =>
      rows.map((_, index) => index + 1).filter((n) => entity(n) === value),
    )
    expect(numbers(page)).toBe(expected.join(' '))
  })

  test('the first key decides first', async () => {
    const page = await ask({ orderBy: 'totalPrice desc, closedAt, number desc', page: { limit: 6, offset: 0 } })
    // totalPrice is 4 for n = 2, 7, 12, …; of those 12, 32 and 52 are open, then come the days 1 (42) and 2 (7, 37).
    expect(numbers(page)).toBe('52 32 12 42 37 7')
  })
})

describe('walking by cursor', () => {
  test.each([
    [undefined],
    ['createdAt desc'],
    ['totalPrice'],
    ['totalPrice desc'],
    ['closedAt'],
    ['closedAt desc'],
    ['legalEntityId,closedAt desc'],
    ['legalEntityId desc,totalPrice,closedAt'],
    ['status,createdAt desc'],
    ['id desc'],
    ['customer.user desc,totalPrice desc,legalEntityId'],
  ])('by %s reaches every row once, there and back', async (orderBy) => {
    const whole = await ask({ orderBy, page: { limit: 100, offset: 0 } })
    for (const limit of [1, 7, 60]) {
      const { there, back } = await walk(limit, { orderBy })
      expect(there.flat()).toEqual(whole.rows.map((row) => row.id))
      expect(there.every((ids) => ids.length > 0 && ids.length <= limit)).toBe(true)
      expect(back.flat()).toEqual(there.slice(0, -1).flat())
    }
  })

  test('with a filter through a list', async () => {
    const { there } = await walk(4, { where: "lineItems.sku eq 'S-1'", orderBy: 'totalPrice desc' })
    expect(there.flat()).toHaveLength(20)
    expect(new Set(there.flat()).size).toBe(20)
  })

  test('every row that existed throughout comes exactly once while others are added and removed', async () => {
    const stays = rows.map((row) => row.id)
    for (const orderBy of ['totalPrice desc,closedAt', 'closedAt desc', 'createdAt']) {
      let n = 1000
      let added: OrderSample[] = []
      const { there, back } = await walk(5, { orderBy }, async () => {
        const some = Array.from({ length: 6 }, () => {
          n++
          return orderSample(n, {
            totalPrice: n % 5,
            closedAt: n % 3 ? Date.UTC(2024, 0, 1 + (n % 6)) : null,
            createdAt: Date.UTC(2024, 0, 1) + (n % 25) * 1000,
          })
        })
        await db.transaction(async (tx) => {
          for (const sample of added) await tx.delete(orders).where(eq(orders.id, sample.id))
          await unindexRows(
            tx,
            'order_search',
            added.map((sample) => sample.number),
          )
          await storeOrderSamples(tx, some)
        })
        added = some
      })
      const seen = there.flat().filter((id) => stays.includes(id))
      expect(seen.toSorted()).toEqual(stays.toSorted())
      const seenBack = back.flat()
      expect(new Set(seenBack).size).toBe(seenBack.length)
      await db.transaction(async (tx) => {
        for (const sample of added) await tx.delete(orders).where(eq(orders.id, sample.id))
        await unindexRows(
          tx,
          'order_search',
          added.map((sample) => sample.number),
        )
      })
    }
  })

  test('a link is there only when a page is behind it', async () => {
    const first = await ask({ page: { limit: 3, offset: 0 }, where: 'number in (1001,1002,1003,1004,1005,1006)' })
    const second = await ask({
      page: { limit: 3, offset: 0, cursor: first.next },
      where: 'number in (1001,1002,1003,1004,1005,1006)',
    })
    expect(second.next).toBeUndefined()
    expect(second.previous).toBeDefined()
    // The same cursor into a list whose earlier rows are gone.
    const alone = await ask({ page: { limit: 3, offset: 0, cursor: first.next }, where: 'number in (1004,1005,1006)' })
    expect(numbers(alone)).toBe('4 5 6')
    expect(alone.previous).toBeUndefined()
  })
})

describe('search', () => {
  const found = async (text: string) =>
    numbers(
      await ask(
        { find: text, page: { limit: 100, offset: 0 } },
        { column: orders.organizationId, value: otherOrganization },
      ),
    )

  beforeAll(async () => {
    const sample = (
      n: number,
      name: string,
      parts: { nameKana?: string; email?: string; phone?: string } = {},
      sku?: string,
    ) =>
      orderSample(n, {
        organization: otherOrganization,
        customer: { name, ...parts },
        lineItems: sku ? [lineSample({ sku, productName: '赤いTシャツ' })] : [],
      })
    await db.transaction((tx) =>
      storeOrderSamples(tx, [
        sample(901, '山田 太郎', { nameKana: 'ヤマダ タロウ', email: 'taro@example.com', phone: '03-1234-5678' }),
        sample(902, '山本 花子', { nameKana: 'ﾔﾏﾓﾄ ﾊﾅｺ' }, 'RED-42'),
        sample(903, 'Anna Red'),
        sample(904, 'Red'),
        sample(905, 'Fredrik Redding'),
      ]),
    )
  })

  test.each([
    ['山田', '901'],
    ['山', '902 901'],
    ['郎', '901'],
    ['やまだ', '901'],
    ['ﾔﾏ', '902 901'],
    ['ＴＡＲＯ', '901'],
    ['taro 山田', '901'],
    ['taro 花子', ''],
    ['0312345678', '901'],
    ['345678', '901'],
    ['03-1234-5678', '901'],
    ['tシャツ', '902'],
    ['しゃつ', '902'],
    ['red-42', '902'],
    ['1902', '902'],
    ['"anna red"', '903'],
    ['"red anna"', ''],
    ['red anna', '903'],
    ['e', '905 904 903 902 901 900'],
    ['ed', '905 904 903 902'],
    ['redx', ''],
  ])('%s finds %s', async (text, expected) => {
    expect((await found(text)).split(' ').toSorted()).toEqual(expected.split(' ').toSorted())
  })

  test('signs alone are no search', async () => {
    expect((await found('% !')).split(' ')).toHaveLength(6)
  })

  test('the best match comes first, then the newest', async () => {
    expect(await found('red')).toBe('904 905 903 902')
  })

  test('an asked-for order wins over relevance, and a filter narrows', async () => {
    const within = { column: orders.organizationId, value: otherOrganization }
    expect(numbers(await ask({ find: 'red', orderBy: 'number' }, within))).toBe('902 903 904 905')
    expect(numbers(await ask({ find: 'red', where: "customer.name co 'anna'" }, within))).toBe('903')
  })

  test('the ranked pages can be walked', async () => {
    const within = { column: orders.organizationId, value: otherOrganization }
    const first = await ask({ find: 'red', page: { limit: 3, offset: 0 } }, within)
    const second = await ask({ find: 'red', page: { limit: 3, offset: 0, cursor: first.next } }, within)
    const again = await ask({ find: 'red', page: { limit: 3, offset: 0, cursor: second.previous } }, within)
    expect([numbers(first), numbers(second), numbers(again)]).toEqual(['904 905 903', '902', '904 905 903'])
    expect(first.total).toBe(4)
    expect(first.next?.ranked).toBe(true)
  })

  test('a text too long for the index is still filtered to its end', async () => {
    const name = `${'語'.repeat(30_000)} needle`
    const within = { column: orders.organizationId, value: otherOrganization }
    await db.transaction((tx) =>
      storeOrderSamples(tx, [orderSample(910, { organization: otherOrganization, customer: { name } })]),
    )
    expect(numbers(await ask({ where: "customer.name co 'needle'" }, within))).toBe('910')
    expect(numbers(await ask({ where: "endswith(customer.name,'語 NEEDLE')" }, within))).toBe('910')
    expect((await ask({ where: "customer.name co 'noodle'" }, within)).total).toBe(0)
  })

  test('an entry goes with its row', async () => {
    await db.transaction((tx) => unindexRows(tx, 'order_search', [1903]))
    expect(await found('anna')).toBe('')
  })
})
