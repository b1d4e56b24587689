import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { attachments, attributes, categories, locations, products } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { findStanding } from '@/lib/catalog/find-standing'
import { visibleSpan } from '@/lib/catalog/publication'
import { remembered } from '@/lib/catalog/save-row'
import { touchCatalog } from '@/lib/catalog/stamp'
import { insertVariants } from '@/lib/catalog/variants/insert-variants'
import { findSkuObjection, keptVariants } from '@/lib/catalog/variants/kept-variants'
import { now } from '@/lib/clock'
import { fold } from '@/lib/fold'
import type { StoredChange } from '@/lib/history/find-changes'
import { findLaterDeletion, keptFields, lastVersions } from '@/lib/history/kept-row'
import { recordChange } from '@/lib/history/record-change'
import type { Organization } from '@/lib/organizations/organization'
import type { PublicationStatus } from '@/lib/resources/product'
import { type ChangeRow, changeRow, deletedAgain } from './change-outcome'
import { indexProducts } from './index-products'
import type { Product } from './product'
import { insertLists } from './product-lists'

/** Takes out of a list what points at something that is no more. */
async function standing<T>(
  db: Reader,
  table: typeof attachments | typeof attributes | typeof locations,
  list: readonly T[],
  idOf: (member: T) => string,
): Promise<T[]> {
  const found = await findStanding(db, table, list.map(idOf))
  return list.filter((member) => found.has(idOf(member)))
}

/**
 * Brings a deleted product back under its id, with the variants that were deleted with it, as the history kept them.
 * Images, locations and attributes that are gone by now are left out; followers do not come back. The row says why when
 * it cannot be: its category is gone, or another variant took a SKU.
 */
export async function restoreProduct(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  deletion: StoredChange,
  deletedVariants: readonly StoredChange[],
  batchId: string,
): Promise<ChangeRow> {
  const product = await productOf(tx, organization, deletion)
  const [category] = product.categoryId
    ? await tx.select({ id: categories.id }).from(categories).where(eq(categories.id, product.categoryId))
    : []
  if (!category) return changeRow(product, 'notAllowed', 'The category it was in is no more.')
  if (product.externalCode !== null) {
    const taken = await tx
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.organizationId, organization.id), eq(products.externalCode, product.externalCode)))
    if (taken.length > 0) return changeRow(product, 'notAllowed', 'Another product has its code by now.')
  }
  const variants = await keptVariants(tx, deletedVariants)
  const later = await findLaterDeletion(tx, [deletion])
  const objection = later ? deletedAgain(later) : await findSkuObjection(tx, organization.id, variants)
  if (objection) return changeRow(product, 'notAllowed', objection.reason, objection.inner)
  const whole = { ...product, variantIds: variants.map(({ id }) => id) }
  await insertRows(tx, products, [whole])
  await insertLists(tx, [whole])
  await recordChange(tx, actor, {
    organizationId: organization.id,
    entity: 'product',
    entityId: whole.id,
    version: whole.version,
    operation: 'restore',
    after: remembered(whole),
    batchId,
    at: whole.updatedAt,
  })
  await insertVariants(tx, actor, variants, batchId, 'restore')
  await indexProducts(tx, [whole])
  await touchCatalog(tx)
  return changeRow(whole, 'changed')
}

async function productOf(tx: Tx, organization: Organization, deletion: StoredChange): Promise<Product> {
  const fields = keptFields(deletion) as Partial<Product> & Pick<Product, 'name' | 'number' | 'createdAt'>
  const publication = {
    status: fields.publicationStatus as PublicationStatus,
    since: fields.publicationSince ?? null,
    until: fields.publicationUntil ?? null,
  }
  return {
    externalCode: null,
    categoryId: null,
    longitude: null,
    latitude: null,
    publishedAt: null,
    publishedBy: null,
    ...fields,
    id: deletion.entityId,
    organizationId: organization.id,
    nameFolded: fold(fields.name),
    images: await standing(tx, attachments, fields.images ?? [], ({ id }) => id),
    locationIds: await standing(tx, locations, fields.locationIds ?? [], (id) => id),
    attributes: await standing(tx, attributes, fields.attributes ?? [], ({ attributeId }) => attributeId),
    publicationSince: publication.since,
    publicationUntil: publication.until,
    ...visibleSpan(publication, organization.timeZone),
    version: ((await lastVersions(tx, 'product', [deletion.entityId])).get(deletion.entityId) ?? 0) + 1,
    updatedAt: now(),
  } as Product
}
