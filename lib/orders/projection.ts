import { and, everything, filtersFor, nothing, or } from '@/lib/query/build'
import type { CheckedFilter } from '@/lib/query/checked'
import { disputeStatuses, fulfillmentStatuses, orderStatuses, paymentStatuses, placements } from '@/lib/resources/order'
import { orderCoreResource } from '@/lib/resources/order-core'
import type { Order } from './order'

/** What a vocabulary's word may depend on, and the values each can take. */
const axes = {
  status: orderStatuses,
  placement: placements,
  paymentStatus: paymentStatuses,
  fulfillmentStatus: fulfillmentStatuses,
  disputeStatus: disputeStatuses,
  /** Whether the goods ever arrived. */
  arrived: ['yes', 'no'],
} as const

export type Axis = keyof typeof axes
export type AxisValue<A extends Axis> = (typeof axes)[A][number]

/** Everything a word depends on. */
export type OrderState = Pick<
  Order,
  'status' | 'placement' | 'paymentStatus' | 'fulfillmentStatus' | 'disputeStatus' | 'deliveredAt'
>

/**
 * How a vocabulary words an order: a word, or a question about one axis with an answer for every value of it. From one
 * tree come the word of an order, the filter that finds the orders of a word, and the sort by word, so that they agree
 * and partition the orders by construction; a new state does not compile until every tree answers for it.
 */
export type WordTree<W extends string> = W | Branch<W>
export type Branch<W extends string> = { axis: Axis; cases: Record<string, WordTree<W>> }

export const by = <A extends Axis, const W extends string>(
  axis: A,
  cases: { [V in AxisValue<A>]: WordTree<W> },
): Branch<W> => ({ axis, cases })

const valueAt = (state: OrderState, axis: Axis): string =>
  axis === 'arrived' ? (state.deliveredAt === null ? 'no' : 'yes') : state[axis]

/** The word of an order. */
export function wordOf<W extends string>(tree: WordTree<W>, state: OrderState): W {
  let node = tree
  while (typeof node !== 'string') node = node.cases[valueAt(state, node.axis)]!
  return node
}

const core = filtersFor(orderCoreResource)

function among(axis: Axis, values: readonly string[]): CheckedFilter {
  if (axis !== 'arrived') return core.in(axis, values as never)
  return values[0] === 'no' ? core.isNull('deliveredAt') : core.isPresent('deliveredAt')
}

/** The orders that are called `word`, or one of several. */
export function ordersCalled<W extends string>(tree: WordTree<W>, words: readonly W[]): CheckedFilter {
  if (typeof tree === 'string') return words.includes(tree) ? everything : nothing
  const answers = axes[tree.axis].map((value) => ({ value, filter: ordersCalled(tree.cases[value]!, words) }))
  const whole = answers.filter(({ filter }) => filter === everything).map(({ value }) => value)
  const partly = answers.filter(({ filter }) => filter !== everything && filter !== nothing)
  if (whole.length === answers.length) return everything
  if (whole.length + partly.length === 0) return nothing
  return or(
    whole.length > 0 ? among(tree.axis, whole) : undefined,
    ...partly.map(({ value, filter }) => and(among(tree.axis, [value]), filter)),
  )
}

/** The order statuses that can bear one of the words. */
export const axisValues = (axis: Axis): readonly string[] => axes[axis]
