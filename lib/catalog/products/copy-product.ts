import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { findVariantsOf } from '@/lib/catalog/variants/find-variants'
import { requireFreeSkus } from '@/lib/catalog/variants/sku'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { type CopyPart, copiedSku, copyParts } from '@/lib/resources/product-copy'
import type { NewProduct, Product } from './product'
import { storeNewProducts } from './store-new-products'

/** How a copy differs from what it is made of; without any of it, it is the same content. */
export type CopyWishes = {
  /** Default: the name it has (decision 31). */
  name?: string
  /** Default: all. */
  parts?: readonly CopyPart[]
  /** With `{sku}` where each variant's own SKU goes; default: the copy's variants have none. */
  skuPattern?: string
}

/**
 * Duplicates a product and its variants under new ids (C29, spec nodeblocks S23, decision 31): the same content, as a
 * draft, not promoted, without followers. What it points at is taken as it is, an archived category included.
 * @throws AppError BadArgument for an organization that is not normal, Conflict for a SKU that is taken
 */
export async function copyProduct(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  product: Product,
  { name = product.name, parts = copyParts, skuPattern }: CopyWishes = {},
): Promise<Product> {
  requireNormal(organization)
  const takes = (part: CopyPart) => parts.includes(part)
  const variants = takes('variants') ? await findVariantsOf(tx, product.id) : []
  const wanted = variants.map(({ sku }, i) => ({
    sku: copiedSku(sku, skuPattern),
    variantId: null,
    target: `variants.${i}.sku`,
  }))
  await requireFreeSkus(tx, organization.id, wanted)
  const { longitude, latitude } = product
  const images = new Map(
    [...product.images, ...variants.flatMap((variant) => variant.images)].map((image) => [image.id, image]),
  )
  const copy: NewProduct = {
    name,
    categoryId: product.categoryId!,
    ...(takes('texts') && {
      description: product.description,
      dimensions: product.dimensions,
      variantNote: product.variantNote,
      additionalInformation: product.additionalInformation,
    }),
    ...(takes('address') && {
      addressLine1: product.addressLine1,
      addressLine2: product.addressLine2,
      addressLine3: product.addressLine3,
      postalCode: product.postalCode,
      point: longitude === null || latitude === null ? null : { longitude, latitude },
    }),
    ...(takes('tags') && { tags: product.tags }),
    ...(takes('features') && { features: product.features }),
    ...(takes('attributes') && { attributes: product.attributes }),
    ...(takes('images') && { imageIds: product.images.map(({ id }) => id) }),
    ...(takes('locations') && { locationIds: product.locationIds }),
    ...(takes('dates') && { publication: { since: product.publicationSince, until: product.publicationUntil } }),
    ...(takes('customFields') && { customFields: product.customFields }),
    variants: variants.map((variant, i) => ({
      title: variant.title,
      sku: wanted[i]!.sku,
      price: { amount: variant.priceAmount, taxable: variant.priceTaxable, taxIncluded: variant.priceTaxIncluded },
      description: variant.description,
      imageIds: takes('images') ? variant.images.map(({ id }) => id) : [],
      customFields: variant.customFields,
    })),
  }
  const [copied] = await storeNewProducts(tx, actor, organization, [copy], images)
  return copied!
}
