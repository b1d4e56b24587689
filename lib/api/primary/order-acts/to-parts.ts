import { toIso } from '@/lib/clock'
import { disputeMoves, standingContest } from '@/lib/orders/dispute'
import { orderedOf } from '@/lib/orders/edit-lines'
import { fulfillmentMoves, remainingLines } from '@/lib/orders/fulfillment'
import { paymentMoves } from '@/lib/orders/payment'
import { canSplit } from '@/lib/orders/split-order'
import type { OrderParts, WholeOrder } from '@/lib/orders/whole-order'
import type { OrderPartsJson } from './schemas'

/** Ours to theirs: what belongs to an order. */
export function toParts({ lines, payment, shipments, contest }: OrderParts) {
  return {
    lines: lines.map((line) => ({
      id: line.id,
      product: line.productId || null,
      productName: line.productName,
      variant: line.variantId || null,
      variantTitle: line.variantTitle,
      sku: line.sku,
      price: line.priceAmount,
      quantity: line.quantity,
      orderedQuantity: orderedOf(line).quantity,
      tax: line.taxAmount,
      added: line.origin === 'ADDED',
      removed: line.removed,
      vendorId: line.vendorId,
    })),
    payment: payment && {
      transactionId: payment.transactionId,
      provider: payment.provider,
      method: payment.method,
      authorizedAmount: payment.authorizedAmount,
      paidAmount: payment.paidAmount,
      refundedAmount: payment.refundedAmount,
      createdAt: toIso(payment.createdAt),
      updatedAt: toIso(payment.updatedAt),
    },
    shipments: shipments.map((shipment) => ({
      id: shipment.id,
      carrier: shipment.carrier,
      trackingNumber: shipment.trackingNumber,
      lines: shipment.lines,
      shippedAt: toIso(shipment.shippedAt),
      expectedAt: toIso(shipment.expectedAt),
      deliveredAt: toIso(shipment.deliveredAt),
    })),
    contest:
      contest && contest.deletedAt === null
        ? {
            id: contest.id,
            message: contest.message,
            fromOperator: contest.fromOperator,
            status: contest.status,
            originalTotalPrice: contest.originalTotalPrice,
            contestedTotalPrice: contest.contestedTotalPrice,
            reviewedTotalPrice: contest.reviewedTotalPrice,
            items: contest.items,
            createdAt: toIso(contest.createdAt),
            updatedAt: toIso(contest.updatedAt),
          }
        : null,
  }
}

/** What the machines allow now (spec other-order-apis D.4 to D.6), for screens. */
function nextOf(whole: WholeOrder): OrderPartsJson['next'] {
  const { status, paymentStatus, fulfillmentStatus, disputeStatus } = whole.order
  const canceled = status === 'CANCELED'
  const partly = paymentStatus === 'PARTIALLY_REFUNDED' ? (['PARTIALLY_REFUNDED'] as const) : []
  const shipping = ['PARTIALLY_SHIPPED', 'SHIPPED']
  const more = fulfillmentStatus === 'PARTIALLY_SHIPPED' ? (['PARTIALLY_SHIPPED'] as const) : []
  return {
    payment: [...partly, ...paymentMoves[paymentStatus]].filter(
      (to) => !canceled || (to !== 'PROCESSING' && to !== 'AUTHORIZED'),
    ),
    fulfillment: canceled
      ? []
      : [...more, ...fulfillmentMoves[fulfillmentStatus]].filter((to) => status !== 'CLOSED' || !shipping.includes(to)),
    dispute: disputeMoves[disputeStatus].filter(
      (to) => to === 'CONTESTED' || (to === 'REVIEWED' && standingContest(whole)?.status === 'CONTESTED'),
    ) as ('CONTESTED' | 'REVIEWED')[],
    split: canSplit(whole),
  }
}

export const toOrderParts = (whole: WholeOrder): OrderPartsJson => ({
  ...toParts(whole),
  remaining: remainingLines(whole),
  next: nextOf(whole),
})
