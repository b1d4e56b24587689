import { nextNumbers, type Tx } from '@/db'
import { products } from '@/db/schema'
import type { ImageReference } from '@/db/schema/catalog'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { recordChanges } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { mergeCustomFields } from '@/lib/merge-custom-fields'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { requireOrder, visibleSpan } from '../publication'
import { touchCatalog } from '../stamp'
import { insertVariants } from '../variants/insert-variants'
import { requireFreeSkus } from '../variants/sku'
import { imagesOf, newVariantRow, requireCurrency } from '../variants/variant-row'
import { indexProducts } from './index-products'
import type { NewProduct, Product } from './product'
import { insertLists } from './product-lists'
import { checkReferences, type References } from './references'

/** Rows per statement, within what both engines bind at once. */
const rowsAtOnce = 300

/** Adds one product with its variants (C22); see `createProducts`. */
export async function createProduct(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  input: NewProduct,
): Promise<Product> {
  const [product] = await createProducts(tx, actor, organization, [input], { paths: [''] })
  return product!
}

/**
 * Adds products with their variants, all or none (C22, C23): everything is checked before the first row is written.
 * `paths` are the places of the inputs in the body, for error messages; default `0.`, `1.`, ….
 * @throws AppError BadArgument for a bad reference, publication, currency or organization; NotFound for an unknown
 * attribute; Conflict for a SKU that is taken
 */
export async function createProducts(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  inputs: readonly NewProduct[],
  {
    paths = inputs.map((_, i) => `${i}.`),
    batchId = null,
  }: { paths?: readonly string[]; batchId?: string | null } = {},
): Promise<Product[]> {
  requireNormal(organization)
  const images = await checkReferences(
    tx,
    organization.id,
    inputs.flatMap((input, i) => referencesOf(input, paths[i]!)),
  )
  for (const [i, input] of inputs.entries()) {
    requireOrder(publicationOf(input), paths[i])
    for (const [n, variant] of (input.variants ?? []).entries()) {
      requireCurrency(organization, variant.price, `${paths[i]}variants.${n}.`)
    }
  }
  await requireFreeSkus(
    tx,
    organization.id,
    inputs.flatMap((input, i) =>
      (input.variants ?? []).map(({ sku }, n) => ({ sku, variantId: null, target: `${paths[i]}variants.${n}.sku` })),
    ),
  )

  const numbers = await nextNumbers(tx, 'product', inputs.length)
  const made = inputs.map((input, i) => newProductRow(actor, organization, input, numbers[i]!, images))
  const rows = made.map(({ product }) => product)
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.insert(products).values(rows.slice(from, from + rowsAtOnce))
  }
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

/** What a new product and its variants point at. */
function referencesOf(
  { categoryId, locationIds, imageIds, attributes, variants = [] }: NewProduct,
  path: string,
): References[] {
  return [
    { path, categoryId, locationIds, imageIds, attributes },
    ...variants.map((variant, n) => ({ path: `${path}variants.${n}.`, imageIds: variant.imageIds })),
  ]
}

const publicationOf = ({ publication = {} }: NewProduct) => ({
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
