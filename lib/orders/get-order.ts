import { asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orderLines, orders } from '@/db/schema'
import { type Actor, canManage } from '@/lib/auth/actor'
import { forbidden, notFound } from '@/lib/errors'
import { runPrepared } from '@/lib/query/statements'
import { asOrder, type Order, type OrderLine } from './order'

/** An order of this organization; of another one it is as good as absent (decision 15). */
export async function findOrder(db: Reader, organizationId: string, orderId: string): Promise<Order | undefined> {
  const [row] = await runPrepared(db, 'order', [organizationId, orderId], (slot) =>
    db
      .select()
      .from(orders)
      .where(sql`${orders.organizationId} = ${slot(0)} and ${orders.id} = ${slot(1)}`),
  )
  return row && asOrder(row)
}

/** @throws AppError NotFound */
export async function getOrder(db: Reader, organizationId: string, orderId: string): Promise<Order> {
  const order = await findOrder(db, organizationId, orderId)
  if (!order) throw notFound('Order')
  return order
}

/** The creator of an order is the user it is for, and the one who made it (decision 37). API keys never are. */
export const isCreator = (actor: Actor, order: Order) =>
  actor.userId !== null && (order.userId === actor.userId || order.createdBy === actor.userId)

/**
 * An order for whoever may read it: system admins, owners and admins, and its creator. Others cannot tell a foreign
 * order from a missing one (decision 34).
 * @throws AppError NotFound, Forbidden
 */
export async function getReadableOrder(
  db: Reader,
  actor: Actor,
  organizationId: string,
  orderId: string,
): Promise<Order> {
  if (canManage(actor, organizationId)) return getOrder(db, organizationId, orderId)
  const order = await findOrder(db, organizationId, orderId)
  if (order && isCreator(actor, order)) return order
  throw forbidden('Only the organization’s owners and admins and the order’s creator may read it.')
}

/** The lines of an order in their order. */
export function findOrderLines(db: Reader, orderId: string): Promise<OrderLine[]> {
  return db.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(asc(orderLines.position))
}
