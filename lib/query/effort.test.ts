import { expect, test } from 'vitest'
import { orderResource } from '@/lib/resources/order'
import { tokenCodec } from './cursor'
import { mayTakeLong } from './effort'
import { readListQuery } from './list-query'

const tokens = tokenCodec('only for this test')
const isLong = (query: Record<string, string>, everywhere = false) => {
  const list = readListQuery(orderResource, new URLSearchParams(query), { tokens, scope: '', searchable: true })
  return mayTakeLong(orderResource, list, everywhere)
}

const newest = { $orderBy: 'createdAt desc' }

test.each<[Record<string, string>]>([
  [{}],
  [newest],
  [{ $orderBy: 'totalPrice desc' }],
  [{ ...newest, $filter: "status eq 'CLOSED'" }],
  [{ $filter: 'number eq 1000001' }],
  [{ $filter: "id eq '0192f0c1a2b3c4d5e6f70819' and lineItems.quantity ge 2", $orderBy: 'customer.phone' }],
])('a page whose total is kept or tiny is read at once: %o', (query) => {
  expect(isLong(query)).toBe(false)
})

test.each<[Record<string, string>]>([
  [{ $orderBy: 'customer.phone' }],
  [{ $orderBy: 'status, createdAt' }],
  [{ $filter: 'totalPrice gt 1', $orderBy: 'totalPrice' }],
  // Rare statuses would be looked for among all orders.
  [{ $filter: "status eq 'CANCELED'", $orderBy: 'totalPrice' }],
  [{ ...newest, $filter: "not status eq 'CLOSED'" }],
  [{ ...newest, $filter: "status eq 'CLOSED' and totalPrice gt 1" }],
  [{ ...newest, $filter: 'number ge 1' }],
  [{ ...newest, $filter: "number eq 1 or customer.name co 'a'" }],
  [{ ...newest, $filter: 'lineItems.quantity ge 3' }],
  [{ ...newest, $skip: '100000' }],
  [{ $search: 'a' }],
  [{ $apply: 'aggregate($count as count)' }],
])('what may have to look at many orders is read beside other requests: %o', (query) => {
  expect(isLong(query)).toBe(true)
})

test('the orders of all organizations are read at once only as they were placed', () => {
  expect(isLong(newest, true)).toBe(false)
  expect(isLong({ $orderBy: 'totalPrice' }, true)).toBe(true)
  expect(isLong({ ...newest, $filter: "status eq 'CLOSED'" }, true)).toBe(true)
  expect(isLong({ $filter: 'number eq 1000001' }, true)).toBe(false)
})
