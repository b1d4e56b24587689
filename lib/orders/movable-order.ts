import { sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { inList, listValue } from '@/db/dialect/query-sql'
import { orders } from '@/db/schema'
import type { Order } from './order'

const columns = {
  id: orders.id,
  number: orders.number,
  version: orders.version,
  organizationId: orders.organizationId,
  status: orders.status,
  placement: orders.placement,
  paymentStatus: orders.paymentStatus,
  fulfillmentStatus: orders.fulfillmentStatus,
  disputeStatus: orders.disputeStatus,
  cancelReason: orders.cancelReason,
  placedAt: orders.placedAt,
  paidAt: orders.paidAt,
  deliveredAt: orders.deliveredAt,
  completedAt: orders.completedAt,
  closedAt: orders.closedAt,
  canceledAt: orders.canceledAt,
  lastStatusChangeAt: orders.lastStatusChangeAt,
  splitKind: orders.splitKind,
}

/** What a status move reads and writes of an order: all that acts on many orders at once need to load. */
export type MovableOrder = Pick<Order, keyof typeof columns>

/**
 * Those of the orders that exist, in one organization when one is given; one statement however many there are. Others'
 * are dropped here, not in SQL: asked for both, an engine may well walk through the organization's orders.
 */
export async function readMovableOrders(
  db: Reader,
  ids: readonly string[],
  organizationId?: string,
): Promise<Map<string, MovableOrder>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select(columns)
    .from(orders)
    .where(inList(orders.id, sql.param(listValue(ids)), 'text'))
  const own = rows.filter((row) => organizationId === undefined || row.organizationId === organizationId)
  return new Map(own.map((row) => [row.id, row as MovableOrder]))
}
