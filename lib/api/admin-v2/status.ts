import type { Correction } from '@/lib/orders/correct'
import { by, type WordTree } from '@/lib/orders/projection'
import type { PaymentStatus } from '@/lib/resources/order'

export const storeStatuses = [
  'draft',
  'paid',
  'unpaid',
  'completed_so_far',
  'paymentProcessing',
  'contested',
  'reviewed',
] as const
export type StoreStatus = (typeof storeStatuses)[number]

const neverCharged: WordTree<StoreStatus> = by('placement', {
  DRAFT: by('status', {
    PENDING: 'draft',
    ACCEPTED: 'unpaid',
    PROCESSING: 'unpaid',
    CLOSED: 'unpaid',
    CANCELED: 'unpaid',
  }),
  IN_CHECKOUT: by('status', {
    PENDING: 'completed_so_far',
    ACCEPTED: 'unpaid',
    PROCESSING: 'unpaid',
    CLOSED: 'unpaid',
    CANCELED: 'unpaid',
  }),
  PLACED: 'unpaid',
})

/** What the AiFi contract calls an order (spec other-order-apis D.7): disputes before money, money before placement. */
export const storeWords: WordTree<StoreStatus> = by('disputeStatus', {
  CONTESTED: 'contested',
  REVIEWED: 'reviewed',
  NONE: by('paymentStatus', {
    NOT_PAID: neverCharged,
    PROCESSING: 'paymentProcessing',
    AUTHORIZED: 'paymentProcessing',
    PAID: 'paid',
    PARTIALLY_REFUNDED: 'paid',
    REFUNDED: 'paid',
    FAILED: 'unpaid',
    VOIDED: 'unpaid',
  }),
})

export const storePaymentStatuses = ['success', 'failed', 'processing'] as const
export type StorePaymentStatus = (typeof storePaymentStatuses)[number]

/** `paymentTransaction.paymentStatus` of an order. */
export const storePaymentStatus = {
  NOT_PAID: null,
  PROCESSING: 'processing',
  AUTHORIZED: 'processing',
  PAID: 'success',
  PARTIALLY_REFUNDED: 'success',
  REFUNDED: 'success',
  FAILED: 'failed',
  VOIDED: null,
} as const satisfies Record<PaymentStatus, StorePaymentStatus | null>

/** What writing a word about money sets (D.6); `contested` and `reviewed` are about the dispute instead. */
export const moneyWords = {
  draft: { placement: 'DRAFT', payment: 'NOT_PAID', only: 'PENDING' },
  completed_so_far: { placement: 'IN_CHECKOUT', payment: 'NOT_PAID', only: 'PENDING' },
  paymentProcessing: { payment: 'PROCESSING', keep: ['AUTHORIZED'] },
  paid: { placement: 'PLACED', payment: 'PAID', keep: ['PARTIALLY_REFUNDED', 'REFUNDED'] },
  unpaid: { placement: 'PLACED', payment: 'FAILED', keep: ['VOIDED'] },
} as const satisfies Record<Exclude<StoreStatus, 'contested' | 'reviewed'>, Correction>

/** The same for `paymentTransaction.paymentStatus`, which decides over `status`. */
export const paymentWords = {
  success: moneyWords.paid,
  processing: moneyWords.paymentProcessing,
  failed: { placement: 'PLACED', payment: 'FAILED' },
} as const satisfies Record<StorePaymentStatus, Correction>
