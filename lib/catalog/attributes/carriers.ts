import { eq, inArray } from 'drizzle-orm'
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
