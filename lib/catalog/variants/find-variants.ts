import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { variants } from '@/db/schema'
import { variantColumns } from '@/lib/catalog/columns'
import { notFound } from '@/lib/errors'
import type { ListQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runList } from '@/lib/query/run-list'
import { variantResource } from '@/lib/resources/variant'
import type { Variant } from './variant'

const source = listSource({ resource: variantResource, columns: variantColumns, select: getTableColumns(variants) })

/** One page of a product's variants (C33). */
export const findVariantPage = (db: Reader, productId: string, query: ListQuery): Promise<Page<Variant>> =>
  runList(db, source, query, { scope: { column: variants.productId, value: productId } })

/** A product's variants in their order. */
export function findVariantsOf(db: Reader, productId: string): Promise<Variant[]> {
  return db
    .select()
    .from(variants)
    .where(eq(variants.productId, productId))
    .orderBy(asc(variants.position), asc(variants.id))
}

/** Variants by id; ids nobody has are missing. */
export async function findVariants(db: Reader, ids: readonly string[]): Promise<Map<string, Variant>> {
  const found = new Map<string, Variant>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .select()
      .from(variants)
      .where(inArray(variants.id, ids.slice(from, from + 500)))
    for (const variant of rows) found.set(variant.id, variant)
  }
  return found
}

/** A variant of this product. @throws AppError NotFound */
export async function getVariant(db: Reader, productId: string, variantId: string): Promise<Variant> {
  const [variant] = await db
    .select()
    .from(variants)
    .where(and(eq(variants.productId, productId), eq(variants.id, variantId)))
  if (!variant) throw notFound('Variant')
  return variant
}
