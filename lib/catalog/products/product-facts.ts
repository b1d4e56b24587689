import { and, count, eq, inArray, max, min } from 'drizzle-orm'
import type { Reader } from '@/db'
import { follows, products, variants } from '@/db/schema'

/** What a list says of a product beside its own fields. Prices are minor units, null without variants. */
export type ProductFacts = {
  id: string
  variants: number
  lowestPrice: number | null
  highestPrice: number | null
  followers: number
}

/** Facts of an organization's products, in the order asked; ids it does not have are left out. */
export async function findProductFacts(
  db: Reader,
  organizationId: string,
  productIds: readonly string[],
): Promise<ProductFacts[]> {
  const wanted = [...new Set(productIds)]
  const own = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.organizationId, organizationId), inArray(products.id, wanted)))
  const known = new Set(own.map(({ id }) => id))
  if (known.size === 0) return []
  const prices = await db
    .select({
      id: variants.productId,
      variants: count(),
      lowest: min(variants.priceAmount),
      highest: max(variants.priceAmount),
    })
    .from(variants)
    .where(inArray(variants.productId, [...known]))
    .groupBy(variants.productId)
  const followers = await db
    .select({ id: follows.productId, count: count() })
    .from(follows)
    .where(inArray(follows.productId, [...known]))
    .groupBy(follows.productId)
  const priceOf = new Map(prices.map((row) => [row.id, row]))
  const followersOf = new Map(followers.map((row) => [row.id, Number(row.count)]))
  const amount = (value: number | string | null | undefined) =>
    value === null || value === undefined ? null : Number(value)
  return wanted
    .filter((id) => known.has(id))
    .map((id) => ({
      id,
      variants: Number(priceOf.get(id)?.variants ?? 0),
      lowestPrice: amount(priceOf.get(id)?.lowest),
      highestPrice: amount(priceOf.get(id)?.highest),
      followers: followersOf.get(id) ?? 0,
    }))
}
