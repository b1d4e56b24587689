import type { Reader } from '@/db'
import { attributes, categories, locations, products } from '@/db/schema'
import { toIso } from '@/lib/clock'
import { findDeletions, findLastChanges, type LastChange, said, withLastChanges } from '@/lib/history/last-change'

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

/** That something was deleted again after it had come back: why an earlier deletion is not taken back. */
export const deletedAgain = (later: Pick<LastChange, 'actorName' | 'operation' | 'at'>) => ({
  reason: `It came back and was deleted again: ${said(later)} Take that back instead.`,
  inner: { code: 'DeletedAgain', by: later.actorName, at: toIso(later.at) },
})

/** Says at every row that somebody else changed who it was, how and when. */
export async function nameLastChanges(db: Reader, rows: readonly ChangeRow[]): Promise<ChangeRow[]> {
  const changed = rows.filter(({ outcome }) => outcome === 'changedSince')
  let named = [...rows]
  for (const [entity, group] of Map.groupBy(changed, ({ entity = 'product' }) => entity)) {
    const ids = group.map(({ id }) => id)
    named = withLastChanges(named, await findLastChanges(db, entity, changedTables[entity], ids))
  }
  return named
}

/** Those of the ids that were products of the organization once, as rows that tell who deleted them. */
export async function findDeletedProducts(
  db: Reader,
  ids: readonly string[],
  organizationId: string,
): Promise<Map<string, ChangeRow>> {
  const found = await findDeletions(db, 'product', ids, organizationId)
  return new Map(
    [...found].map(([id, { change, name }]) => [
      id,
      { ...changeRow({ id, name }, 'notFound', `It was deleted: ${said(change)}`), changedBy: change },
    ]),
  )
}
