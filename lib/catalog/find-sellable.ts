import { eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { inList, listValue, unindexed } from '@/db/dialect/query-sql'
import { organizations, products, variants } from '@/db/schema'
import { now } from '@/lib/clock'
import { runPrepared } from '@/lib/query/statements'
import { isPublished } from './publication'

/** What an order line takes from the catalog. `priceAmount` is in the currency's minor unit. */
export type SellableVariant = {
  productId: string
  productName: string
  /** The product's public number and, when it has one, its external code. */
  productNumber: number
  productCode: string | null
  /** Whether anybody may order it now; false also in a prohibited organization. */
  published: boolean
  variantId: string
  variantTitle: string
  sku: string | null
  priceAmount: number
  priceTaxable: boolean
  priceTaxIncluded: boolean
}

/**
 * The variants an order names, by variant id. Missing are those that do not exist, belong to another product than the
 * one named, or to another organization (spec nodeblocks 8, Order creation).
 */
export async function findVariantsForOrder(
  db: Reader,
  organizationId: string,
  items: readonly { productId: string; variantId: string }[],
): Promise<Map<string, SellableVariant>> {
  if (items.length === 0) return new Map()
  const at = now()
  const wanted = listValue(items.map((item) => item.variantId))
  // The few variants lead; the organization's index would give all its products.
  const rows = await runPrepared(db, 'variants for an order', [organizationId, wanted], (slot) =>
    db
      .select({
        productId: products.id,
        productName: products.name,
        productNumber: products.number,
        productCode: products.externalCode,
        visibleFrom: products.visibleFrom,
        visibleUntil: products.visibleUntil,
        status: organizations.status,
        variantId: variants.id,
        variantTitle: variants.title,
        sku: variants.sku,
        priceAmount: variants.priceAmount,
        priceTaxable: variants.priceTaxable,
        priceTaxIncluded: variants.priceTaxIncluded,
      })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .innerJoin(organizations, eq(organizations.id, products.organizationId))
      .where(sql`${unindexed(products.organizationId)} = ${slot(0)} and ${inList(variants.id, slot(1), 'text')}`),
  )
  const named = new Set(items.map((item) => `${item.productId} ${item.variantId}`))
  return new Map(
    rows
      .filter((row) => named.has(`${row.productId} ${row.variantId}`))
      .map(({ visibleFrom, visibleUntil, status, ...row }) => [
        row.variantId,
        { ...row, published: isPublished({ visibleFrom, visibleUntil }, { status }, at) },
      ]),
  )
}
