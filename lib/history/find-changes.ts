import { getTableColumns } from 'drizzle-orm'
import type { Reader } from '@/db'
import { changes } from '@/db/schema'
import type { ListQuery } from '@/lib/query/list-query'
import { columnEquals, listSource } from '@/lib/query/list-source'
import type { ListScope } from '@/lib/query/list-where'
import { type Page, runList } from '@/lib/query/run-list'
import { changeResource } from '@/lib/resources/change'

export type StoredChange = typeof changes.$inferSelect

export const changeSource = listSource({
  resource: changeResource,
  columns: {
    table: changes,
    id: changes.id,
    fields: {
      id: changes.id,
      organization: changes.organizationId,
      entity: changes.entity,
      entityId: changes.entityId,
      version: changes.version,
      operation: changes.operation,
      surface: changes.surface,
      'actor.kind': changes.actorKind,
      'actor.id': changes.actorId,
      'actor.name': changes.actorName,
      fields: changes.fields,
      requestId: changes.requestId,
      batchId: changes.batchId,
      at: changes.at,
    },
    lists: {},
  },
  select: getTableColumns(changes),
})

/** Whose history: everybody's, one organization's, or one thing's. */
export type HistoryScope =
  | { organizationId?: string; entity?: undefined }
  | { entity: string; entityId: string; organizationId?: undefined }

export function historyScope(scope: HistoryScope): ListScope {
  if (scope.entity !== undefined) {
    return {
      scope: { column: changes.entityId, value: scope.entityId },
      conditions: [columnEquals(changes.entity, scope.entity)],
    }
  }
  return scope.organizationId === undefined
    ? {}
    : { scope: { column: changes.organizationId, value: scope.organizationId } }
}

/** One page of a history, newest first unless it is asked for otherwise, with the exact number of all entries. */
export const findChanges = (db: Reader, scope: HistoryScope, query: ListQuery): Promise<Page<StoredChange>> =>
  runList(db, changeSource, query, historyScope(scope)) as Promise<Page<StoredChange>>
