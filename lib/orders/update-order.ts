import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { badArgument, type ErrorDetail } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { mergeCustomFields } from '@/lib/merge-custom-fields'
import type { CancelReason, OrderStatus } from '@/lib/resources/order'
import { addOrderNote } from './add-order-note'
import { getOrder } from './get-order'
import type { Order } from './order'
import { saveOrder } from './save-order'
import { moveStatus, statusMoves } from './status'

/** What may change on an order (spec nodeblocks 4.2). Absent stays; times are ms UTC. */
export type OrderPatch = {
  status?: OrderStatus
  cancelReason?: CancelReason | null
  canceledAt?: number | null
  closedAt?: number | null
  customer?: Partial<
    Pick<
      Order,
      | 'customerAddressLine1'
      | 'customerAddressLine2'
      | 'customerAddressLine3'
      | 'customerPhone'
      | 'customerEmail'
      | 'customerAge'
      | 'customerPreferredContactMethod'
      | 'customerPreferredTimeToContact'
    >
  >
  customFields?: Record<string, unknown>
  /** Kept as an order note in the same transaction (decision 35). */
  note?: string
}

/** Reasons and dates belong to their end: given for another status they are refused (spec nodeblocks 8). */
function requireFittingEnd(order: Order, patch: OrderPatch): void {
  const status = patch.status ?? order.status
  const details: ErrorDetail[] = []
  const refuse = (target: string, needed: string) =>
    details.push({
      code: 'NotAllowed',
      target,
      message: `\`${target}\` goes with a ${needed} order; this one is ${status}.`,
    })
  if (status !== 'CANCELED' && patch.cancelReason) refuse('cancelReason', 'CANCELED')
  if (status !== 'CANCELED' && patch.canceledAt) refuse('canceledAt', 'CANCELED')
  if (status !== 'CLOSED' && patch.closedAt) refuse('closedAt', 'CLOSED')
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details)
}

/** On an order that has ended already, a given reason or date corrects the stored one; null leaves it. */
function corrections(order: Order, patch: OrderPatch): Partial<Order> {
  if (order.status === 'CANCELED') {
    return {
      cancelReason: patch.cancelReason ?? order.cancelReason,
      canceledAt: patch.canceledAt ?? order.canceledAt,
    }
  }
  return order.status === 'CLOSED' ? { closedAt: patch.closedAt ?? order.closedAt } : {}
}

/**
 * Changes an order: status, contact fields, custom fields, in one new version.
 * @throws AppError NotFound, PreconditionFailed, BadArgument, Conflict
 */
export async function updateOrder(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  orderId: string,
  patch: OrderPatch,
  expected: Expected,
  batchId: string | null = null,
): Promise<Order> {
  const order = await getOrder(tx, organizationId, orderId)
  requireVersion('The order', order.version, expected)
  requireFittingEnd(order, patch)
  const at = now()
  const moved = patch.status && moveStatus(order, patch.status, at, patch)
  const operation = moved && moved.status !== 'PENDING' ? statusMoves[moved.status].command : 'update'
  const saved = await saveOrder(
    tx,
    actor,
    order,
    {
      ...(moved ?? corrections(order, patch)),
      ...patch.customer,
      ...(patch.customFields ? { customFields: mergeCustomFields(order.customFields, patch.customFields) } : {}),
    },
    operation,
    batchId,
  )
  if (patch.note) await addOrderNote(tx, actor, saved, patch.note)
  return saved
}
