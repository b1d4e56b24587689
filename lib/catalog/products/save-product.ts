import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { products } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { touchCatalog } from '@/lib/catalog/stamp'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { changedFields, recordChange } from '@/lib/history/record-change'
import { indexProducts, searchedFields } from './index-products'
import type { Product } from './product'
import { type ListName, replaceLists } from './product-lists'

const listNames: readonly string[] = ['tags', 'attributes', 'images', 'locationIds'] satisfies ListName[]

type Options = {
  /** The verb the history shows. */
  operation: string
  batchId?: string | null
  /** Something the product consists of changed beside its own fields: one of its variants. */
  touched?: boolean
}

/**
 * The one place that changes a stored product: bumps `version`, keeps the rows behind its lists and the search index,
 * appends to the history. When nothing differs it writes nothing and returns the product as it was.
 * @throws AppError Conflict when the product changed since it was read
 */
export async function saveProduct(
  tx: Tx,
  actor: Actor,
  before: Product,
  patch: Partial<Product>,
  { operation, batchId = null, touched = false }: Options,
): Promise<Product> {
  const draft: Product = { ...before, ...patch }
  const fields = Object.keys(changedFields(before, draft)) as (keyof Product)[]
  if (fields.length === 0 && !touched) return before
  const after: Product = { ...draft, version: before.version + 1, updatedAt: now() }

  const written = [...fields, 'version', 'updatedAt'] as (keyof Product)[]
  const saved = await tx
    .update(products)
    .set(Object.fromEntries(written.map((name) => [name, after[name]])))
    .where(and(eq(products.id, before.id), eq(products.version, before.version)))
    .returning({ id: products.id })
  if (saved.length === 0) {
    throw new AppError('Conflict', 'The product changed meanwhile. Read it again and repeat the change.')
  }
  await replaceLists(tx, after, fields.filter((name) => listNames.includes(name)) as ListName[])
  if (fields.some((name) => searchedFields.includes(name))) await indexProducts(tx, [after])
  await recordChange(tx, actor, {
    organizationId: after.organizationId,
    entity: 'product',
    entityId: after.id,
    version: after.version,
    operation,
    before,
    after,
    batchId,
    at: after.updatedAt,
  })
  await touchCatalog(tx)
  return after
}
