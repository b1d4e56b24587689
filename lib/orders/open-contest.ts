import { nextNumbers, type Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { changeOrder } from './change-order'
import { contestOrder, type NewContest } from './dispute'
import type { Order } from './order'
import type { WholeOrder } from './whole-order'

/**
 * Opens a contest of an order.
 * @throws AppError Conflict while another one stands; BadArgument for a line the order does not have
 */
export async function openContest(
  tx: Tx,
  actor: Actor,
  order: Order,
  contest: Omit<NewContest, 'id'>,
): Promise<WholeOrder> {
  if (order.disputeStatus === 'CONTESTED') {
    throw new AppError('Conflict', 'The order is contested already. Finish that review first.', { target: 'status' })
  }
  const [id] = await nextNumbers(tx, 'contest', 1)
  return changeOrder(tx, actor, order, 'contest', contestOrder({ ...contest, id: id! }))
}
