import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { orderNotes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import type { OrderNote } from '@/lib/orders/add-order-note'
import { getNote } from './find-notes'

type Place = { organizationId: string; orderId: string; noteId: string }

async function saveNote(
  tx: Tx,
  actor: Actor,
  before: OrderNote,
  patch: Pick<OrderNote, 'body' | 'deletedAt'>,
  operation: string,
): Promise<OrderNote> {
  const after: OrderNote = { ...before, ...patch, version: before.version + 1, updatedAt: now() }
  const { body, deletedAt, version, updatedAt } = after
  await tx.update(orderNotes).set({ body, deletedAt, version, updatedAt }).where(eq(orderNotes.id, before.id))
  await recordChange(tx, actor, {
    organizationId: before.organizationId,
    entity: 'orderNote',
    entityId: before.id,
    version,
    operation,
    before,
    after,
    at: updatedAt,
  })
  return after
}

async function getStanding(tx: Tx, { organizationId, orderId, noteId }: Place, expected: Expected): Promise<OrderNote> {
  const note = await getNote(tx, organizationId, orderId, noteId)
  requireVersion('The note', note.version, expected)
  if (note.deletedAt === null) return note
  throw new AppError('Conflict', 'The note was deleted. Write a new one.', { target: 'noteId' })
}

/**
 * Puts other words in a note; those it had are kept in the history. The author stays who wrote it first.
 * @throws AppError NotFound, PreconditionFailed, Conflict when it was deleted
 */
export async function editNote(
  tx: Tx,
  actor: Actor,
  place: Place,
  body: string,
  expected?: Expected,
): Promise<OrderNote> {
  const note = await getStanding(tx, place, expected)
  return note.body === body ? note : saveNote(tx, actor, note, { body, deletedAt: null }, 'editNote')
}

/**
 * Empties a note and leaves its place, so that a conversation stays readable; its words are in the history.
 * @throws AppError NotFound, PreconditionFailed, Conflict when it was deleted
 */
export async function deleteNote(tx: Tx, actor: Actor, place: Place, expected?: Expected): Promise<void> {
  const note = await getStanding(tx, place, expected)
  await saveNote(tx, actor, note, { body: '', deletedAt: now() }, 'deleteNote')
}
