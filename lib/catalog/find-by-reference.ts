import { and, asc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Reader } from '@/db'
import { products, variants } from '@/db/schema'
import { idPattern } from '@/lib/ids'
import { findVariantsForOrder, type SellableVariant } from './find-sellable'

/** `PROD` and the number: how a product without an external code is called outside (spec other-order-apis D.9). */
export const productAlias = (number: number) => `PROD${String(number).padStart(3, '0')}`

const aliasNumber = (text: string) => {
  const [, digits] = /^PROD(\d{3,15})$/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/**
 * What outside references mean in an organization's catalog, tried as external code, `PROD` alias, SKU and id in that
 * order (D.9). A product stands for its default variant, a SKU for its own. Unknown references are missing.
 */
export async function findVariantsByReference(
  db: Reader,
  organizationId: string,
  references: readonly string[],
): Promise<Map<string, SellableVariant>> {
  const wanted = [...new Set(references)]
  if (wanted.length === 0) return new Map()
  const named = await findProducts(db, organizationId, wanted)
  const skus = await db
    .select({ productId: variants.productId, variantId: variants.id, sku: variants.sku })
    .from(variants)
    .where(and(eq(variants.organizationId, organizationId), inArray(variants.sku, wanted)))
  const bySku = new Map(skus.map((row) => [row.sku, row]))
  const defaults = await findDefaultVariants(
    db,
    named.map(({ id }) => id),
  )

  const choiceOf = (reference: string) => {
    const byCode = named.find(({ externalCode }) => externalCode === reference)
    const number = aliasNumber(reference)
    const byNumber = named.find((product) => number !== undefined && product.number === number)
    const product = byCode ?? byNumber
    if (product) return defaults.get(product.id)
    return bySku.get(reference) ?? defaults.get(named.find(({ id }) => id === reference)?.id ?? '')
  }
  const choices = new Map(wanted.flatMap((reference) => choiceOf(reference) ?? []).map((row) => [row.variantId, row]))
  const found = await findVariantsForOrder(db, organizationId, [...choices.values()])
  return new Map(
    wanted.flatMap((reference) => {
      const variant = found.get(choiceOf(reference)?.variantId ?? '')
      return variant ? [[reference, variant] as const] : []
    }),
  )
}

function findProducts(db: Reader, organizationId: string, references: readonly string[]) {
  const numbers = references.flatMap((text) => aliasNumber(text) ?? [])
  const ids = references.filter((text) => idPattern.test(text))
  const ways: SQL[] = [
    inArray(products.externalCode, [...references]),
    ...(numbers.length > 0 ? [inArray(products.number, numbers)] : []),
    ...(ids.length > 0 ? [inArray(products.id, ids)] : []),
  ]
  return db
    .select({ id: products.id, number: products.number, externalCode: products.externalCode })
    .from(products)
    .where(and(eq(products.organizationId, organizationId), or(...ways)))
}

/** The first variant of each product. */
async function findDefaultVariants(db: Reader, productIds: string[]) {
  if (productIds.length === 0) return new Map<string, { productId: string; variantId: string }>()
  const rows = await db
    .select({ productId: variants.productId, variantId: variants.id })
    .from(variants)
    .where(inArray(variants.productId, productIds))
    .orderBy(asc(variants.productId), asc(variants.position), asc(variants.id))
  return new Map(rows.toReversed().map((row) => [row.productId, row]))
}
