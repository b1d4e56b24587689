import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { organizations, products, variants } from '@/db/schema'
import { now } from '@/lib/clock'
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
  const rows = await db
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
    .where(
      and(
        eq(products.organizationId, organizationId),
        inArray(
          variants.id,
          items.map((item) => item.variantId),
        ),
      ),
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
