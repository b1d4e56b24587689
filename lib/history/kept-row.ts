import { and, eq, max, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { inList, listValue } from '@/db/dialect/query-sql'
import { changes } from '@/db/schema'
import type { StoredChange } from './find-changes'

/** The columns a deletion kept; what was null is not among them. */
export const keptFields = ({ fields }: Pick<StoredChange, 'fields'>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, [before]]) => [name, before]))

/** The latest version each of the things ever had, so that what comes back goes on from there. */
export async function lastVersions(db: Reader, entity: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: changes.entityId, version: max(changes.version) })
    .from(changes)
    .where(and(eq(changes.entity, entity), inList(changes.entityId, sql.param(listValue(ids)), 'text')))
    .groupBy(changes.entityId)
  return new Map(rows.map(({ id, version }) => [id, version ?? 0]))
}

/** A later deletion of one of the things: they came back after the ones given, and went again. */
export async function findLaterDeletion(
  db: Reader,
  deletions: readonly StoredChange[],
): Promise<StoredChange | undefined> {
  if (deletions.length === 0) return undefined
  const known = new Map(deletions.map(({ id, entityId }) => [entityId, id]))
  const rows = await db
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.entity, deletions[0]!.entity),
        inList(changes.entityId, sql.param(listValue([...known.keys()])), 'text'),
        eq(changes.version, 0),
      ),
    )
  return rows.find(({ id, entityId }) => id > known.get(entityId)!)
}
