import { and, countDistinct, eq, inArray, isNotNull, notInArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orderLines, orders } from '@/db/schema'

/**
 * How many of an organization's orders contain each product, whatever their status (spec nodeblocks O9, "Order
 * statistics"): in the order asked, zero included, repeated ids once.
 */
export async function countOrdersByProduct(
  db: Reader,
  organizationId: string,
  productIds: readonly string[],
): Promise<{ productId: string; count: number }[]> {
  const wanted = [...new Set(productIds)]
  const rows = await db
    .select({ productId: orderLines.productId, count: countDistinct(orderLines.orderId) })
    .from(orderLines)
    .where(
      and(
        eq(orderLines.organizationId, organizationId),
        inArray(orderLines.productId, wanted),
        eq(orderLines.removed, false),
        // A split order's parts repeat its lines.
        notInArray(
          orderLines.orderId,
          db
            .select({ id: orders.id })
            .from(orders)
            .where(and(isNotNull(orders.masterOrderId), eq(orders.organizationId, organizationId))),
        ),
      ),
    )
    .groupBy(orderLines.productId)
  const counts = new Map(rows.map((row) => [row.productId, Number(row.count)]))
  return wanted.map((productId) => ({ productId, count: counts.get(productId) ?? 0 }))
}
