import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import type { Order } from './order'
import { withConsequences } from './policies'
import { saveWholeOrder } from './save-order'
import { type Act, readWholeOrder, type WholeOrder } from './whole-order'

/**
 * Applies acts to a stored order, with what follows from them, in one new version. When nothing changes, nothing is
 * written. `operation` is the verb the history shows.
 * @throws AppError what the acts throw; Conflict when the order changed since it was read
 */
export async function changeOrder(
  tx: Tx,
  actor: Actor,
  order: Order,
  operation: string,
  act: Act,
  batchId: string | null = null,
): Promise<WholeOrder> {
  const before = await readWholeOrder(tx, order)
  const at = now()
  return saveWholeOrder(tx, actor, before, withConsequences(before, act(before, at), at), operation, batchId)
}
