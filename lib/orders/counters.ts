import { and, eq, sql } from 'drizzle-orm'
import { counterShards, type Reader, type Tx } from '@/db'
import { inList, listValue } from '@/db/dialect/query-sql'
import { orderCounters } from '@/db/schema'
import { runPrepared } from '@/lib/query/statements'
import type { OrderStatus } from '@/lib/resources/order'

/** Suborders are not counted: their master is (spec other-order-apis E.32). */
export const isCounted = (order: { splitKind: string | null }) => order.splitKind !== 'SUB_ORDER'

/** Adds to the kept number of an organization's orders in one status. */
export async function countOrders(tx: Tx, organizationId: string, status: OrderStatus, by: number): Promise<void> {
  if (by === 0) return
  const shard = Math.floor(Math.random() * counterShards)
  await runPrepared(tx, 'count orders', [organizationId, status, shard, by], (slot) => {
    const bound = (index: number) => sql`${slot(index)}`
    return tx
      .insert(orderCounters)
      .values({ organizationId: bound(0), status: bound(1), shard: bound(2), count: bound(3) })
      .onConflictDoUpdate({
        target: [orderCounters.organizationId, orderCounters.status, orderCounters.shard],
        set: { count: sql`${orderCounters.count} + excluded.count` },
      })
  })
}

/**
 * How many orders there are, from the kept counters: of one organization or of all, in some statuses or in any.
 */
export async function readOrderCount(
  db: Reader,
  organizationId: string | undefined,
  statuses?: readonly OrderStatus[],
): Promise<number> {
  const wanted = statuses && listValue(statuses)
  const key = `order count ${organizationId !== undefined} ${wanted !== undefined}`
  const [row] = await runPrepared(db, key, [organizationId ?? null, wanted ?? null], (slot) =>
    db
      .select({ total: sql<number>`coalesce(sum(${orderCounters.count}), 0)` })
      .from(orderCounters)
      .where(
        and(
          organizationId === undefined ? undefined : sql`${orderCounters.organizationId} = ${slot(0)}`,
          wanted === undefined ? undefined : inList(orderCounters.status, slot(1), 'text'),
        ),
      ),
  )
  return Number(row?.total ?? 0)
}

/** The number of an organization's orders per status; statuses without orders are absent. */
export async function readStatusCounts(db: Reader, organizationId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ status: orderCounters.status, count: sql<number>`sum(${orderCounters.count})` })
    .from(orderCounters)
    .where(eq(orderCounters.organizationId, organizationId))
    .groupBy(orderCounters.status)
  return new Map(rows.map((row) => [row.status, Number(row.count)]))
}
