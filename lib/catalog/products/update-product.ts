import type { Tx } from '@/db'
import type { ImageReference } from '@/db/schema/catalog'
import type { Actor } from '@/lib/auth/actor'
import { type Publication, requireOrder, visibleSpan } from '@/lib/catalog/publication'
import { requireMayPromote } from '@/lib/catalog/rights'
import { imagesOf } from '@/lib/catalog/variants/variant-row'
import { now } from '@/lib/clock'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { mergeCustomFields } from '@/lib/merge-custom-fields'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import type { PublicationStatus } from '@/lib/resources/product'
import { getProduct } from './find-products'
import { planVariants, storeVariants } from './plan-variants'
import type { Product, ProductPatch } from './product'
import { checkReferences } from './references'
import { saveProduct } from './save-product'

type Options = {
  expected?: Expected
  /** The patch's place in the body, with a closing dot, for error messages. */
  path?: string
  batchId?: string | null
}

/**
 * Changes a product, and its variants when `variants` is given (C25, C28): listed ones are changed or made, the others
 * are deleted. Everything is checked before anything is written.
 * @throws AppError Forbidden for `isPromoted`, NotFound, PreconditionFailed, BadArgument, Conflict for a taken SKU
 */
export async function updateProduct(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  productId: string,
  patch: ProductPatch,
  { expected, path = '', batchId = null }: Options = {},
): Promise<Product> {
  requireMayPromote(actor, patch)
  const product = await getProduct(tx, organization.id, productId)
  requireVersion('The product', product.version, expected)
  requireNormal(organization)
  const plan = patch.variants && (await planVariants(tx, organization, product, patch.variants, path))
  const images = await checkReferences(tx, organization.id, [
    {
      path,
      categoryId: patch.categoryId === product.categoryId ? undefined : patch.categoryId,
      locationIds: patch.locationIds,
      imageIds: patch.imageIds,
      attributes: patch.attributes,
    },
    ...(patch.variants ?? []).map(({ imageIds }, n) => ({ path: `${path}variants.${n}.`, imageIds })),
  ])
  const fields = patchedFields(actor, organization, product, patch, images, path)
  const stored = plan && (await storeVariants(tx, actor, plan, images, batchId))
  return saveProduct(
    tx,
    actor,
    product,
    { ...fields, ...(stored ? { variantIds: stored.ids } : {}) },
    { operation: 'update', batchId, touched: stored?.changed },
  )
}

/** The columns a patch sets. */
function patchedFields(
  actor: Actor,
  organization: Organization,
  product: Product,
  patch: ProductPatch,
  images: ReadonlyMap<string, ImageReference>,
  path: string,
): Partial<Product> {
  const { publication, customFields, point, imageIds, locationIds, variants, ...plain } = patch
  return {
    ...plain,
    ...(point === undefined ? {} : { longitude: point?.longitude ?? null, latitude: point?.latitude ?? null }),
    ...(imageIds ? { images: imagesOf(imageIds, images) } : {}),
    ...(locationIds ? { locationIds: [...new Set(locationIds)] } : {}),
    ...(customFields ? { customFields: mergeCustomFields(product.customFields, customFields) } : {}),
    ...(publication ? publicationFields(actor, organization, product, publication, path) : {}),
  }
}

function publicationFields(
  actor: Actor,
  organization: Organization,
  product: Product,
  given: Partial<Publication>,
  path: string,
): Partial<Product> {
  const publication: Publication = {
    status: given.status ?? (product.publicationStatus as PublicationStatus),
    since: given.since === undefined ? product.publicationSince : given.since,
    until: given.until === undefined ? product.publicationUntil : given.until,
  }
  requireOrder(publication, path)
  const activated = publication.status === 'ACTIVE' && product.publicationStatus !== 'ACTIVE'
  return {
    publicationStatus: publication.status,
    publicationSince: publication.since,
    publicationUntil: publication.until,
    ...visibleSpan(publication, organization.timeZone),
    ...(activated ? { publishedAt: now(), publishedBy: actor.userId } : {}),
  }
}
