import { AppError } from '@/lib/errors'
import type { PaymentStatus, Placement } from '@/lib/resources/order'
import { type Act, type OrderPayment, type WholeOrder, withOrder } from './whole-order'

/**
 * Machine 2 of spec other-order-apis D.4, the only place that knows it: what a gateway, a retry or a refund may lead
 * to. An administrator's correction is not bound by it (see correct.ts).
 */
export const paymentMoves: Record<PaymentStatus, readonly PaymentStatus[]> = {
  NOT_PAID: ['PROCESSING', 'AUTHORIZED', 'PAID', 'FAILED'],
  PROCESSING: ['AUTHORIZED', 'PAID', 'FAILED', 'VOIDED'],
  AUTHORIZED: ['PAID', 'FAILED', 'VOIDED'],
  PAID: ['FAILED', 'PARTIALLY_REFUNDED', 'REFUNDED'],
  PARTIALLY_REFUNDED: ['REFUNDED'],
  REFUNDED: [],
  FAILED: ['PROCESSING', 'AUTHORIZED', 'PAID'],
  VOIDED: ['PAID'],
}

/** Placement follows money: an attempt ends the draft, a result places the order (D.4). */
const placementAfter: Record<PaymentStatus, (placement: Placement) => Placement> = {
  NOT_PAID: (placement) => placement,
  PROCESSING: (placement) => (placement === 'DRAFT' ? 'IN_CHECKOUT' : placement),
  AUTHORIZED: () => 'PLACED',
  PAID: () => 'PLACED',
  PARTIALLY_REFUNDED: () => 'PLACED',
  REFUNDED: () => 'PLACED',
  FAILED: () => 'PLACED',
  VOIDED: (placement) => placement,
}

/** Money that was taken, and perhaps given back since. */
export const isPaid = (status: PaymentStatus) =>
  status === 'PAID' || status === 'PARTIALLY_REFUNDED' || status === 'REFUNDED'

/** What a provider tells of a payment; absent stays. */
export type PaymentFacts = Partial<
  Pick<OrderPayment, 'transactionId' | 'provider' | 'method' | 'refunded' | 'tryRefundTimes'>
>

const newPayment = ({ order }: WholeOrder, at: number): OrderPayment => ({
  orderId: order.id,
  organizationId: order.organizationId,
  transactionId: null,
  provider: null,
  method: order.paymentMethodId,
  authorizedAmount: 0,
  paidAmount: 0,
  refundedAmount: 0,
  refunded: false,
  tryRefundTimes: 0,
  createdAt: at,
  updatedAt: at,
})

/** Keeps facts on the payment record, which begins with the first of them. */
export function withPayment(whole: WholeOrder, facts: Partial<OrderPayment>, at: number): WholeOrder {
  const known = whole.payment ?? newPayment(whole, at)
  const names = Object.keys(facts) as (keyof OrderPayment)[]
  const same = whole.payment !== null && names.every((name) => facts[name] === known[name])
  return same ? whole : { ...whole, payment: { ...known, ...facts, updatedAt: at } }
}

/** The amounts that go with a status; those of a partial refund are given. */
function amountsAt(
  whole: WholeOrder,
  to: PaymentStatus,
): Pick<OrderPayment, 'authorizedAmount' | 'paidAmount' | 'refundedAmount' | 'refunded'> {
  const { totalPrice } = whole.order
  const kept = whole.payment ?? newPayment(whole, 0)
  const none = { authorizedAmount: 0, paidAmount: 0, refundedAmount: 0, refunded: false }
  switch (to) {
    case 'NOT_PAID':
    case 'PROCESSING':
    case 'FAILED':
    case 'VOIDED':
      return none
    case 'AUTHORIZED':
      return { ...none, authorizedAmount: totalPrice }
    case 'PAID':
      return { ...none, authorizedAmount: totalPrice, paidAmount: totalPrice }
    case 'PARTIALLY_REFUNDED':
      return { ...kept, refunded: false }
    case 'REFUNDED': {
      const paidAmount = isPaid(whole.order.paymentStatus) && whole.payment ? kept.paidAmount : totalPrice
      return { authorizedAmount: paidAmount, paidAmount, refundedAmount: paidAmount, refunded: true }
    }
  }
}

/** Puts the payment where it is said to be, whatever it was; only a canceled order cannot be charged anew. */
export function putPayment(whole: WholeOrder, to: PaymentStatus, at: number): WholeOrder {
  const { order } = whole
  if (order.paymentStatus === to) return whole
  if (order.status === 'CANCELED' && (to === 'PROCESSING' || to === 'AUTHORIZED')) {
    throw new AppError('Conflict', `A canceled order cannot be charged: its payment cannot become ${to}.`, {
      target: 'paymentStatus',
    })
  }
  const placement = placementAfter[to](order.placement)
  const { authorizedAmount, paidAmount, refundedAmount, refunded } = amountsAt(whole, to)
  // Taking a payment back to "never charged" needs no record of one; a record that exists is kept.
  const recorded =
    to === 'NOT_PAID' && whole.payment === null
      ? whole
      : withPayment(whole, { authorizedAmount, paidAmount, refundedAmount, refunded }, at)
  return withOrder(recorded, {
    paymentStatus: to,
    placement,
    placedAt: placement === 'PLACED' ? (order.placedAt ?? at) : order.placedAt,
    paidAt: to === 'PAID' ? (order.paidAt ?? at) : order.paidAt,
  })
}

/**
 * A payment's own event (D.4). `refundedAmount`, in minor units, goes with PARTIALLY_REFUNDED: what is given back this
 * time; when nothing is left it is REFUNDED.
 * @throws AppError Conflict
 */
export const movePayment =
  (to: PaymentStatus, facts: PaymentFacts & { refundedAmount?: number } = {}): Act =>
  (whole, at) => {
    const from = whole.order.paymentStatus
    const { refundedAmount, ...said } = facts
    if (to === 'PARTIALLY_REFUNDED') return refundPart(whole, refundedAmount ?? 0, said, at)
    if (from !== to && !paymentMoves[from].includes(to)) {
      throw new AppError('Conflict', `A ${from} payment cannot become ${to}.`, {
        target: 'paymentStatus',
        details: paymentMoves[from].map((status) => ({
          code: 'Allowed',
          target: status,
          message: `The payment may become ${status}.`,
        })),
      })
    }
    const moved = putPayment(whole, to, at)
    return Object.keys(said).length === 0 ? moved : withPayment(moved, said, at)
  }

function refundPart(whole: WholeOrder, amount: number, facts: PaymentFacts, at: number): WholeOrder {
  const from = whole.order.paymentStatus
  if (from !== 'PAID' && from !== 'PARTIALLY_REFUNDED') {
    throw new AppError('Conflict', `A ${from} payment cannot be refunded.`, { target: 'paymentStatus' })
  }
  const known = withPayment(whole, whole.payment ? {} : { paidAmount: whole.order.totalPrice }, at)
  const left = known.payment!.paidAmount - known.payment!.refundedAmount
  if (amount <= 0 || amount > left) {
    throw new AppError('Conflict', `Between 1 and ${left} can be given back; ${amount} cannot.`, {
      target: 'refundedAmount',
    })
  }
  if (amount === left) return withPayment(putPayment(known, 'REFUNDED', at), facts, at)
  const refundedAmount = known.payment!.refundedAmount + amount
  const moved = withOrder(known, { paymentStatus: 'PARTIALLY_REFUNDED' })
  return withPayment(moved, { ...facts, refundedAmount }, at)
}
