import type { ContestItem } from '@/db/schema'
import { AppError } from '@/lib/errors'
import type { DisputeStatus } from '@/lib/resources/order'
import { replaceLines, totalWith } from './edit-lines'
import { type Act, type Contest, standingLines, type WholeOrder, withOrder } from './whole-order'

/** The dispute annotation of spec other-order-apis D.6, the only place that knows it. */
export const disputeMoves: Record<DisputeStatus, readonly DisputeStatus[]> = {
  NONE: ['CONTESTED', 'REVIEWED'],
  CONTESTED: ['REVIEWED', 'NONE'],
  REVIEWED: ['CONTESTED', 'NONE'],
}

export type NewContest = {
  /** A number of the sequence `contest`. */
  id: number
  /** At most 500 characters. */
  message?: string
  /** An administrator says so, not the shopper. */
  fromOperator: boolean
  /** The quantities the shopper says are right; lines not named stand as they are. */
  items?: readonly { lineId: number; quantity: number }[]
}

const quantitiesOf = (items: readonly { lineId: number; quantity: number }[]) =>
  new Map(items.map(({ lineId, quantity }) => [lineId, quantity]))

/** The shopper objects. No-op while an objection stands. @throws AppError BadArgument for a line it does not have */
export const contestOrder =
  ({ id, message = '', fromOperator, items = [] }: NewContest): Act =>
  (whole, at) => {
    const { order } = whole
    if (order.disputeStatus === 'CONTESTED') return whole
    const quantities = quantitiesOf(items)
    const contest: Contest = {
      id,
      orderId: order.id,
      organizationId: order.organizationId,
      orderVersion: order.version,
      message,
      fromOperator,
      status: 'CONTESTED',
      originalTotalPrice: order.totalPrice,
      contestedTotalPrice: totalWith(whole, quantities),
      reviewedTotalPrice: null,
      items: standingLines(whole)
        .filter((line) => items.length === 0 || quantities.has(line.id))
        .map(
          (line): ContestItem => ({
            lineId: line.id,
            originalQuantity: line.quantity,
            contestedQuantity: quantities.get(line.id) ?? line.quantity,
            reviewedQuantity: null,
          }),
        ),
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    }
    return withOrder({ ...whole, contest }, { disputeStatus: 'CONTESTED' })
  }

/** The contest that still stands, if any. */
export const standingContest = ({ contest }: WholeOrder): Contest | null =>
  contest && contest.deletedAt === null ? contest : null

/** The dispute is over without a look at the lines: what was ordered stands. No-op when it was reviewed already. */
export const closeDispute: Act = (whole, at) => {
  if (whole.order.disputeStatus === 'REVIEWED') return whole
  const contest = standingContest(whole)
  const reviewed: Contest | null =
    contest?.status === 'CONTESTED'
      ? { ...contest, status: 'REVIEWED', reviewedTotalPrice: whole.order.totalPrice, updatedAt: at }
      : whole.contest
  return withOrder({ ...whole, contest: reviewed }, { disputeStatus: 'REVIEWED' })
}

/**
 * Ends the review of a contested order: the reviewed quantities become the order's. `totalPrice`, in minor units, is
 * what the review grants when that is something else than the quantities come to; the order's own total stays the sum
 * of its lines, the difference is a refund to be made.
 * @throws AppError Conflict when the order is not contested
 */
export const reviewOrder =
  (items: readonly { lineId: number; quantity: number }[], totalPrice: number | null = null): Act =>
  (whole, at) => {
    const contest = standingContest(whole)
    if (whole.order.disputeStatus !== 'CONTESTED' || !contest) {
      throw new AppError('Conflict', 'Only a contested order can be reviewed.', { target: 'status' })
    }
    const quantities = quantitiesOf(items)
    // Also says which lines there are.
    const computed = totalWith(whole, quantities)
    const edits = standingLines(whole).map((line) => ({
      lineId: line.id,
      quantity: quantities.get(line.id) ?? line.quantity,
    }))
    const known = new Set(contest.items.map((item) => item.lineId))
    const reviewed: Contest = {
      ...contest,
      status: 'REVIEWED',
      reviewedTotalPrice: totalPrice ?? computed,
      items: [
        ...contest.items.map((item) => ({
          ...item,
          reviewedQuantity: quantities.get(item.lineId) ?? item.originalQuantity,
        })),
        ...standingLines(whole)
          .filter((line) => quantities.has(line.id) && !known.has(line.id))
          .map((line) => ({
            lineId: line.id,
            originalQuantity: line.quantity,
            contestedQuantity: line.quantity,
            reviewedQuantity: quantities.get(line.id)!,
          })),
      ],
      updatedAt: at,
    }
    const changed = replaceLines(whole, edits)
    return withOrder({ ...changed, contest: reviewed }, { disputeStatus: 'REVIEWED' })
  }

/** A later payment ends the annotation (E.5); an objection nobody reviewed is struck, and stays in the history. */
export const endDispute: Act = (whole, at) => {
  if (whole.order.disputeStatus === 'NONE') return whole
  const contest = standingContest(whole)
  const struck = contest?.status === 'CONTESTED' ? { ...contest, deletedAt: at, updatedAt: at } : whole.contest
  return withOrder({ ...whole, contest: struck }, { disputeStatus: 'NONE' })
}
