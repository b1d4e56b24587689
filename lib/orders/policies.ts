import { moveStatus } from './status'
import { type WholeOrder, withOrder } from './whole-order'

/**
 * What couples the machines (spec other-order-apis D.5) beyond what the acts themselves say: shipping starts an order
 * (fulfillment.ts), canceling voids an open payment (status.ts), and the two below. Nothing else.
 */

/** Paid, given back since, or never to be paid here at all. */
export function isSettled({ order, payment }: WholeOrder): boolean {
  switch (order.paymentStatus) {
    case 'PAID':
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED':
      return true
    case 'NOT_PAID':
      return payment === null
    default:
      return false
  }
}

/** Policy 2: delivered, settled, undisputed orders are done. */
const isDone = (whole: WholeOrder) =>
  whole.order.status === 'PROCESSING' &&
  whole.order.fulfillmentStatus === 'DELIVERED' &&
  whole.order.disputeStatus !== 'CONTESTED' &&
  isSettled(whole)

/** What follows from an act; called once per write. */
export function withConsequences(before: WholeOrder, after: WholeOrder, at: number): WholeOrder {
  const [old, fresh] = [before.order, after.order]
  const watched =
    old.fulfillmentStatus !== fresh.fulfillmentStatus ||
    old.paymentStatus !== fresh.paymentStatus ||
    old.disputeStatus !== fresh.disputeStatus
  const closed = watched && isDone(after) ? withOrder(after, moveStatus(fresh, 'CLOSED', at) ?? {}) : after
  const { status, placement, fulfillmentStatus } = closed.order
  const moved = old.status !== status || old.placement !== placement || old.fulfillmentStatus !== fulfillmentStatus
  return moved ? withOrder(closed, { lastStatusChangeAt: at }) : closed
}

/** The invariants of D.5 that an order breaks; none, ever. */
export function violations({ order }: Pick<WholeOrder, 'order'>): string[] {
  const { status, placement, paymentStatus, fulfillmentStatus } = order
  const rules: [boolean, string][] = [
    [
      placement !== 'PLACED' && status !== 'PENDING' && status !== 'CANCELED',
      `${placement} goes with PENDING or CANCELED only, not with ${status}`,
    ],
    [
      fulfillmentStatus !== 'UNFULFILLED' && status !== 'PROCESSING' && status !== 'CLOSED',
      `${fulfillmentStatus} goes with PROCESSING or CLOSED only, not with ${status}`,
    ],
    [
      status === 'CANCELED' && (paymentStatus === 'PROCESSING' || paymentStatus === 'AUTHORIZED'),
      `CANCELED goes with no open payment, not with ${paymentStatus}`,
    ],
    [
      placement === 'DRAFT' && paymentStatus !== 'NOT_PAID' && !(paymentStatus === 'VOIDED' && status === 'CANCELED'),
      `DRAFT goes with NOT_PAID, not with ${paymentStatus}`,
    ],
    [
      placement === 'IN_CHECKOUT' && !['NOT_PAID', 'PROCESSING', 'VOIDED'].includes(paymentStatus),
      `IN_CHECKOUT goes with NOT_PAID, PROCESSING or VOIDED, not with ${paymentStatus}`,
    ],
  ]
  return rules.filter(([broken]) => broken).map(([, message]) => message)
}
