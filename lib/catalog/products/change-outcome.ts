import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { inList, listValue } from '@/db/dialect/query-sql'
import { attributes, categories, changes, locations, products } from '@/db/schema'
import { toIso } from '@/lib/clock'

/** The kinds of things that are changed together with others. */
export const changedEntities = ['product', 'category', 'location', 'attribute'] as const
export type ChangedEntity = (typeof changedEntities)[number]

export const changedTables = { product: products, category: categories, location: locations, attribute: attributes }

/**
 * What became of one product of many: `changedSince` somebody was there in between, `notFound` it was deleted,
 * `skipped` its turn did not come.
 */
export const changeOutcomes = ['changed', 'unchanged', 'notAllowed', 'changedSince', 'notFound', 'skipped'] as const
export type ChangeOutcome = (typeof changeOutcomes)[number]

/** Who changed a thing last, how, and when (ms UTC). */
export type LastChange = { actorKind: string; actorId: string | null; actorName: string; operation: string; at: number }

export type ChangeRow = {
  /** Absent where all rows are products. */
  entity?: ChangedEntity
  id: string
  /** Null when nobody knows it any more. */
  name: string | null
  outcome: ChangeOutcome
  /** Why it did not change, and the same as a code with its facts. */
  reason?: string
  inner?: Facts
  changedBy?: LastChange
}

type Facts = { code: string; [fact: string]: unknown }

export const changeRow = (
  product: { id: string; name: string | null },
  outcome: ChangeOutcome,
  reason?: string,
  inner?: Facts,
): ChangeRow => ({
  id: product.id,
  name: product.name,
  outcome,
  ...(reason === undefined ? {} : { reason }),
  ...(inner ? { inner } : {}),
})

const last = {
  id: changes.entityId,
  actorKind: changes.actorKind,
  actorId: changes.actorId,
  actorName: changes.actorName,
  operation: changes.operation,
  at: changes.at,
}

export const said = ({ actorName, operation, at }: Pick<LastChange, 'actorName' | 'operation' | 'at'>) =>
  `${actorName} did “${operation}” at ${toIso(at)}.`

/** That something was deleted again after it had come back: why an earlier deletion is not taken back. */
export const deletedAgain = (later: Pick<LastChange, 'actorName' | 'operation' | 'at'>) => ({
  reason: `It came back and was deleted again: ${said(later)} Take that back instead.`,
  inner: { code: 'DeletedAgain', by: later.actorName, at: toIso(later.at) },
})

/** Says at every row that somebody else changed who it was, how and when. */
export async function nameLastChanges(db: Reader, rows: readonly ChangeRow[]): Promise<ChangeRow[]> {
  const changed = rows.filter(({ outcome }) => outcome === 'changedSince')
  const byId = new Map<string, LastChange>()
  for (const [entity, group] of Map.groupBy(changed, ({ entity = 'product' }) => entity)) {
    const table = changedTables[entity]
    const ids = group.map(({ id }) => id)
    const found = await db
      .select(last)
      .from(changes)
      .innerJoin(table, and(eq(table.id, changes.entityId), eq(table.version, changes.version)))
      .where(and(eq(changes.entity, entity), inList(changes.entityId, sql.param(listValue(ids)), 'text')))
    for (const { id, ...change } of found) byId.set(id, change)
  }
  return rows.map((row) => {
    const change = row.outcome === 'changedSince' ? byId.get(row.id) : undefined
    return change ? { ...row, reason: `It changed since: ${said(change)}`, changedBy: change } : row
  })
}

/** Those of the ids that were products of the organization once, as rows that tell who deleted them. */
export async function findDeletedProducts(
  db: Reader,
  ids: readonly string[],
  organizationId: string,
): Promise<Map<string, ChangeRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ ...last, organizationId: changes.organizationId, fields: changes.fields })
    .from(changes)
    .where(
      and(
        eq(changes.entity, 'product'),
        inList(changes.entityId, sql.param(listValue(ids)), 'text'),
        eq(changes.version, 0),
      ),
    )
  return new Map(
    rows
      .filter((row) => row.organizationId === organizationId)
      .map(({ id, organizationId: _, fields, ...change }) => {
        const name = typeof fields.name?.[0] === 'string' ? fields.name[0] : null
        return [
          id,
          { ...changeRow({ id, name }, 'notFound', `It was deleted: ${said(change)}`), changedBy: change },
        ] as const
      }),
  )
}
