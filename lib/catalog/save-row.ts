import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import type { attributes, categories, locations, products, variants } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { changedFields, recordChange } from '@/lib/history/record-change'
import { touchCatalog } from './stamp'

type Table = typeof attributes | typeof categories | typeof locations | typeof products | typeof variants

type Row = { id: string; version: number; updatedAt: number }

type Options = {
  /** What the history calls it: `product`. */
  entity: string
  /** Null for what belongs to the whole system. */
  organizationId: string | null
  /** The verb the history shows. */
  operation: string
  batchId?: string | null
  /** Something the entity consists of changed beside its own fields, so that it gets a new version anyway. */
  touched?: boolean
}

/** Columns that follow from others; the history leaves them out. */
const derived = new Set(['nameFolded', 'skuHash', 'visibleFrom', 'visibleUntil', 'rank'])

/** A row as the history keeps it. */
export const remembered = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !derived.has(name)))

/**
 * The one way a stored row of the catalog changes: its differing columns, `version` and `updatedAt` are written, the
 * history and the catalog's stamp are kept. When nothing differs it writes nothing and returns the very row it was given.
 * @throws AppError Conflict when the row changed since it was read
 */
export async function saveRow<R extends Row>(
  tx: Tx,
  actor: Actor,
  table: Table,
  before: R,
  patch: Partial<R>,
  { entity, organizationId, operation, batchId = null, touched = false }: Options,
): Promise<{ row: R; fields: (keyof R & string)[] }> {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const draft: R = { ...before, ...given }
  const fields = Object.keys(changedFields(before, draft)) as (keyof R & string)[]
  if (fields.length === 0 && !touched) return { row: before, fields }
  const row: R = { ...draft, version: before.version + 1, updatedAt: now() }
  const saved = await tx
    .update(table)
    .set(Object.fromEntries([...fields, 'version', 'updatedAt'].map((name) => [name, row[name as keyof R]])))
    .where(and(eq(table.id, before.id), eq(table.version, before.version)))
    .returning({ id: table.id })
  if (saved.length === 0) {
    throw new AppError('Conflict', `The ${entity} changed meanwhile. Read it again and repeat the change.`)
  }
  await recordChange(tx, actor, {
    organizationId,
    entity,
    entityId: row.id,
    version: row.version,
    operation,
    before: remembered(before),
    after: remembered(row),
    batchId,
    at: row.updatedAt,
  })
  await touchCatalog(tx)
  return { row, fields }
}
