import { eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { productImages, products, variantImages, variants } from '@/db/schema'
import type { ImageReference } from '@/db/schema/catalog'
import type { Actor } from '@/lib/auth/actor'
import { saveProduct } from './products/save-product'
import { touchCatalog } from './stamp'
import { saveVariant } from './variants/save-variant'

const productsShowing = (db: Reader, attachmentId: string) =>
  db
    .select()
    .from(products)
    .where(
      inArray(
        products.id,
        db
          .select({ id: productImages.productId })
          .from(productImages)
          .where(eq(productImages.attachmentId, attachmentId)),
      ),
    )

const variantsShowing = (db: Reader, attachmentId: string) =>
  db
    .select()
    .from(variants)
    .where(
      inArray(
        variants.id,
        db
          .select({ id: variantImages.variantId })
          .from(variantImages)
          .where(eq(variantImages.attachmentId, attachmentId)),
      ),
    )

/**
 * Lets everything that shows an attachment show its present content. What products and variants keep of it is a copy
 * for quick answers, not theirs: they get no new version, and the history tells of it with the attachment.
 */
export async function refreshImage(tx: Tx, image: ImageReference): Promise<void> {
  const fresh = (images: readonly ImageReference[]) => images.map((each) => (each.id === image.id ? image : each))
  for (const { id, images } of await productsShowing(tx, image.id)) {
    await tx
      .update(products)
      .set({ images: fresh(images) })
      .where(eq(products.id, id))
  }
  for (const { id, images } of await variantsShowing(tx, image.id)) {
    await tx
      .update(variants)
      .set({ images: fresh(images) })
      .where(eq(variants.id, id))
  }
  await touchCatalog(tx)
}

/** Takes an attachment out of every product and variant that shows it. */
export async function removeImage(tx: Tx, actor: Actor, attachmentId: string, batchId: string): Promise<void> {
  const without = (images: readonly ImageReference[]) => images.filter(({ id }) => id !== attachmentId)
  const changed = new Set<string>()
  for (const variant of await variantsShowing(tx, attachmentId)) {
    await saveVariant(tx, actor, variant, { ...variant, images: without(variant.images) }, batchId)
    changed.add(variant.productId)
  }
  for (const product of await productsShowing(tx, attachmentId)) {
    const touched = changed.delete(product.id)
    await saveProduct(
      tx,
      actor,
      product,
      { images: without(product.images) },
      { operation: 'update', batchId, touched },
    )
  }
  for (const id of changed) {
    const [product] = await tx.select().from(products).where(eq(products.id, id))
    await saveProduct(tx, actor, product!, {}, { operation: 'changeVariants', batchId, touched: true })
  }
}
