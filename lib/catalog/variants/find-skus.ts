import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { products, variants } from '@/db/schema'
import { skuHash } from './sku'

/** Who has a SKU. */
export type SkuHolder = { sku: string; variantId: string; productId: string; productName: string }

/** Those of the given SKUs which an organization's variants have already, each with its holder. */
export async function findSkus(db: Reader, organizationId: string, skus: readonly string[]): Promise<SkuHolder[]> {
  const hashes = [...new Set(skus.flatMap((sku) => skuHash(sku) ?? []))]
  const found: SkuHolder[] = []
  for (let from = 0; from < hashes.length; from += 500) {
    const rows = await db
      .select({
        sku: variants.sku,
        variantId: variants.id,
        productId: variants.productId,
        productName: products.name,
      })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .where(
        and(eq(variants.organizationId, organizationId), inArray(variants.skuHash, hashes.slice(from, from + 500))),
      )
      .orderBy(asc(variants.id))
    for (const row of rows) found.push({ ...row, sku: row.sku! })
  }
  return found
}
