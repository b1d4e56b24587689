import type { variants } from '@/db/schema'

/** A variant as stored; `priceAmount` in the currency's minor unit, times in ms UTC. */
export type Variant = typeof variants.$inferSelect

export type NewPrice = { amount: number; taxable?: boolean; taxIncluded?: boolean; currency?: string }

export type NewVariant = {
  title: string
  price: NewPrice
  sku?: string | null
  description?: string
  imageIds?: string[]
  customFields?: Record<string, unknown>
  /** Given by the seed only, so that demo data has the same ids on every run. */
  seedId?: string
}

/** Absent stays. */
export type VariantPatch = Partial<Omit<NewVariant, 'price' | 'seedId'>> & { price?: Partial<NewPrice> }

/** A member of a product's list of variants: with `id` a change of that variant, without it a new one. */
export type VariantChange = VariantPatch & { id?: string }
