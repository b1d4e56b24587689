import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db'
import { attributes, categories, products } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveAttribute } from '@/lib/catalog/attributes/save-attribute'
import { touchCatalog } from '@/lib/catalog/stamp'
import { keptNode } from '@/lib/catalog/tree/kept-node'
import { AppError } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { getCategory } from './find-categories'
import { saveCategory } from './update-category'

/**
 * Deletes a category no product is in (C18). Its children move up to its parent; attributes forget it. Answers the batch
 * under which it is taken back.
 * @throws AppError NotFound, PreconditionFailed, Conflict saying how many products stand in the way
 */
export async function deleteCategory(
  tx: Tx,
  actor: Actor,
  id: string,
  expected?: Expected,
  batchId = newId(),
): Promise<string> {
  const category = await getCategory(tx, id)
  requireVersion('The category', category.version, expected)
  const [used] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(products)
    .where(eq(products.categoryId, id))
  if (used!.count > 0) {
    const message =
      used!.count === 1
        ? 'One product is in this category. Move it to another one first.'
        : `${used!.count} products are in this category. Move them to another one first.`
    throw new AppError('Conflict', message, {
      target: 'Category',
      details: [{ code: 'Blocked', target: 'products', message }],
      inner: { code: 'CategoryInUse', products: used!.count },
    })
  }
  for (const child of await tx.select().from(categories).where(eq(categories.parentId, id))) {
    await saveCategory(tx, actor, child, { parentId: category.parentId }, 'move', batchId)
  }
  for (const attribute of await tx.select().from(attributes)) {
    if (!attribute.categoryIds.includes(id)) continue
    const categoryIds = attribute.categoryIds.filter((other) => other !== id)
    await saveAttribute(tx, actor, attribute, { categoryIds }, batchId)
  }
  await tx.delete(categories).where(eq(categories.id, id))
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'category',
    entityId: id,
    version: 0,
    operation: 'delete',
    before: keptNode(category),
    batchId,
  })
  await touchCatalog(tx)
  return batchId
}
