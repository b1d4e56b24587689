import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { changes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import type { StoredChange } from '@/lib/history/find-changes'
import { getOrder } from './get-order'
import type { Order } from './order'
import { foldBack } from './read-version'
import { saveWholeOrder } from './save-order'
import { type OrderParts, readWholeOrder } from './whole-order'

/**
 * Every axis, reason and date a status move touches, and the parts it made or changed; a revert brings these back and
 * nothing else (decision 49).
 */
export const lifecycle: ReadonlySet<string> = new Set<keyof Order | keyof OrderParts>([
  'status',
  'placement',
  'paymentStatus',
  'fulfillmentStatus',
  'disputeStatus',
  'cancelReason',
  'placedAt',
  'paidAt',
  'deliveredAt',
  'completedAt',
  'closedAt',
  'canceledAt',
  'lastStatusChangeAt',
  'payment',
  'shipments',
  'contest',
])

/** A change that moved the order's status, from whichever surface: accepting it, or shipping it unaccepted. */
export const isStatusMove = ({ operation, fields }: Pick<StoredChange, 'operation' | 'fields'>) =>
  operation !== 'revert' && 'status' in fields

/**
 * Takes back the latest version of an order when it was a status move, from whichever surface (decisions 2, 20, 49).
 * @throws AppError NotFound, PreconditionFailed, Conflict when something else happened last
 */
export async function revertOrder(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  orderId: string,
  expected: Expected,
  batchId: string | null = null,
): Promise<Order> {
  const order = await getOrder(tx, organizationId, orderId)
  requireVersion('The order', order.version, expected)
  const [latest] = await tx
    .select()
    .from(changes)
    .where(and(eq(changes.entity, 'order'), eq(changes.entityId, order.id), eq(changes.version, order.version)))
  if (order.splitKind !== null) {
    throw new AppError('Conflict', 'A part of a split order cannot be taken back alone: the others follow it.', {
      target: 'version',
    })
  }
  if (!latest || !isStatusMove(latest)) {
    const what = latest
      ? `${latest.actorName} did “${latest.operation}” at ${new Date(latest.at).toISOString()}`
      : 'nothing'
    throw new AppError(
      'Conflict',
      `Only a status move can be taken back while nothing later happened; last, ${what}.`,
      {
        target: 'version',
        inner: { code: 'NotRevertible', version: order.version },
      },
    )
  }
  const touched = Object.fromEntries(Object.entries(latest.fields).filter(([name]) => lifecycle.has(name)))
  const whole = await readWholeOrder(tx, order)
  const saved = await saveWholeOrder(tx, actor, whole, foldBack(whole, touched), 'revert', batchId)
  return saved.order
}
