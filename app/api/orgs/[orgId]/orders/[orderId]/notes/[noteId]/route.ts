import { deleteNote as deleteOperation, patchNote } from '@/lib/api/primary/notes/operations'
import { answerNote } from '@/lib/api/primary/notes/to-note'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteNote, editNote } from '@/lib/orders/notes/edit-note'
import { withNoteHistory } from '@/lib/orders/notes/find-notes'

const placeOf = ({ orgId, orderId, noteId }: { orgId: string; orderId: string; noteId: string }) => ({
  organizationId: orgId,
  orderId,
  noteId,
})

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(patchNote, async ({ tx, actor, params, body, expected }) =>
    answerNote(await withNoteHistory(tx, await editNote(tx, actor, placeOf(params), body.body, expected))),
  ),
  DELETE: route(deleteOperation, ({ tx, actor, params, expected }) => deleteNote(tx, actor, placeOf(params), expected)),
})
