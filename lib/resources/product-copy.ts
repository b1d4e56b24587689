/** What of a product a copy may take along or leave behind; its name and category always come. */
export const copyParts = [
  'texts',
  'images',
  'variants',
  'attributes',
  'locations',
  'tags',
  'features',
  'address',
  'dates',
  'customFields',
] as const
export type CopyPart = (typeof copyParts)[number]

/** Where the variant's own SKU goes in the pattern of a copy's SKUs. */
export const skuPlace = '{sku}'

/** The SKU of a copied variant: none without a pattern, or where the variant has none itself. */
export const copiedSku = (sku: string | null, pattern: string | undefined): string | null =>
  sku && pattern ? pattern.replaceAll(skuPlace, sku) : null
