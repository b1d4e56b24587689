import { eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { productAttributes, products } from '@/db/schema'
import type { Product } from '@/lib/catalog/products/product'

/** The products that carry an attribute. */
export const findProductsWith = (db: Reader, attributeId: string): Promise<Product[]> =>
  db
    .select()
    .from(products)
    .where(
      inArray(
        products.id,
        db
          .select({ id: productAttributes.productId })
          .from(productAttributes)
          .where(eq(productAttributes.attributeId, attributeId)),
      ),
    )

/** How many products carry it. */
export async function countProductsWith(db: Reader, attributeId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(distinct ${productAttributes.productId})`.mapWith(Number) })
    .from(productAttributes)
    .where(eq(productAttributes.attributeId, attributeId))
  return row!.count
}
