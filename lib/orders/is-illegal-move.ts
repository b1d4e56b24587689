import type { AppError } from '@/lib/errors'

const axes = new Set(['status', 'paymentStatus', 'fulfillmentStatus', 'refundedAmount'])

/** A refusal by one of the machines, as against a conflict between writers: the contracts answer them differently. */
export const isIllegalMove = (error: AppError): boolean =>
  error.code === 'Conflict' && axes.has(error.extras.target ?? '')
