import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { orders } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { asOrder, type Order } from './order'
import { saveOrder } from './save-order'
import { moveStatus } from './status'

const findSuborders = async (tx: Tx, masterOrderId: string): Promise<Order[]> =>
  (await tx.select().from(orders).where(eq(orders.masterOrderId, masterOrderId))).map(asOrder)

/**
 * What canceling means for the other parts of a split order (spec other-order-apis E.32): a master takes its suborders
 * with it, which is possible only while none of them has begun; the last suborder takes the master.
 * @throws AppError Conflict when a suborder has begun
 */
export async function followSplit(
  tx: Tx,
  actor: Actor,
  before: Order,
  after: Order,
  batchId: string | null,
): Promise<void> {
  if (after.splitKind === null || before.status === 'CANCELED' || after.status !== 'CANCELED') return
  const cancel = (order: Order) => {
    const patch = moveStatus(order, 'CANCELED', now(), { cancelReason: after.cancelReason })
    return patch && saveOrder(tx, actor, order, patch, 'cancel', batchId)
  }
  if (after.splitKind === 'MASTER_ORDER') {
    const standing = (await findSuborders(tx, after.id)).filter(({ status }) => status !== 'CANCELED')
    const begun = standing.find(({ status, placement }) => status !== 'PENDING' || placement !== 'PLACED')
    if (begun) {
      throw new AppError(
        'Conflict',
        `The order is split, and part ${begun.number} of it is ${begun.status}: it cannot be canceled as a whole.`,
        { target: 'status' },
      )
    }
    for (const suborder of standing) await cancel(suborder)
  } else if (after.masterOrderId !== null) {
    const others = await findSuborders(tx, after.masterOrderId)
    if (others.some(({ status }) => status !== 'CANCELED')) return
    const [row] = await tx.select().from(orders).where(eq(orders.id, after.masterOrderId))
    const master = row && asOrder(row)
    if (master && master.status !== 'CANCELED') await cancel(master)
  }
}
