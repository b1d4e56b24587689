import type { Tx } from '@/db'
import { orderNotes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { recordChanges } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { Order } from './order'

export type OrderNote = typeof orderNotes.$inferSelect

/** Keeps a note on an order. The order itself does not change, so a revert stays possible (decision 49). */
export async function addOrderNote(tx: Tx, actor: Actor, order: Order, body: string): Promise<OrderNote> {
  const [note] = await addOrderNotes(tx, actor, [order], body)
  return note!
}

/** The same note on many orders. */
export async function addOrderNotes(
  tx: Tx,
  actor: Actor,
  orders: readonly Pick<Order, 'id' | 'organizationId'>[],
  body: string,
  batchId: string | null = null,
): Promise<OrderNote[]> {
  if (orders.length === 0) return []
  const at = now()
  const notes = orders.map(
    (order): OrderNote => ({
      id: newId(at),
      orderId: order.id,
      organizationId: order.organizationId,
      body,
      authorId: actor.id,
      authorName: actor.name,
      version: 1,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    }),
  )
  for (let from = 0; from < notes.length; from += 500) await tx.insert(orderNotes).values(notes.slice(from, from + 500))
  const changes = notes.map((note) => ({
    organizationId: note.organizationId,
    entity: 'orderNote',
    entityId: note.id,
    version: 1,
    operation: 'note',
    after: note,
    batchId,
    at,
  }))
  await recordChanges(tx, actor, changes)
  return notes
}
