import { by, type WordTree } from '@/lib/orders/projection'
import type { PaymentStatus } from '@/lib/resources/order'

export const tenantStatuses = ['IN_CHECKOUT', 'CREATED', 'CONFIRMED', 'DECLINED', 'SHIPPED', 'COMPLETED'] as const
export type TenantStatus = (typeof tenantStatuses)[number]

const goods: WordTree<TenantStatus> = by('fulfillmentStatus', {
  UNFULFILLED: 'CONFIRMED',
  PARTIALLY_SHIPPED: 'CONFIRMED',
  SHIPPED: 'SHIPPED',
  DELIVERED: 'SHIPPED',
  RETURNED: 'SHIPPED',
})

/** What the Emporix contract calls an order (spec other-order-apis D.7). */
export const tenantWords: WordTree<TenantStatus> = by('status', {
  PENDING: by('placement', { DRAFT: 'IN_CHECKOUT', IN_CHECKOUT: 'IN_CHECKOUT', PLACED: 'CREATED' }),
  ACCEPTED: goods,
  PROCESSING: goods,
  CLOSED: 'COMPLETED',
  CANCELED: 'DECLINED',
})

/** What it calls the state of a payment. */
export const tenantPaymentStatus = {
  NOT_PAID: 'PENDING',
  PROCESSING: 'PENDING',
  AUTHORIZED: 'AUTHORIZATION_SUCCESS',
  PAID: 'CAPTURE_SUCCESS',
  PARTIALLY_REFUNDED: 'REFUND_SUCCESS',
  REFUNDED: 'REFUND_SUCCESS',
  FAILED: 'FAILURE',
  VOIDED: 'CANCELLATION_SUCCESS',
} as const satisfies Record<PaymentStatus, string>

export type TenantPaymentStatus = (typeof tenantPaymentStatus)[PaymentStatus]
