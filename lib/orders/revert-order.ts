import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { changes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { getOrder } from './get-order'
import type { Order } from './order'
import { saveOrder } from './save-order'

/** Every axis, reason and date a status move touches; a revert brings these back and nothing else (decision 49). */
const lifecycle: ReadonlySet<string> = new Set<keyof Order>([
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
])

/** The verbs that can be taken back. */
const revertible: ReadonlySet<string> = new Set(['accept', 'start', 'close', 'cancel'])

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
  if (!latest || !revertible.has(latest.operation)) {
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
  const earlier = Object.fromEntries(
    Object.entries(latest.fields)
      .filter(([name]) => lifecycle.has(name))
      .map(([name, [before]]) => [name, before]),
  ) as Partial<Order>
  return saveOrder(tx, actor, order, earlier, 'revert', batchId)
}
