import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { orderContests, orderLines, orderPayments, orderShipments } from '@/db/schema'
import type { OrderParts } from './whole-order'

/** The fields of a version that are not columns of the order. */
export const partNames: ReadonlySet<string> = new Set<keyof OrderParts>(['lines', 'payment', 'shipments', 'contest'])

/** What is new, what differs, what is gone; by key. */
function compare<T, K>(before: readonly T[], after: readonly T[], key: (row: T) => K) {
  const known = new Map(before.map((row) => [key(row), row]))
  const kept = new Set(after.map(key))
  return {
    added: after.filter((row) => !known.has(key(row))),
    changed: after.filter((row) => known.has(key(row)) && !isDeepStrictEqual(known.get(key(row)), row)),
    gone: before.filter((row) => !kept.has(key(row))),
  }
}

const asList = <T>(row: T | null): T[] => (row === null ? [] : [row])

/** Stores an order's parts as they become. Called by `saveOrder` alone. */
export async function writeParts(tx: Tx, before: OrderParts, after: OrderParts): Promise<void> {
  const lines = compare(before.lines, after.lines, (line) => line.id)
  if (lines.added.length > 0) await tx.insert(orderLines).values(lines.added)
  for (const { id, ...line } of lines.changed) await tx.update(orderLines).set(line).where(eq(orderLines.id, id))
  for (const { id } of lines.gone) await tx.delete(orderLines).where(eq(orderLines.id, id))

  const payments = compare(asList(before.payment), asList(after.payment), (payment) => payment.orderId)
  if (payments.added.length > 0) await tx.insert(orderPayments).values(payments.added)
  for (const { orderId, ...payment } of payments.changed) {
    await tx.update(orderPayments).set(payment).where(eq(orderPayments.orderId, orderId))
  }
  for (const { orderId } of payments.gone) await tx.delete(orderPayments).where(eq(orderPayments.orderId, orderId))

  const shipments = compare(before.shipments, after.shipments, (shipment) => shipment.id)
  if (shipments.added.length > 0) await tx.insert(orderShipments).values(shipments.added)
  for (const { id, ...shipment } of shipments.changed) {
    await tx.update(orderShipments).set(shipment).where(eq(orderShipments.id, id))
  }
  for (const { id } of shipments.gone) await tx.delete(orderShipments).where(eq(orderShipments.id, id))

  // A later contest takes the place of an earlier one in the order; both stay stored.
  const { added, changed } = compare(asList(before.contest), asList(after.contest), (contest) => contest.id)
  if (added.length > 0) await tx.insert(orderContests).values(added)
  for (const { id, ...contest } of changed) await tx.update(orderContests).set(contest).where(eq(orderContests.id, id))
  if (before.contest && !after.contest) await tx.delete(orderContests).where(eq(orderContests.id, before.contest.id))
}
