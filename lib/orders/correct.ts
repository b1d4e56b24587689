import { AppError } from '@/lib/errors'
import type { OrderStatus, PaymentStatus, Placement } from '@/lib/resources/order'
import { endDispute } from './dispute'
import { putPayment } from './payment'
import type { Act } from './whole-order'
import { withOrder } from './whole-order'

/**
 * An administrator's word about the money (spec other-order-apis D.4, D.6): not bound by the payment machine, kept in
 * the history as what it is. Ends a dispute.
 */
export type Correction = {
  /** Absent: kept. */
  placement?: Placement
  payment: PaymentStatus
  /** Payment states that say the same more finely, and stay. */
  keep?: readonly PaymentStatus[]
  /** The only order status in which it is possible. Absent: any. */
  only?: OrderStatus
}

/** @throws AppError Conflict */
export const correct =
  ({ placement, payment, keep = [], only }: Correction): Act =>
  (whole, at) => {
    const { order } = whole
    if (only !== undefined && order.status !== only) {
      throw new AppError('Conflict', `That is possible for ${only} orders only; this one is ${order.status}.`, {
        target: 'status',
      })
    }
    const paid = keep.includes(order.paymentStatus) ? whole : putPayment(whole, payment, at)
    const placed =
      placement === undefined
        ? paid
        : withOrder(paid, {
            placement,
            placedAt: placement === 'PLACED' ? (paid.order.placedAt ?? at) : null,
          })
    return endDispute(placed, at)
  }
