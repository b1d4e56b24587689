import { nextNumbers, type Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { type ComposedOrder, renderLine } from './compose-order'
import { findOrderLines } from './get-order'
import { nextOrderNumbers } from './number'
import type { Order, OrderLine } from './order'
import { saveOrder } from './save-order'
import { storeOrders } from './store-orders'
import { computeTotals } from './totals'
import type { WholeOrder } from './whole-order'

function suborderOf(
  master: Order,
  vendorId: string | null,
  lines: readonly OrderLine[],
  numbers: { order: number; lines: readonly number[] },
  at: number,
): ComposedOrder {
  const id = newId(at)
  const { lineTaxes, ...totals } = computeTotals(lines, master.taxRateBasisPoints)
  const own = lines.map((line, i) => ({
    ...line,
    id: numbers.lines[i]!,
    orderId: id,
    position: i,
    taxAmount: lineTaxes[i]!,
  }))
  const order: Order = {
    ...master,
    ...totals,
    id,
    number: numbers.order,
    version: 1,
    lineItems: own.map(renderLine),
    externalId: null,
    splitKind: 'SUB_ORDER',
    masterOrderId: master.id,
    splitBy: 'VENDOR_ID',
    splitValue: vendorId,
    vendorId,
    lastStatusChangeAt: at,
    createdAt: at,
    updatedAt: at,
  }
  return { order, lines: own }
}

/** Whether an order can be split by the vendors of its lines. */
export const canSplit = ({ order, lines }: WholeOrder): boolean =>
  order.splitKind === null &&
  order.status === 'PENDING' &&
  order.placement === 'PLACED' &&
  new Set(lines.filter((line) => !line.removed).map((line) => line.vendorId)).size > 1

/**
 * Splits a placed order by the vendors of its lines (spec other-order-apis C.9): it becomes the master and keeps its
 * lines; each vendor gets a suborder, and so do the lines without one. Returns the master and the suborders.
 * @throws AppError Conflict unless it is PENDING and placed, never split, with lines of at least two kinds
 */
export async function splitOrder(tx: Tx, actor: Actor, order: Order): Promise<{ master: Order; suborders: Order[] }> {
  if (order.splitKind !== null) {
    throw new AppError('Conflict', 'The order is split already, or is part of one that is.', { target: 'splitKind' })
  }
  if (order.status !== 'PENDING' || order.placement !== 'PLACED') {
    throw new AppError('Conflict', 'Only a placed order that nobody accepted yet can be split.', { target: 'status' })
  }
  const lines = (await findOrderLines(tx, order.id)).filter((line) => !line.removed)
  const groups = [...Map.groupBy(lines, (line) => line.vendorId)]
  if (groups.length < 2) {
    throw new AppError('Conflict', 'All lines of the order are of one vendor: there is nothing to split.', {
      target: 'lines',
    })
  }
  const at = now()
  const numbers = await nextOrderNumbers(tx, groups.length)
  const lineNumbers = await nextNumbers(tx, 'order_line', lines.length)
  const master = await saveOrder(tx, actor, order, { splitKind: 'MASTER_ORDER', splitBy: 'VENDOR_ID' }, 'split')
  const suborders = await storeOrders(
    tx,
    actor,
    groups.map(([vendorId, own], i) =>
      suborderOf(order, vendorId, own, { order: numbers[i]!, lines: lineNumbers.splice(0, own.length) }, at),
    ),
  )
  return { master, suborders }
}
