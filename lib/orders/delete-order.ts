import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { unindexRows } from '@/db/dialect/search-sql'
import { orders } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { countOrders, isCounted } from './counters'
import { getOrder } from './get-order'

/**
 * Deletes a PENDING order with its lines (spec nodeblocks O8). Its number is never used again; what it was stays in
 * the history.
 * @throws AppError NotFound, PreconditionFailed, Conflict
 */
export async function deleteOrder(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  orderId: string,
  expected: Expected,
): Promise<void> {
  const order = await getOrder(tx, organizationId, orderId)
  requireVersion('The order', order.version, expected)
  if (order.status !== 'PENDING') {
    throw new AppError(
      'Conflict',
      `Only PENDING orders can be deleted; this one is ${order.status}. Cancel it instead.`,
      {
        target: 'status',
      },
    )
  }
  if (order.splitKind !== null) {
    throw new AppError('Conflict', 'A split order and its parts cannot be deleted. Cancel it instead.', {
      target: 'status',
    })
  }
  await tx.delete(orders).where(eq(orders.id, order.id))
  await unindexRows(tx, 'order_search', [order.number])
  if (isCounted(order)) await countOrders(tx, organizationId, order.status, -1)
  await recordChange(tx, actor, {
    organizationId,
    entity: 'order',
    entityId: order.id,
    version: 0,
    operation: 'delete',
    before: order,
  })
}
