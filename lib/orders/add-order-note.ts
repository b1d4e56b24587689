import type { Tx } from '@/db'
import { orderNotes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { Order } from './order'

export type OrderNote = typeof orderNotes.$inferSelect

/** Keeps a note on an order. The order itself does not change, so a revert stays possible (decision 49). */
export async function addOrderNote(tx: Tx, actor: Actor, order: Order, body: string): Promise<OrderNote> {
  const at = now()
  const note: OrderNote = {
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
  }
  await tx.insert(orderNotes).values(note)
  await recordChange(tx, actor, {
    organizationId: order.organizationId,
    entity: 'orderNote',
    entityId: note.id,
    version: 1,
    operation: 'note',
    after: note,
    at,
  })
  return note
}
