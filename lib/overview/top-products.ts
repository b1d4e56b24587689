import { and, countDistinct, eq, gte, inArray, isNull, lt, max, ne, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orderLines, orders } from '@/db/schema'
import type { Day } from './days'
import { slices } from './order-days'

/** What a product brought in: pieces, their price as it was asked (minor units), and in how many orders. */
export type TopProduct = { productId: string; productName: string; quantity: number; value: number; orders: number }

/** Lines of an organization's orders that were created in some days and stand. Lines outside the catalog apart. */
const standing = (organizationId: string, days: readonly Day[]) =>
  and(
    eq(orders.organizationId, organizationId),
    gte(orders.createdAt, days[0]!.start),
    lt(orders.createdAt, days.at(-1)!.end),
    isNull(orders.masterOrderId),
    ne(orders.status, 'CANCELED'),
    eq(orderLines.removed, false),
    ne(orderLines.productId, ''),
  )

type Sold = { productId: string; quantity: number; value: number }

/** Pieces and value by product: answered from the indexes alone, some days at a time. */
async function addUp(db: Reader, organizationId: string, days: readonly Day[]): Promise<Sold[]> {
  const products = new Map<string, Sold>()
  for await (const { slice } of slices(days)) {
    const rows = await db
      .select({
        productId: orderLines.productId,
        quantity: sql`sum(${orderLines.quantity})`.mapWith(Number),
        value: sql`sum(${orderLines.quantity} * ${orderLines.priceAmount})`.mapWith(Number),
      })
      .from(orders)
      .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
      .where(standing(organizationId, slice))
      .groupBy(orderLines.productId)
    for (const { productId, quantity, value } of rows) {
      const known = products.get(productId) ?? { productId, quantity: 0, value: 0 }
      products.set(productId, { productId, quantity: known.quantity + quantity, value: known.value + value })
    }
  }
  return [...products.values()]
}

/** The products that brought in most in orders created in the days and not canceled. */
export async function findTopProducts(
  db: Reader,
  organizationId: string,
  days: readonly Day[],
  count: number,
): Promise<TopProduct[]> {
  const sold = await addUp(db, organizationId, days)
  const best = sold
    .sort((one, other) => other.value - one.value || (one.productId < other.productId ? -1 : 1))
    .slice(0, count)
  if (best.length === 0) return []
  const ids = best.map(({ productId }) => productId)
  const rows = await db
    .select({
      productId: orderLines.productId,
      productName: max(orderLines.productName),
      orders: countDistinct(orderLines.orderId),
    })
    .from(orderLines)
    .innerJoin(orders, eq(orderLines.orderId, orders.id))
    .where(
      and(
        eq(orderLines.organizationId, organizationId),
        inArray(orderLines.productId, ids),
        standing(organizationId, days),
      ),
    )
    .groupBy(orderLines.productId)
  const named = new Map(rows.map((row) => [row.productId, row]))
  return best.map((product) => {
    const { productName = '', orders: counted = 0 } = named.get(product.productId) ?? {}
    return { ...product, productName: productName ?? '', orders: Number(counted) }
  })
}
