import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { inList, listValue } from '@/db/dialect/query-sql'
import { type attributes, type categories, changes, type locations, type orders, type products } from '@/db/schema'
import { toIso } from '@/lib/clock'

/** Who changed a thing last, how, and when (ms UTC). */
export type LastChange = { actorKind: string; actorId: string | null; actorName: string; operation: string; at: number }

type Table = typeof orders | typeof products | typeof categories | typeof locations | typeof attributes

const last = {
  id: changes.entityId,
  actorKind: changes.actorKind,
  actorId: changes.actorId,
  actorName: changes.actorName,
  operation: changes.operation,
  at: changes.at,
}

const isAbout = (entity: string, ids: readonly string[]) =>
  and(eq(changes.entity, entity), inList(changes.entityId, sql.param(listValue(ids)), 'text'))

/** A change as a sentence. */
export const said = ({ actorName, operation, at }: Pick<LastChange, 'actorName' | 'operation' | 'at'>) =>
  `${actorName} did “${operation}” at ${toIso(at)}.`

/** What brought each of the things to where it is now. */
export async function findLastChanges(
  db: Reader,
  entity: string,
  table: Table,
  ids: readonly string[],
): Promise<Map<string, LastChange>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select(last)
    .from(changes)
    .innerJoin(table, and(eq(table.id, changes.entityId), eq(table.version, changes.version)))
    .where(isAbout(entity, ids))
  return new Map(found.map(({ id, ...change }) => [id, change]))
}

/** Says at every row that somebody else changed who it was, how and when. */
export const withLastChanges = <Row extends { id: string; outcome: string }>(
  rows: readonly Row[],
  found: ReadonlyMap<string, LastChange>,
): Row[] =>
  rows.map((row) => {
    const change = row.outcome === 'changedSince' ? found.get(row.id) : undefined
    return change ? { ...row, reason: `It changed since: ${said(change)}`, changedBy: change } : row
  })

/** `name` is what it was called, where it had a name. */
type Deletion = { change: LastChange; name: string | null }

/** Those of the ids that were things of that kind once, in one organization when one is given, and who deleted them. */
export async function findDeletions(
  db: Reader,
  entity: string,
  ids: readonly string[],
  organizationId?: string,
): Promise<Map<string, Deletion>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ ...last, organizationId: changes.organizationId, fields: changes.fields })
    .from(changes)
    .where(and(isAbout(entity, ids), eq(changes.version, 0)))
  return new Map(
    rows
      .filter((row) => organizationId === undefined || row.organizationId === organizationId)
      .map(({ id, organizationId: _, fields, ...change }) => {
        const name = fields.name?.[0]
        return [id, { change, name: typeof name === 'string' ? name : null }]
      }),
  )
}
