import type { products } from '@/db/schema'
import type { NewVariant, VariantChange } from '@/lib/catalog/variants/variant'
import type { PublicationStatus } from '@/lib/resources/product'

/** A product as stored; times in ms UTC. */
export type Product = typeof products.$inferSelect

export type AttributeValue = { attributeId: string; value: string | number | boolean | string[] }

/** What may be said of a product by whoever writes it; times in ms UTC, null in `publication` means open. */
export type ProductContent = {
  name: string
  categoryId: string
  description?: string
  dimensions?: string
  variantNote?: string
  additionalInformation?: string
  addressLine1?: string
  addressLine2?: string
  addressLine3?: string
  postalCode?: string
  /** Degrees. */
  point?: { longitude: number; latitude: number } | null
  tags?: string[]
  features?: { name: string; value: string }[]
  attributes?: AttributeValue[]
  imageIds?: string[]
  locationIds?: string[]
  publication?: { status?: PublicationStatus; since?: number | null; until?: number | null }
  customFields?: Record<string, unknown>
}

export type NewProduct = ProductContent & {
  variants?: NewVariant[]
  isPromoted?: boolean
  /** Given by the seed only, so that demo data has the same ids on every run. */
  id?: string
  externalCode?: string
  createdAt?: number
}

/** Absent stays. `variants` replaces the list: members with an id change that variant, those without are new. */
export type ProductPatch = Partial<ProductContent> & { isPromoted?: boolean; variants?: VariantChange[] }
