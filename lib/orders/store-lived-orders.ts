import type { Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { orderContests, orderPayments, orderShipments } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { type Change, recordChanges } from '@/lib/history/record-change'
import { placement, storeOrderRows } from './store-orders'
import type { WholeOrder } from './whole-order'

/** One version of an order and what made it, as `changeOrder` would have stored it then. */
export type OrderStep = { operation: string; at: number; actor: Actor; before: WholeOrder; after: WholeOrder }

/** An order as it was placed, and everything that has happened to it since, oldest first. */
export type LivedOrder = { placed: WholeOrder; placedBy: Actor; steps: readonly OrderStep[] }

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

  await insertRows(
    tx,
    orderPayments,
    now.flatMap(({ payment }) => payment ?? []),
  )
  await insertRows(
    tx,
    orderShipments,
    now.flatMap((whole) => whole.shipments),
  )
  await insertRows(
    tx,
    orderContests,
    now.flatMap(({ contest }) => contest ?? []),
  )

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
