import { asc, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orderContests, orderLines, orderPayments, orderShipments } from '@/db/schema'
import type { Order, OrderLine } from './order'

export type OrderPayment = typeof orderPayments.$inferSelect
export type Shipment = typeof orderShipments.$inferSelect
export type Contest = Omit<typeof orderContests.$inferSelect, 'status'> & { status: 'CONTESTED' | 'REVIEWED' }

/** What belongs to an order and changes only with it, in the same version. */
export type OrderParts = {
  /** All lines, removed ones too, in their order. */
  lines: OrderLine[]
  /** Null when it was never charged here. */
  payment: OrderPayment | null
  shipments: Shipment[]
  /** The latest one, whatever became of it. */
  contest: Contest | null
}

/** An order with all its parts: what the acts of the machines change and what a version is a snapshot of. */
export type WholeOrder = OrderParts & { order: Order }

/**
 * One act of a machine: pure, at an instant (ms UTC). Gives the same object back when nothing changes; throws AppError
 * Conflict when the machine does not allow it.
 */
export type Act = (whole: WholeOrder, at: number) => WholeOrder

export const withOrder = (whole: WholeOrder, patch: Partial<Order>): WholeOrder => ({
  ...whole,
  order: { ...whole.order, ...patch },
})

export const standingLines = ({ lines }: Pick<WholeOrder, 'lines'>) => lines.filter((line) => !line.removed)

/** The lines of orders, removed ones too, by order. */
export async function readLines(db: Reader, orders: readonly Pick<Order, 'id'>[]): Promise<Map<string, OrderLine[]>> {
  if (orders.length === 0) return new Map()
  const ids = orders.map(({ id }) => id)
  const rows = await db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, ids))
    .orderBy(asc(orderLines.position), asc(orderLines.id))
  return Map.groupBy(rows, (line) => line.orderId)
}

/** The parts of orders, in the order given; four reads however many there are. */
export async function readWholeOrders(db: Reader, orders: readonly Order[]): Promise<WholeOrder[]> {
  if (orders.length === 0) return []
  const ids = orders.map(({ id }) => id)
  const lines = await readLines(db, orders)
  const payments = await db.select().from(orderPayments).where(inArray(orderPayments.orderId, ids))
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]))
  const shipments = Map.groupBy(
    await db.select().from(orderShipments).where(inArray(orderShipments.orderId, ids)).orderBy(asc(orderShipments.id)),
    (shipment) => shipment.orderId,
  )
  const contests = await readLatestContests(db, ids)
  return orders.map((order) => ({
    order,
    lines: lines.get(order.id) ?? [],
    payment: paymentOf.get(order.id) ?? null,
    shipments: shipments.get(order.id) ?? [],
    contest: contests.get(order.id) ?? null,
  }))
}

async function readLatestContests(db: Reader, orderIds: string[]): Promise<Map<string, Contest>> {
  const rows = await db
    .select()
    .from(orderContests)
    .where(inArray(orderContests.orderId, orderIds))
    .orderBy(asc(orderContests.id))
  return new Map(rows.map((row) => [row.orderId, row as Contest]))
}

export async function readWholeOrder(db: Reader, order: Order): Promise<WholeOrder> {
  const [whole] = await readWholeOrders(db, [order])
  return whole!
}
