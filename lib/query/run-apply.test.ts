import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db'
import { orders, products } from '@/db/schema'
import { productColumns } from '@/lib/catalog/columns'
import { AppError } from '@/lib/errors'
import { orderColumns } from '@/lib/orders/columns'
import { orderResource } from '@/lib/resources/order'
import { productResource } from '@/lib/resources/product'
import type { Resource } from '@/lib/resources/resource'
import { testDatabase } from '@/lib/testing/database'
import {
  lineSample,
  orderSample,
  otherOrganization,
  productSample,
  sampleId,
  sampleOrganization,
  storeOrderSamples,
  storeOrganizations,
  storeProductSamples,
  variantSample,
} from '@/lib/testing/query-samples'
import { readApply } from './apply'
import { tokenCodec } from './cursor'
import { type ListQuery, readListQuery } from './list-query'
import { listSource } from './list-source'
import { type Applied, runApply } from './run-apply'

const orderSource = listSource({
  resource: orderResource,
  columns: orderColumns,
  select: { id: orders.id },
  search: { index: 'order_search', number: orders.number, rankBy: [orders.customerName] },
})
const productSource = listSource({
  resource: productResource,
  columns: productColumns,
  select: { id: products.id },
  search: { index: 'product_search', number: products.number, rankBy: [products.name] },
})
const [c1, c2] = [sampleId('c', 1), sampleId('c', 2)]
const tokens = tokenCodec('secret')

let db: Database

beforeAll(async () => {
  db = await testDatabase()
  await db.transaction(async (tx) => {
    await storeOrganizations(tx)
    await storeOrderSamples(tx, [
      orderSample(1, {
        status: 'PENDING',
        totalPrice: 100,
        lineItems: [lineSample({ sku: 'A', quantity: 2 }), lineSample({ sku: 'B', quantity: 1 })],
      }),
      orderSample(2, { status: 'PENDING', totalPrice: 300, lineItems: [lineSample({ sku: 'A', quantity: 5 })] }),
      orderSample(3, {
        status: 'CLOSED',
        totalPrice: 50,
        closedAt: Date.UTC(2024, 5, 1),
        lineItems: [lineSample({ sku: 'A', quantity: 1 }), lineSample({ sku: 'A', quantity: 3 })],
      }),
      orderSample(4, { status: 'CANCELED', cancelReason: 'OTHER', totalPrice: 7, lineItems: [] }),
      orderSample(5, {
        status: 'PENDING',
        organization: otherOrganization,
        totalPrice: 1000,
        lineItems: [lineSample({ sku: 'A', quantity: 9 })],
      }),
    ])
    await storeProductSamples(tx, [
      productSample(1, {
        category: c1,
        name: 'Red shirt',
        tags: ['new', 'sale'],
        isPromoted: true,
        variants: [variantSample(1, 'a', 100), variantSample(2, 'b', 200)],
      }),
      productSample(2, { category: c1, name: 'Blue shirt', tags: ['sale'], variants: [variantSample(3, 'c', 50)] }),
      productSample(3, { category: c2, name: 'Mug', variants: [variantSample(4, 'd', 70, { taxable: true })] }),
      productSample(4, { name: 'Odd', tags: ['new'], features: [{ name: 'Size', value: 'L' }] }),
      productSample(5, { category: c1, name: 'Green shirt', isPromoted: true }),
    ])
  })
})

const read = (resource: Resource, parameters: Record<string, string>): ListQuery =>
  readListQuery(resource, new URLSearchParams(parameters), { tokens, scope: '', searchable: true })

const scope = { column: orders.organizationId, value: sampleOrganization }

const applyOrders = (apply: string, more: Record<string, string> = {}) =>
  runApply(db.reader, orderSource, read(orderResource, { $apply: apply, ...more }), { scope })
const applyProducts = (apply: string, more: Record<string, string> = {}) =>
  runApply(db.reader, productSource, read(productResource, { $apply: apply, ...more }), {})

function groups(result: Applied<{ id: typeof orders.id }> | Applied<{ id: typeof products.id }>) {
  if (result.kind !== 'groups') throw new Error('These are ordinary rows.')
  return result.page.rows.map((group) => (group.top ? { ...group.values, top: short(group.top) } : group.values))
}

