import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { changes, orderNotes } from '@/db/schema'
import { notFound } from '@/lib/errors'
import type { OrderNote } from '@/lib/orders/add-order-note'

/** The words of a note at an earlier version, who put others in their place, and when (ms UTC). */
export type EarlierNote = { version: number; body: string; replacedBy: string; replacedAt: number }

/** A note with everything it said before, latest first. Of a deleted one the body is empty, and what it said is earlier. */
export type NoteWithHistory = OrderNote & { earlier: EarlierNote[] }

/** The history of notes; their creations hold no words, so each earlier body is what a later change replaced. */
async function withHistory(db: Reader, notes: readonly OrderNote[]): Promise<NoteWithHistory[]> {
  const edited = notes.filter(({ version }) => version > 1).map(({ id }) => id)
  const rows =
    edited.length === 0
      ? []
      : await db
          .select()
          .from(changes)
          .where(and(eq(changes.entity, 'orderNote'), inArray(changes.entityId, edited)))
          .orderBy(desc(changes.version))
  const byNote = Map.groupBy(rows, ({ entityId }) => entityId)
  return notes.map((note) => ({
    ...note,
    earlier: (byNote.get(note.id) ?? []).flatMap(({ version, fields, actorName, at }) =>
      fields.body
        ? [{ version: version - 1, body: String(fields.body[0]), replacedBy: actorName, replacedAt: at }]
        : [],
    ),
  }))
}

/** The notes on an order, oldest first; deleted ones leave their place. */
export async function findNotes(db: Reader, orderId: string): Promise<NoteWithHistory[]> {
  const notes = await db
    .select()
    .from(orderNotes)
    .where(eq(orderNotes.orderId, orderId))
    .orderBy(asc(orderNotes.createdAt), asc(orderNotes.id))
  return withHistory(db, notes)
}

/** @throws AppError NotFound */
export async function getNote(db: Reader, organizationId: string, orderId: string, noteId: string): Promise<OrderNote> {
  const [note] = await db
    .select()
    .from(orderNotes)
    .where(
      and(eq(orderNotes.organizationId, organizationId), eq(orderNotes.orderId, orderId), eq(orderNotes.id, noteId)),
    )
  if (!note) throw notFound('Note')
  return note
}

export async function withNoteHistory(db: Reader, note: OrderNote): Promise<NoteWithHistory> {
  const [found] = await withHistory(db, [note])
  return found!
}
