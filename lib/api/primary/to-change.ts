import type { z } from 'zod'
import { toIso } from '@/lib/clock'
import type { StoredChange } from '@/lib/history/find-changes'
import type { changeSchema } from './list-schema'

/** Ours to theirs: one entry of a history. */
export const toChange = (change: StoredChange): z.output<typeof changeSchema> => ({
  id: change.id,
  version: change.version,
  operation: change.operation,
  surface: change.surface,
  actor: { kind: change.actorKind, id: change.actorId, name: change.actorName },
  fields: change.fields,
  at: toIso(change.at),
  requestId: change.requestId,
  batchId: change.batchId,
})
