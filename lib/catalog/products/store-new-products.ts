import { nextNumbers, type Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { products } from '@/db/schema'
import type { ImageReference } from '@/db/schema/catalog'
import type { Actor } from '@/lib/auth/actor'
import { visibleSpan } from '@/lib/catalog/publication'
import { touchCatalog } from '@/lib/catalog/stamp'
import { insertVariants } from '@/lib/catalog/variants/insert-variants'
import { imagesOf, newVariantRow } from '@/lib/catalog/variants/variant-row'
import { now } from '@/lib/clock'
import { fold } from '@/lib/fold'
import { recordChanges } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { mergeCustomFields } from '@/lib/merge-custom-fields'
import type { Organization } from '@/lib/organizations/organization'
import { indexProducts } from './index-products'
import type { NewProduct, Product } from './product'
import { insertLists } from './product-lists'

/** Stores new products and their variants, whose references, SKUs and currency the caller has checked. */
export async function storeNewProducts(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  inputs: readonly NewProduct[],
  images: ReadonlyMap<string, ImageReference>,
  batchId: string | null = null,
): Promise<Product[]> {
  const numbers = await nextNumbers(tx, 'product', inputs.length)
  const made = inputs.map((input, i) => newProductRow(actor, organization, input, numbers[i]!, images))
  const rows = made.map(({ product }) => product)
  await insertRows(tx, products, rows)
  await insertLists(tx, rows)
  await recordChanges(
    tx,
    actor,
    rows.map((product) => ({
      organizationId: organization.id,
      entity: 'product',
      entityId: product.id,
      version: 1,
      operation: 'create',
      after: product,
      batchId,
      at: product.createdAt,
    })),
  )
  await insertVariants(
    tx,
    actor,
    made.flatMap(({ variants }) => variants),
    batchId,
  )
  await indexProducts(tx, rows)
  await touchCatalog(tx)
  return rows
}

/** The publication of a product to be made; a draft unless it says otherwise. */
export const publicationOf = ({ publication = {} }: NewProduct) => ({
  status: publication.status ?? ('DRAFT' as const),
  since: publication.since ?? null,
  until: publication.until ?? null,
})

function newProductRow(
  actor: Actor,
  organization: Organization,
  input: NewProduct,
  number: number,
  images: ReadonlyMap<string, ImageReference>,
) {
  const at = input.createdAt ?? now()
  const id = input.id ?? newId(at)
  const variants = (input.variants ?? []).map((variant, position) =>
    newVariantRow(variant, position, { productId: id, organization, images, at }),
  )
  const publication = publicationOf(input)
  const isActive = publication.status === 'ACTIVE'
  const product: Product = {
    id,
    number,
    externalCode: input.externalCode ?? null,
    organizationId: organization.id,
    categoryId: input.categoryId,
    name: input.name,
    nameFolded: fold(input.name),
    description: input.description ?? '',
    dimensions: input.dimensions ?? '',
    variantNote: input.variantNote ?? '',
    additionalInformation: input.additionalInformation ?? '',
    longitude: input.point?.longitude ?? null,
    latitude: input.point?.latitude ?? null,
    isPromoted: input.isPromoted ?? false,
    tags: input.tags ?? [],
    features: input.features ?? [],
    attributes: input.attributes ?? [],
    images: imagesOf(input.imageIds ?? [], images),
    locationIds: [...new Set(input.locationIds)],
    variantIds: variants.map((variant) => variant.id),
    addressLine1: input.addressLine1 ?? '',
    addressLine2: input.addressLine2 ?? '',
    addressLine3: input.addressLine3 ?? '',
    postalCode: input.postalCode ?? '',
    publicationStatus: publication.status,
    publicationSince: publication.since,
    publicationUntil: publication.until,
    publishedAt: isActive ? at : null,
    publishedBy: isActive ? actor.userId : null,
    ...visibleSpan(publication, organization.timeZone),
    customFields: mergeCustomFields({}, input.customFields ?? {}),
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  return { product, variants }
}
