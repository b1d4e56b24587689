import { and, eq, gte, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orderLines, orders } from '@/db/schema'
import type { Day } from './days'
import { slices } from './order-days'

/** What a product brought in: pieces, their price without or with tax as it was asked (minor units), orders. */
export type TopProduct = { productId: string; productName: string; quantity: number; value: number; orders: number }

/** The products that brought in most in orders created in the days and not canceled; lines outside the catalog apart. */
export async function findTopProducts(
  db: Reader,
  organizationId: string,
  days: readonly Day[],
  count: number,
): Promise<TopProduct[]> {
  const products = new Map<string, TopProduct>()
  for await (const { slice } of slices(days)) {
    const rows = await db
      .select({
        productId: orderLines.productId,
        productName: sql`max(${orderLines.productName})`.mapWith(String),
        quantity: sql`sum(${orderLines.quantity})`.mapWith(Number),
        value: sql`sum(${orderLines.quantity} * ${orderLines.priceAmount})`.mapWith(Number),
        orders: sql`count(distinct ${orderLines.orderId})`.mapWith(Number),
      })
      .from(orders)
      .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
      .where(
        and(
          eq(orders.organizationId, organizationId),
          gte(orders.createdAt, slice[0]!.start),
          lt(orders.createdAt, slice.at(-1)!.end),
          isNull(orders.masterOrderId),
          ne(orders.status, 'CANCELED'),
          eq(orderLines.removed, false),
          ne(orderLines.productId, ''),
        ),
      )
      .groupBy(orderLines.productId)
    for (const row of rows) {
      const known = products.get(row.productId)
      if (!known) products.set(row.productId, row as TopProduct)
      else {
        known.productName = row.productName
        known.quantity += row.quantity
        known.value += row.value
        known.orders += row.orders
      }
    }
  }
  return [...products.values()]
    .sort((one, other) => other.value - one.value || (one.productId < other.productId ? -1 : 1))
    .slice(0, count)
}
