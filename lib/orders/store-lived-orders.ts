import type { Tx } from '@/db'
import { orderContests, orderPayments, orderShipments } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { type Change, recordChanges } from '@/lib/history/record-change'
import { placement, storeOrderRows } from './store-orders'
import type { WholeOrder } from './whole-order'

/** One version of an order and what made it, as `changeOrder` would have stored it then. */
export type OrderStep = { operation: string; at: number; actor: Actor; before: WholeOrder; after: WholeOrder }

/** An order as it was placed, and everything that has happened to it since, oldest first. */
export type LivedOrder = { placed: WholeOrder; placedBy: Actor; steps: readonly OrderStep[] }

/** Rows per statement, within what both engines bind at once. */
const rowsAtOnce = 1000

const flat = ({ order, ...parts }: WholeOrder) => ({ ...order, ...parts })

const toChange = ({ operation, at, before, after }: OrderStep): Change => ({
  organizationId: after.order.organizationId,
  entity: 'order',
  entityId: after.order.id,
  version: after.order.version,
  operation,
  before: flat(before),
  after: flat(after),
  at,
})

/**
 * Stores orders that come with a past: each as it is now, and in the history every version it went through. For
 * imports and demo data; the versions are the caller's to have made with the machines' acts.
 */
export async function storeLivedOrders(tx: Tx, list: readonly LivedOrder[]): Promise<void> {
  const now = list.map(({ placed, steps }) => steps.at(-1)?.after ?? placed)
  await storeOrderRows(tx, now)

  const payments = now.flatMap(({ payment }) => payment ?? [])
  for (let from = 0; from < payments.length; from += rowsAtOnce)
    await tx.insert(orderPayments).values(payments.slice(from, from + rowsAtOnce))
  const shipments = now.flatMap((whole) => whole.shipments)
  for (let from = 0; from < shipments.length; from += rowsAtOnce)
    await tx.insert(orderShipments).values(shipments.slice(from, from + rowsAtOnce))

  const contests = now.flatMap(({ contest }) => contest ?? [])
  if (contests.length > 0) await tx.insert(orderContests).values(contests)

  const byActor = new Map<Actor, Change[]>()
  const note = (actor: Actor, change: Change) => {
    const changes = byActor.get(actor)
    if (changes) changes.push(change)
    else byActor.set(actor, [change])
  }
  for (const { placed, placedBy, steps } of list) {
    note(placedBy, placement(placed.order))
    for (const step of steps) note(step.actor, toChange(step))
  }
  for (const [actor, changes] of byActor) await recordChanges(tx, actor, changes)
}
