import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { findVariantsOf } from '@/lib/catalog/variants/find-variants'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import type { NewProduct, Product } from './product'
import { storeNewProducts } from './store-new-products'

/**
 * Duplicates a product and its variants under new ids (C29, spec nodeblocks S23, decision 31): the same content, as a
 * draft, not promoted, without SKUs and followers. What it points at is taken as it is, an archived category included.
 * @throws AppError BadArgument for an organization that is not normal
 */
export async function copyProduct(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  product: Product,
): Promise<Product> {
  requireNormal(organization)
  const variants = await findVariantsOf(tx, product.id)
  const { longitude, latitude } = product
  const images = new Map(
    [...product.images, ...variants.flatMap((variant) => variant.images)].map((image) => [image.id, image]),
  )
  const copy: NewProduct = {
    name: product.name,
    categoryId: product.categoryId!,
    description: product.description,
    dimensions: product.dimensions,
    variantNote: product.variantNote,
    additionalInformation: product.additionalInformation,
    addressLine1: product.addressLine1,
    addressLine2: product.addressLine2,
    addressLine3: product.addressLine3,
    postalCode: product.postalCode,
    point: longitude === null || latitude === null ? null : { longitude, latitude },
    tags: product.tags,
    features: product.features,
    attributes: product.attributes,
    imageIds: product.images.map(({ id }) => id),
    locationIds: product.locationIds,
    publication: { since: product.publicationSince, until: product.publicationUntil },
    customFields: product.customFields,
    variants: variants.map((variant) => ({
      title: variant.title,
      price: { amount: variant.priceAmount, taxable: variant.priceTaxable, taxIncluded: variant.priceTaxIncluded },
      description: variant.description,
      imageIds: variant.images.map(({ id }) => id),
      customFields: variant.customFields,
    })),
  }
  const [copied] = await storeNewProducts(tx, actor, organization, [copy], images)
  return copied!
}
