import type { z } from 'zod'
import { toIso } from '@/lib/clock'
import { versioned } from '@/lib/http/reply'
import type { NoteWithHistory } from '@/lib/orders/notes/find-notes'
import type { noteSchema } from './operations'

/** Ours to theirs. */
export const toNote = (note: NoteWithHistory): z.output<typeof noteSchema> => ({
  id: note.id,
  body: note.body,
  author: { id: note.authorId, name: note.authorName },
  version: note.version,
  createdAt: toIso(note.createdAt),
  updatedAt: toIso(note.updatedAt),
  deletedAt: toIso(note.deletedAt),
  earlier: note.earlier.map(({ replacedAt, ...earlier }) => ({ ...earlier, replacedAt: toIso(replacedAt) })),
})

export const answerNote = (note: NoteWithHistory) => versioned(toNote(note), note.version)
