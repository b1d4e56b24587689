import { fileUrl } from '@/lib/attachments/file-url'
import type { Product } from '@/lib/catalog/products/product'
import type { Variant } from '@/lib/catalog/variants/variant'
import { toIso } from '@/lib/clock'
import type { ProductJson, VariantJson } from './product-schemas'
import { reference, uriOf } from './uri'

const toImage = (image: Product['images'][number]) => ({ id: image.id, type: image.type, url: uriOf(fileUrl(image)) })

/** Ours to theirs (spec nodeblocks 4.5). */
export const toProduct = (product: Product): ProductJson => ({
  id: product.id,
  organization: reference(`/orgs/${product.organizationId}`, product.organizationId),
  category: product.categoryId === null ? null : reference(`/categories/${product.categoryId}`, product.categoryId),
  name: product.name,
  description: product.description,
  dimensions: product.dimensions,
  variantNote: product.variantNote,
  additionalInformation: product.additionalInformation,
  geoCoordinatesField:
    product.longitude === null || product.latitude === null
      ? null
      : { type: 'Point', coordinates: [product.longitude, product.latitude] },
  images: product.images.map(toImage),
  isPromoted: product.isPromoted,
  variants: product.variantIds.map((id) => reference(`/products/${product.id}/variants/${id}`, id)),
  locations: product.locationIds.map((id) => reference(`/locations/${id}`, id)),
  tags: product.tags,
  features: product.features,
  addressLine1: product.addressLine1,
  addressLine2: product.addressLine2,
  addressLine3: product.addressLine3,
  postalCode: product.postalCode,
  publication: {
    since: toIso(product.publicationSince),
    until: toIso(product.publicationUntil),
    status: product.publicationStatus as ProductJson['publication']['status'],
    publishedAt: toIso(product.publishedAt),
    publishedBy: product.publishedBy,
  },
  attributes: product.attributes,
  customFields: product.customFields,
  createdAt: toIso(product.createdAt),
  updatedAt: toIso(product.updatedAt),
})

/** Ours to theirs (spec nodeblocks 4.6). A variant is sold in its organization's currency. */
export const toVariant = (variant: Variant, currency: string): VariantJson => ({
  id: variant.id,
  productId: variant.productId,
  sku: variant.sku,
  title: variant.title,
  description: variant.description,
  images: variant.images.map(toImage),
  price: {
    amount: variant.priceAmount,
    currency,
    taxable: variant.priceTaxable,
    taxIncluded: variant.priceTaxIncluded,
  },
  customFields: variant.customFields,
  createdAt: toIso(variant.createdAt),
  updatedAt: toIso(variant.updatedAt),
})
