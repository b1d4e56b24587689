import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { dateTime, id } from '@/lib/api/primary/orders/schemas'
import { operation } from '@/lib/http/operation'

const tag = 'Orders'
const scope = { read: 'orders:read', write: 'orders:write' }
const notes = '/orgs/{orgId}/orders/{orderId}/notes'
const note = `${notes}/{noteId}` as const

export const noteSchema = z
  .strictObject({
    id,
    body: z.string().meta({ description: 'Empty when it was deleted.' }),
    author: z.strictObject({ id: z.string().nullable(), name: z.string() }),
    version: z.int().min(1),
    createdAt: dateTime,
    updatedAt: dateTime,
    deletedAt: dateTime.nullable(),
    earlier: z
      .array(z.strictObject({ version: z.int(), body: z.string(), replacedBy: z.string(), replacedAt: dateTime }))
      .meta({ description: 'What it said before, latest first.' }),
  })
  .meta({ id: 'OrderNote' })

const noteBody = z.strictObject({ body: z.string().trim().min(1).max(4000) }).meta({ id: 'OrderNoteBody' })

export const listNotes = operation({
  id: 'listOrderNotes',
  method: 'GET',
  path: notes,
  summary: 'The notes on an order, oldest first',
  description: 'With what they said before they were edited or deleted.',
  tag,
  access: 'organization',
  scope: scope.read,
  success: { status: 200, schema: listOf(noteSchema) },
})

export const createNote = operation({
  id: 'createOrderNote',
  method: 'POST',
  path: notes,
  summary: 'Write a note on an order',
  tag,
  access: 'organization',
  scope: scope.write,
  body: noteBody,
  success: { status: 201, schema: noteSchema },
})

export const patchNote = operation({
  id: 'patchOrderNote',
  method: 'PATCH',
  path: note,
  summary: 'Put other words in a note',
  tag,
  access: 'organization',
  scope: scope.write,
  body: noteBody,
  success: { status: 200, schema: noteSchema },
  errors: ['Conflict', 'PreconditionFailed'],
})

export const deleteNote = operation({
  id: 'deleteOrderNote',
  method: 'DELETE',
  path: note,
  summary: 'Delete a note; its place stays',
  tag,
  access: 'organization',
  scope: scope.write,
  success: { status: 204 },
  errors: ['Conflict', 'PreconditionFailed'],
})

export const noteOperations = [listNotes, createNote, patchNote, deleteNote]
