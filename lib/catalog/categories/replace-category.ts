import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { products } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveProduct } from '@/lib/catalog/products/save-product'
import { badArgument } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { newId } from '@/lib/ids'
import { deleteCategory } from './delete-category'
import { findCategoriesById, getCategory } from './find-categories'

/**
 * Puts all products of a category, of every organization, into another one and deletes it. Its children move up to its
 * parent, attributes forget it. Answers the batch under which it is taken back.
 * @throws AppError NotFound, PreconditionFailed, BadArgument when `by` does not exist, is archived or the category itself
 */
export async function replaceCategory(
  tx: Tx,
  actor: Actor,
  id: string,
  by: string,
  expected?: Expected,
): Promise<string> {
  const category = await getCategory(tx, id)
  requireVersion('The category', category.version, expected)
  await requireReplacement(tx, id, by)
  const batchId = newId()
  for (const product of await tx.select().from(products).where(eq(products.categoryId, id))) {
    await saveProduct(tx, actor, product, { categoryId: by }, { operation: 'replaceCategory', batchId })
  }
  return deleteCategory(tx, actor, id, undefined, batchId)
}

async function requireReplacement(tx: Tx, id: string, by: string): Promise<void> {
  const [found] = by === id ? [] : await findCategoriesById(tx, [by])
  if (found?.status === 'ACTIVE') return
  const message =
    by === id
      ? 'A category cannot take its own place.'
      : found
        ? 'Products cannot be put into an archived category.'
        : `There is no category with the id ${by}.`
  const code = by === id || found ? 'NotAllowed' : 'UnknownReference'
  throw badArgument('RequestBody', message, [{ code, target: 'by', message }])
}