const short = (rows: readonly { id: string }[]) => rows.map((row) => Number(row.id.slice(1))).join(' ')

function rowsOf(result: Applied<{ id: typeof orders.id }> | Applied<{ id: typeof products.id }>) {
  if (result.kind !== 'rows') throw new Error('These are groups.')
  return short(result.page.rows)
}

describe('groups', () => {
  test('the documented example', async () => {
    const result = await applyProducts("filter(name ne 'Odd') then groupby((category), aggregate($count as count))")
    expect(groups(result)).toEqual([
      { _id: c1, category: c1, count: 3 },
      { _id: c2, category: c2, count: 1 },
    ])
    expect(result.page.total).toBe(2)
  })

  test('a missing value is a group of its own, first', async () => {
    expect(groups(await applyProducts('groupby((categoryId))'))).toEqual([
      { _id: null, categoryId: null },
      { _id: c1, categoryId: c1 },
      { _id: c2, categoryId: c2 },
    ])
  })

  test('several properties make an object of the id', async () => {
    expect(
      groups(
        await applyProducts('groupby((category,isPromoted),aggregate($count as n))', { $orderBy: 'n desc,category' }),
      ),
    ).toEqual([
      { _id: { category: c1, isPromoted: true }, category: c1, isPromoted: true, n: 2 },
      { _id: { category: null, isPromoted: false }, category: null, isPromoted: false, n: 1 },
      { _id: { category: c1, isPromoted: false }, category: c1, isPromoted: false, n: 1 },
      { _id: { category: c2, isPromoted: false }, category: c2, isPromoted: false, n: 1 },
    ])
  })

  test('every method, within the organization', async () => {
    const result = await applyOrders(
      'groupby((status), aggregate($count as n, totalPrice with sum as sum, totalPrice with min as min, totalPrice with max as max, totalPrice with average as mean, totalPrice with countdistinct as kinds, createdAt with max as last))',
    )
    expect(groups(result)).toEqual([
      {
        _id: 'CANCELED',
        status: 'CANCELED',
        n: 1,
        sum: 7,
        min: 7,
        max: 7,
        mean: 7,
        kinds: 1,
        last: '2024-01-04T00:00:00.000Z',
      },
      {
        _id: 'CLOSED',
        status: 'CLOSED',
        n: 1,
        sum: 50,
        min: 50,
        max: 50,
        mean: 50,
        kinds: 1,
        last: '2024-01-03T00:00:00.000Z',
      },
      {
        _id: 'PENDING',
        status: 'PENDING',
        n: 2,
        sum: 400,
        min: 100,
        max: 300,
        mean: 200,
        kinds: 2,
        last: '2024-01-02T00:00:00.000Z',
      },
    ])
  })

  test('a list is unwound for its own values only', async () => {
    // Line quantities by status: CANCELED none, CLOSED 1 and 3, PENDING 2, 1 and 5; amounts and counts are per order.
    const result = await applyOrders(
      'groupby((status), aggregate(lineItems.quantity with sum as units, totalPrice with sum as sum, $count as n, items.sku with countdistinct as skus))',
    )
    expect(groups(result)).toEqual([
      { _id: 'CANCELED', status: 'CANCELED', units: null, sum: 7, n: 1, skus: 0 },
      { _id: 'CLOSED', status: 'CLOSED', units: 4, sum: 50, n: 1, skus: 1 },
      { _id: 'PENDING', status: 'PENDING', units: 8, sum: 400, n: 2, skus: 2 },
    ])
  })

  test('grouping by a list gives a group per value; an object counts once in each', async () => {
    expect(
      groups(
        await applyOrders(
          'groupby((lineItems.sku), aggregate($count as n, totalPrice with sum as sum, lineItems.quantity with sum as units))',
        ),
      ),
    ).toEqual([
      { _id: 'A', 'lineItems.sku': 'A', n: 3, sum: 450, units: 11 },
      { _id: 'B', 'lineItems.sku': 'B', n: 1, sum: 100, units: 1 },
    ])
    expect(
      groups(
        await applyProducts('groupby((tags), aggregate($count as n, variants.price.amount with average as mean))'),
      ),
    ).toEqual([
      { _id: 'new', tags: 'new', n: 2, mean: 150 },
      { _id: 'sale', tags: 'sale', n: 2, mean: 350 / 3 },
    ])
    expect(groups(await applyProducts('groupby((features.name), aggregate($count as n))'))).toEqual([
      { _id: 'Size', 'features.name': 'Size', n: 1 },
    ])
  })

  test('an inner filter empties groups but removes none', async () => {
    expect(
      groups(
        await applyOrders(
          'groupby((status), filter(totalPrice ge 100)/aggregate($count as n, totalPrice with max as max))',
        ),
      ),
    ).toEqual([
      { _id: 'CANCELED', status: 'CANCELED', n: 0, max: null },
      { _id: 'CLOSED', status: 'CLOSED', n: 0, max: null },
      { _id: 'PENDING', status: 'PENDING', n: 2, max: 300 },
    ])
  })

  test('dates and truth values are shown as the answer shows them', async () => {
    expect(groups(await applyOrders('groupby((closedAt))'))).toEqual([
      { _id: null, closedAt: null },
      { _id: '2024-06-01T00:00:00.000Z', closedAt: '2024-06-01T00:00:00.000Z' },
    ])
    expect(
      groups(await applyProducts('groupby((variants.price.taxable))')).map((group) => (group as { _id: unknown })._id),
    ).toEqual([false, true])
  })

  test('the first of each group', async () => {
    expect(groups(await applyProducts('groupby((category), orderby(createdAt desc) then top(2))'))).toEqual([
      { _id: null, category: null, top: '4' },
      { _id: c1, category: c1, top: '5 2' },
      { _id: c2, category: c2, top: '3' },
    ])
    expect(groups(await applyProducts('groupby((tags), filter(isPromoted eq false)/orderby(name))'))).toEqual([
      { _id: 'new', tags: 'new', top: '4' },
      { _id: 'sale', tags: 'sale', top: '2' },
    ])
  })

  test('steps behind the grouping work on the groups', async () => {
    expect(
      groups(
        await applyOrders(
          'groupby((status), aggregate($count as n, totalPrice with sum as sum)) then filter(n eq 1) then orderby(sum desc)',
        ),
      ),
    ).toEqual([
      { _id: 'CLOSED', status: 'CLOSED', n: 1, sum: 50 },
      { _id: 'CANCELED', status: 'CANCELED', n: 1, sum: 7 },
    ])
    const result = await applyOrders(
      'groupby((status), aggregate(totalPrice with sum as sum))/orderby(sum desc)/top(2)',
    )
    expect(groups(result)).toEqual([
      { _id: 'PENDING', status: 'PENDING', sum: 400 },
      { _id: 'CLOSED', status: 'CLOSED', sum: 50 },
    ])
    expect(result.page.total).toBe(2)
    expect(
      groups(
        await applyOrders(
          'groupby((status), aggregate($count as n)) then aggregate(n with max as most, $count as statuses)',
        ),
      ),
    ).toEqual([{ _id: null, most: 2, statuses: 3 }])
  })

  test('an aggregate without grouping is one row', async () => {
    expect(
      groups(
        await applyOrders('aggregate($count as n, totalPrice with sum as sum, lineItems.quantity with max as most)'),
      ),
    ).toEqual([{ _id: null, n: 4, sum: 457, most: 5 }])
    expect(
      groups(await applyOrders('filter(totalPrice gt 5000)/aggregate($count as n, totalPrice with sum as sum)')),
    ).toEqual([{ _id: null, n: 0, sum: null }])
  })

  test('$filter and $search come first', async () => {
    expect(
      groups(await applyProducts('aggregate($count as n)', { $filter: 'isPromoted eq true', $search: 'shirt' })),
    ).toEqual([{ _id: null, n: 2 }])
  })

  test('groups are paged like rows', async () => {
    const apply = 'groupby((category), aggregate($count as n))'
    const first = await applyProducts(apply, { $orderBy: 'n desc', $top: '2' })
    expect(groups(first).map((group) => (group as { _id: unknown })._id)).toEqual([c1, null])
    expect(first.page.total).toBe(3)
    const query = read(productResource, { $apply: apply, $orderBy: 'n desc', $top: '2' })
    const second = await runApply(
      db.reader,
      productSource,
      { ...query, page: { limit: 2, offset: 0, cursor: first.page.next } },
      {},
    )
    expect(groups(second).map((group) => (group as { _id: unknown })._id)).toEqual([c2])
    expect(second.page.next).toBeUndefined()
    const back = await runApply(
      db.reader,
      productSource,
      { ...query, page: { limit: 2, offset: 0, cursor: second.page.previous } },
      {},
    )
    expect(groups(back)).toEqual(groups(first))
    expect(
      groups(await applyProducts(apply, { $skip: '1', $top: '1' })).map((group) => (group as { _id: unknown })._id),
    ).toEqual([c1])
  })
})

