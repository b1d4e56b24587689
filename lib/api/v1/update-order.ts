import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { AppError, badArgument } from '@/lib/errors'
import { isIllegalMove } from '@/lib/orders/is-illegal-move'
import { wordOf } from '@/lib/orders/projection'
import { type Act, type WholeOrder, withOrder } from '@/lib/orders/whole-order'
import type { GenericOrder, genericUpdate } from './schemas'
import { type GenericStatus, genericWords } from './status'
import { toGenericOrder } from './to-order'
import { genericVerbs, writeGenericStatus } from './write-status'

type Update = z.output<typeof genericUpdate>

const mutable = new Set(['status', 'shippingAddress'])

/** Members that cannot change may be repeated as they are (B.5). @throws AppError BadArgument */
function requireSame(current: GenericOrder, update: Update): void {
  for (const [name, value] of Object.entries(current)) {
    if (!mutable.has(name) && name in update && !isDeepStrictEqual(update[name], value)) {
      throw badArgument('RequestBody', `\`${name}\` cannot be changed.`, [
        { code: 'NotAllowed', target: name, message: 'Only `status` and `shippingAddress` can be changed.' },
      ])
    }
  }
}

const sent = new Set<GenericStatus>(['shipped', 'delivered', 'cancelled'])

function withAddress(whole: WholeOrder, address: Record<string, unknown>): WholeOrder {
  if (isDeepStrictEqual(whole.order.shippingAddress, address)) return whole
  const word = wordOf(genericWords, whole.order)
  if (sent.has(word)) {
    throw badArgument('RequestBody', `The shipping address of an order that is ${word} cannot be changed.`)
  }
  return withOrder(whole, { shippingAddress: address })
}

/** The verb the history shows for an update. */
export const verbOf = ({ status }: Update) => (status ? genericVerbs[status] : 'update')

/**
 * An update of the generic contract (spec other-order-apis B.5): the address first, then the status.
 * @throws AppError BadArgument, Conflict
 */
export const updateAct =
  (update: Update): Act =>
  (whole, at) => {
    requireSame(toGenericOrder(whole.order, whole.lines, true), update)
    const addressed = update.shippingAddress ? withAddress(whole, update.shippingAddress) : whole
    if (update.status === undefined) return addressed
    return update.status === 'cancelled' ? cancelAct(addressed, at) : writeGenericStatus(update.status)(addressed, at)
  }

/** Canceling, with the refusal in the contract's own words (decision 54). @throws AppError Conflict */
export const cancelAct: Act = (whole, at) => {
  const word = wordOf(genericWords, whole.order)
  try {
    return writeGenericStatus('cancelled')(whole, at)
  } catch (error) {
    if (!(error instanceof AppError) || !isIllegalMove(error)) throw error
    const why = word === 'delivered' ? 'delivered' : 'shipped'
    throw new AppError(
      'Conflict',
      `Order ORD${whole.order.number} cannot be cancelled as it has already been ${why}.`,
      { target: 'status' },
    )
  }
}
