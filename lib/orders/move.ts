import { AppError } from '@/lib/errors'
import type { CancelReason, OrderStatus } from '@/lib/resources/order'
import { type WordTree, wordOf } from './projection'
import { moveStatus } from './status'
import { type Act, withOrder } from './whole-order'

/** Machine 1 as an act. @throws AppError Conflict */
export const moveTo =
  (to: OrderStatus, cancelReason?: CancelReason): Act =>
  (whole, at) => {
    const patch = moveStatus(whole.order, to, at, { cancelReason })
    return patch ? withOrder(whole, patch) : whole
  }

/** Ends a draft or a checkout: the order is placed (D.3). @throws AppError Conflict */
export const place: Act = (whole, at) => {
  const { order } = whole
  if (order.placement === 'PLACED') return whole
  if (order.status !== 'PENDING') {
    throw new AppError('Conflict', `A ${order.status} order cannot be placed.`, { target: 'status' })
  }
  return withOrder(whole, { placement: 'PLACED', placedAt: order.placedAt ?? at })
}

/**
 * Writes a vocabulary's word: nothing happens when the order is called so already, which keeps finer states from being
 * flattened by a client that echoes what it read (D.6); and what was written is what is read afterwards.
 * @throws AppError Conflict
 */
export const writeWord =
  <W extends string>(tree: WordTree<W>, word: W, act: Act): Act =>
  (whole, at) => {
    const from = wordOf(tree, whole.order)
    if (from === word) return whole
    const after = act(whole, at)
    if (wordOf(tree, after.order) === word) return after
    throw new AppError('Conflict', `An order that is ${from} cannot become ${word}.`, { target: 'status' })
  }
