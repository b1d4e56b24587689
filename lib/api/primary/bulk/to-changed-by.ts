import type { z } from 'zod'
import { toIso } from '@/lib/clock'
import type { LastChange } from '@/lib/history/last-change'
import type { changedBySchema } from './schemas'

/** Ours to theirs: who changed a row that therefore stays as it is; nothing where nobody did. */
export const toChangedBy = (change: LastChange | undefined): { changedBy?: z.output<typeof changedBySchema> } =>
  change
    ? {
        changedBy: {
          actor: { kind: change.actorKind, id: change.actorId, name: change.actorName },
          operation: change.operation,
          at: toIso(change.at),
        },
      }
    : {}
