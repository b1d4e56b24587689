import { correct } from '@/lib/orders/correct'
import { closeDispute, contestOrder } from '@/lib/orders/dispute'
import { writeWord } from '@/lib/orders/move'
import type { Act } from '@/lib/orders/whole-order'
import {
  moneyWords,
  paymentWords,
  type StorePaymentStatus,
  type StoreStatus,
  storePaymentStatus,
  storeWords,
} from './status'

/** The verb the history shows. */
export const storeVerbs: Record<StoreStatus, string> = {
  draft: 'correct',
  completed_so_far: 'correct',
  paymentProcessing: 'correct',
  paid: 'correct',
  unpaid: 'correct',
  contested: 'contest',
  reviewed: 'review',
}

/**
 * Writing `status` (spec other-order-apis D.6). `contestId` is a number of the sequence `contest`, used when the order
 * becomes contested by it.
 * @throws AppError Conflict
 */
export function writeStoreStatus(word: StoreStatus, contestId: number): Act {
  if (word === 'contested') return writeWord(storeWords, word, contestOrder({ id: contestId, fromOperator: true }))
  if (word === 'reviewed') return writeWord(storeWords, word, closeDispute)
  return writeWord(storeWords, word, correct(moneyWords[word]))
}

/**
 * Writing `paymentTransaction.paymentStatus`: decides the status, and ends a dispute even when the payment is there
 * already (E.5).
 * @throws AppError Conflict
 */
export const writePaymentStatus =
  (word: StorePaymentStatus): Act =>
  (whole, at) => {
    const { paymentStatus, disputeStatus } = whole.order
    if (storePaymentStatus[paymentStatus] === word && disputeStatus === 'NONE') return whole
    return correct(paymentWords[word])(whole, at)
  }
