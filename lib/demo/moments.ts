import { nextNumbers, type Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { stopClock } from '@/lib/clock'
import { addOrderNote } from '@/lib/orders/add-order-note'
import { composeOrder } from '@/lib/orders/compose-order'
import { getOrder } from '@/lib/orders/get-order'
import { nextOrderNumbers } from '@/lib/orders/number'
import type { Order } from '@/lib/orders/order'
import { splitOrder } from '@/lib/orders/split-order'
import { type LivedOrder, storeLivedOrders } from '@/lib/orders/store-lived-orders'
import type { Shop } from './orders'
import { type DemoCustomer, detailsOf } from './regulars'
import { type DemoClock, hour, minute } from './times'

/** Does something at an instant: what asks for the time is told that one. */
async function at<T>(instant: number, work: () => Promise<T>): Promise<T> {
  const restore = stopClock(instant)
  try {
    return await work()
  } finally {
    restore()
  }
}

/** How many orders that makes: the master; its suborders are parts of it. */
export const splitOrderCount = 1

/** An order of two vendors' goods, placed in the last hours and split into a master and two suborders. */
export async function seedSplitOrder(
  tx: Tx,
  clock: DemoClock,
  { organization, assortment, staff }: Shop,
  customer: DemoCustomer,
): Promise<void> {
  const [first, second, third] = assortment
  const lines = [
    { variant: first!.variant, quantity: 1, vendorId: 'kitagawa' },
    { variant: second!.variant, quantity: 2, vendorId: 'tono-kiln' },
    { variant: third!.variant, quantity: 1, vendorId: 'kitagawa' },
  ]
  const [number] = await nextOrderNumbers(tx, 1)
  const composed = composeOrder(
    organization,
    { ...detailsOf(customer), lines },
    { order: number!, lines: await nextNumbers(tx, 'order_line', lines.length) },
    clock.today - minute,
  )
  const placed = { ...composed, payment: null, shipments: [], contest: null }
  await storeLivedOrders(tx, [{ placed, placedBy: customer.actor, steps: [] }])
  const order = await getOrder(tx, organization.id, placed.order.id)
  await at(clock.today, () => splitOrder(tx, staff[0]!, order))
}

const remarks = [
  'お客様よりお電話。配達は夕方以降を希望。',
  '在庫を倉庫で確認済み。',
  'Called back, left a message.',
  'ギフト用の熨斗を「御祝」に変更。',
  'Gift: please leave out the invoice.',
  '住所の番地を確認中。',
]

/** Every how many orders somebody leaves a note, and how many notes are enough. */
const noteEvery = 35
const mostNotes = 300

/** Notes that staff left on some orders, half an hour after what happened last; `noted` counts them across batches. */
export async function seedNotes(
  tx: Tx,
  clock: DemoClock,
  list: readonly LivedOrder[],
  staffOf: (order: Order) => readonly Actor[],
  noted: { orders: number; notes: number },
): Promise<void> {
  for (const { placed, steps } of list) {
    if (noted.orders++ % noteEvery !== noteEvery - 1 || noted.notes >= mostNotes) continue
    const { order } = steps.at(-1)?.after ?? placed
    const staff = staffOf(order)
    const when = Math.min(order.updatedAt + hour / 2, clock.today)
    const remark = remarks[noted.notes % remarks.length]!
    await at(when, () => addOrderNote(tx, staff[noted.notes % staff.length]!, order, remark))
    noted.notes++
  }
}
