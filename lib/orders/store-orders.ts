import type { Tx } from '@/db'
import { indexRows } from '@/db/dialect/search-sql'
import { orderLines, orders } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { recordChanges } from '@/lib/history/record-change'
import { searchTokens } from '@/lib/query/search'
import type { OrderStatus } from '@/lib/resources/order'
import type { ComposedOrder } from './compose-order'
import { countOrders } from './counters'
import { searchText } from './search-text'

/** Rows per statement: the most columns an insert has, within what both engines bind at once. */
const rowsAtOnce = 400

/** Stores composed orders: rows, lines, counters, search index and the history entry of each. */
export async function storeOrders(tx: Tx, actor: Actor, list: readonly ComposedOrder[]): Promise<void> {
  const rows = list.map(({ order }) => order)
  const lines = list.flatMap((composed) => composed.lines)
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(orders).values(rows.slice(from, from + rowsAtOnce))
  for (let from = 0; from < lines.length; from += 1000)
    await tx.insert(orderLines).values(lines.slice(from, from + 1000))

  const counts = new Map<string, { organizationId: string; status: OrderStatus; count: number }>()
  for (const { organizationId, status } of rows) {
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
  await recordChanges(
    tx,
    actor,
    rows.map((order) => ({
      organizationId: order.organizationId,
      entity: 'order',
      entityId: order.id,
      version: order.version,
      operation: 'place',
      after: order,
      at: order.createdAt,
    })),
  )
}
