import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { requireOrder } from '@/lib/catalog/publication'
import { requireFreeSkus } from '@/lib/catalog/variants/sku'
import { requireCurrency } from '@/lib/catalog/variants/variant-row'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import type { NewProduct, Product } from './product'
import { checkReferences, type References } from './references'
import { publicationOf, storeNewProducts } from './store-new-products'

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

  return storeNewProducts(tx, actor, organization, inputs, images, batchId)
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
