import { asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { productImages, products, variantImages, variants } from '@/db/schema'

/** One place that shows an attachment: a product, or one of its variants. */
export type Usage = { productId: string; productName: string; variantId: string | null; variantTitle: string | null }

/** Where an attachment is shown, at most `limit` places: products first, oldest first. */
export async function findUsage(db: Reader, attachmentId: string, limit: number): Promise<Usage[]> {
  const inProducts = await db
    .select({ productId: products.id, productName: products.name })
    .from(productImages)
    .innerJoin(products, eq(products.id, productImages.productId))
    .where(eq(productImages.attachmentId, attachmentId))
    .orderBy(asc(products.id))
    .limit(limit)
  const inVariants = await db
    .select({
      productId: products.id,
      productName: products.name,
      variantId: variants.id,
      variantTitle: variants.title,
    })
    .from(variantImages)
    .innerJoin(variants, eq(variants.id, variantImages.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(variantImages.attachmentId, attachmentId))
    .orderBy(asc(variants.id))
    .limit(limit)
  return [...inProducts.map((use) => ({ ...use, variantId: null, variantTitle: null })), ...inVariants].slice(0, limit)
}

/** In how many places an attachment is shown. */
export async function countUsage(db: Reader, attachmentId: string): Promise<number> {
  const count = sql<number>`count(*)`.mapWith(Number)
  const [inProducts] = await db
    .select({ count })
    .from(productImages)
    .where(eq(productImages.attachmentId, attachmentId))
  const [inVariants] = await db
    .select({ count })
    .from(variantImages)
    .where(eq(variantImages.attachmentId, attachmentId))
  return inProducts!.count + inVariants!.count
}
