import { asc, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { inList, listValue } from '@/db/dialect/query-sql'
import { variants } from '@/db/schema'
import type { Variant } from '@/lib/catalog/variants/variant'

/** The variants of some products, in their order, by product. */
export async function findVariantsOfProducts(db: Reader, ids: readonly string[]): Promise<Map<string, Variant[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(variants)
    .where(inList(variants.productId, sql.param(listValue(ids)), 'text'))
    .orderBy(asc(variants.productId), asc(variants.position), asc(variants.id))
  return Map.groupBy(rows, ({ productId }) => productId)
}