describe('rows', () => {
  test('steps that group nothing give ordinary rows', async () => {
    expect(rowsOf(await applyProducts("filter(name co 'shirt')"))).toBe('1 2 5')
    expect(rowsOf(await applyProducts('identity'))).toBe('1 2 3 4 5')
    expect(rowsOf(await applyProducts('orderby(name)'))).toBe('2 5 3 4 1')
    expect(rowsOf(await applyProducts('orderby(name) then top(3)'))).toBe('2 5 3')
    expect(rowsOf(await applyProducts('orderby(name) then top(3)', { $orderBy: 'id' }))).toBe('2 3 5')
    expect(rowsOf(await applyProducts('top(2)/orderby(name)/top(1)'))).toBe('2')
    expect(rowsOf(await applyProducts("top(3) then filter(category eq null or name eq 'Mug')"))).toBe('3')
    expect((await applyProducts('top(3)', { $top: '2' })).page.total).toBe(3)
  })

  test('a scope and a filter stay in force inside', async () => {
    expect(rowsOf(await applyOrders('orderby(totalPrice desc)/top(2)'))).toBe('2 1')
    expect(rowsOf(await applyOrders('orderby(totalPrice desc)/top(2)', { $filter: "status ne 'PENDING'" }))).toBe('3 4')
    expect(groups(await applyOrders('orderby(totalPrice desc)/top(2)/aggregate(totalPrice with sum as sum)'))).toEqual([
      { _id: null, sum: 400 },
    ])
  })
})

