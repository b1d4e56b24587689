import { and, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orders } from '@/db/schema'
import type { OrderStatus } from '@/lib/resources/order'

/** Statuses in which somebody still has to do something. */
export const openStatuses = ['PENDING', 'ACCEPTED', 'PROCESSING'] as const satisfies readonly OrderStatus[]

const hour = 60 * 60 * 1000

/** How long an order has waited: from `from` up to `to`, in hours; the last has no end. */
export const ages = [
  { from: 0, to: 24 },
  { from: 24, to: 72 },
  { from: 72, to: 168 },
  { from: 168, to: 720 },
  { from: 720, to: null },
] as const

/** Created from `after` on and before `before`, ms UTC; null is open. */
export type AgeCount = {
  fromHours: number
  toHours: number | null
  after: number | null
  before: number | null
  counts: Map<OrderStatus, number>
}

/** An organization's open orders by how long ago they were created, and status. `at` is the present, ms UTC. */
export async function countOpenOrders(db: Reader, organizationId: string, at: number): Promise<AgeCount[]> {
  const found: AgeCount[] = []
  for (const { from, to } of ages) {
    // Orders of this very millisecond, and those dated ahead, are the youngest.
    const before = from === 0 ? null : at - from * hour
    const after = to === null ? null : at - to * hour
    const rows = await db
      .select({ status: orders.status, count: sql`count(*)`.mapWith(Number) })
      .from(orders)
      .where(
        and(
          eq(orders.organizationId, organizationId),
          inArray(orders.status, [...openStatuses]),
          after === null ? undefined : gte(orders.createdAt, after),
          before === null ? undefined : lt(orders.createdAt, before),
          isNull(orders.masterOrderId),
        ),
      )
      .groupBy(orders.status)
    const counts = new Map(rows.map(({ status, count }) => [status as OrderStatus, count as number]))
    found.push({ fromHours: from, toHours: to, after, before, counts })
  }
  return found
}
