import type { Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { indexRows } from '@/db/dialect/search-sql'
import { orderLines, orders } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { numberCustomers } from '@/lib/customers/number-customers'
import { type Change, recordChanges } from '@/lib/history/record-change'
import { searchTokens } from '@/lib/query/search'
import type { OrderStatus } from '@/lib/resources/order'
import type { ComposedOrder } from './compose-order'
import { countOrders, isCounted } from './counters'
import type { Order } from './order'
import { searchText } from './search-text'

/** Gives the orders that have none their customer's integer. */
async function withCustomerIds(tx: Tx, list: readonly ComposedOrder[]): Promise<Order[]> {
  const numbers = new Map<Order, number>()
  const unnumbered = list.map(({ order }) => order).filter(({ customerId }) => customerId === null)
  for (const [organizationId, orders] of Map.groupBy(unnumbered, (order) => order.organizationId)) {
    const keys = orders.map(({ userId, customerReference: reference }) => ({ userId, reference }))
    const given = await numberCustomers(tx, organizationId, keys, orders[0]!.createdAt)
    for (const [i, order] of orders.entries()) numbers.set(order, given[i]!)
  }
  return list.map(({ order }) => (numbers.has(order) ? { ...order, customerId: numbers.get(order)! } : order))
}

/** The history entry of a new order. */
export const placement = (order: Order): Change => ({
  organizationId: order.organizationId,
  entity: 'order',
  entityId: order.id,
  version: 1,
  operation: 'place',
  after: order,
  at: order.createdAt,
})

/** Stores composed orders: rows, lines, counters, search index and the history entry of each; returns the rows. */
export async function storeOrders(tx: Tx, actor: Actor, list: readonly ComposedOrder[]): Promise<Order[]> {
  const rows = await storeOrderRows(tx, list)
  await recordChanges(tx, actor, rows.map(placement))
  return rows
}

/** All of it but the history. */
export async function storeOrderRows(tx: Tx, list: readonly ComposedOrder[]): Promise<Order[]> {
  const rows = await withCustomerIds(tx, list)
  const lines = list.flatMap((composed) => composed.lines)
  await insertRows(tx, orders, rows)
  await insertRows(tx, orderLines, lines)

  const counts = new Map<string, { organizationId: string; status: OrderStatus; count: number }>()
  for (const { organizationId, status, splitKind } of rows) {
    if (!isCounted({ splitKind })) continue
    const key = `${organizationId}/${status}`
    const entry = counts.get(key) ?? { organizationId, status, count: 0 }
    counts.set(key, { ...entry, count: entry.count + 1 })
  }
  for (const { organizationId, status, count } of counts.values()) await countOrders(tx, organizationId, status, count)

  await indexRows(
    tx,
    'order_search',
    list.map(({ order, lines }) => ({ number: order.number, tokens: searchTokens(searchText(order, lines)) })),
  )
  return rows
}
