import type { z } from 'zod'
import type { Reader } from '@/db'
import { toIso } from '@/lib/clock'
import { findChanges, type HistoryScope, type StoredChange } from '@/lib/history/find-changes'
import { nameEntities } from '@/lib/history/name-entities'
import { listEnvelope, type PageToken } from '@/lib/http/read-query'
import type { ListQuery } from '@/lib/query/list-query'
import type { changeSchema } from './list-schema'

const toChange = (change: StoredChange, entityName: string | null): z.output<typeof changeSchema> => ({
  id: change.id,
  organization: change.organizationId,
  entity: change.entity,
  entityId: change.entityId,
  entityName,
  version: change.version,
  operation: change.operation,
  surface: change.surface,
  actor: { kind: change.actorKind, id: change.actorId, name: change.actorName },
  fields: change.fields,
  at: toIso(change.at),
  requestId: change.requestId,
  batchId: change.batchId,
})

/** Ours to theirs: entries of a history. */
export async function toChanges(db: Reader, changes: readonly StoredChange[]) {
  const names = await nameEntities(db, changes)
  return changes.map((change, i) => toChange(change, names[i]!))
}

type Asking = { db: Reader; list: ListQuery; pageToken: PageToken; url: URL }

/** A page of a history. */
export async function answerHistory(context: Asking, scope: HistoryScope) {
  const page = await findChanges(context.db, scope, context.list)
  return listEnvelope(context, page, await toChanges(context.db, page.rows))
}