describe('what is refused', () => {
  test.each([
    ['', 0],
    ['nonsense', 0],
    ['filter(name eq 1)', 15],
    ['filter(colour eq 1)', 7],
    ["filter(name eq 'x'", 18],
    ['top(0)', 4],
    ['top(101)', 4],
    ['top(x)', 4],
    ['groupby(category)', 8],
    ['groupby((colour))', 9],
    ['groupby((customFields.a))', 9],
    ['groupby((category,categoryId))', 18],
    ['groupby((name,tags,isPromoted,id))', 30],
    ['groupby((category), groupby((name)))', 20],
    ['groupby((category))/groupby((name))', 20],
    ['groupby((category), top(1)/aggregate($count as n))', 27],
    ['groupby((category), aggregate($count as category))', 30],
    ['groupby((category)) then filter(name eq 1)', 32],
    ['aggregate($count)', 16],
    ['aggregate($count as 1a)', 20],
    ['aggregate($count as n, name with max as n)', 23],
    ['aggregate(name with total as n)', 20],
    ['aggregate(name with sum as n)', 10],
    ['aggregate(isPromoted with max as n)', 10],
    ['aggregate($count as _id)', 10],
    ['identity identity', 9],
    ['identity/identity/identity/identity/identity/identity', 45],
    ['orderby(colour)', 8],
  ])('%s', (text, position) => {
    try {
      readApply(text, productResource)
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
      expect((error as AppError).extras.inner).toMatchObject({ code: 'InvalidApply', position })
      return
    }
    throw new Error('It was accepted.')
  })

  test('$orderBy speaks of the groups', () => {
    expect(() => read(productResource, { $apply: 'groupby((category))', $orderBy: 'name' })).toThrow(
      "cannot be sorted by 'name'",
    )
  })
})
