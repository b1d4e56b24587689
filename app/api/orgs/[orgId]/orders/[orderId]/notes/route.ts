import { createNote, listNotes } from '@/lib/api/primary/notes/operations'
import { answerNote, toNote } from '@/lib/api/primary/notes/to-note'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { addOrderNote } from '@/lib/orders/add-order-note'
import { getOrder } from '@/lib/orders/get-order'
import { findNotes } from '@/lib/orders/notes/find-notes'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listNotes, async ({ db, params }) => {
    const { id } = await getOrder(db, params.orgId, params.orderId)
    const notes = await findNotes(db, id)
    return { total: notes.length, count: notes.length, value: notes.map(toNote) }
  }),
  POST: route(createNote, async ({ tx, actor, params, body }) => {
    const order = await getOrder(tx, params.orgId, params.orderId)
    return answerNote({ ...(await addOrderNote(tx, actor, order, body.body)), earlier: [] })
  }),
})
