import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { type ChangeRow, changeRow, deletedAgain } from '@/lib/catalog/products/change-outcome'
import type { Product } from '@/lib/catalog/products/product'
import { saveProduct } from '@/lib/catalog/products/save-product'
import type { StoredChange } from '@/lib/history/find-changes'
import { findLaterDeletion } from '@/lib/history/kept-row'
import { maxVariants } from './create-variants'
import { findVariantsOf } from './find-variants'
import { insertVariants } from './insert-variants'
import { byPlace, findSkuObjection, keptVariants } from './kept-variants'

/**
 * Gives a product its deleted variants back, under their ids and at their places in its list. What else became of the
 * product since does not stand in the way. The row says why when it cannot be: a SKU was taken, or there is no room.
 */
export async function restoreVariants(
  tx: Tx,
  actor: Actor,
  product: Product,
  deletions: readonly StoredChange[],
  batchId: string,
): Promise<ChangeRow> {
  const standing = await findVariantsOf(tx, product.id)
  const known = new Set(standing.map(({ id }) => id))
  const missing = deletions.filter(({ entityId }) => !known.has(entityId))
  if (missing.length === 0) return changeRow(product, 'unchanged', 'They are there again already.')
  const variants = await keptVariants(tx, missing)
  if (standing.length + variants.length > maxVariants) {
    return changeRow(product, 'notAllowed', `It would have more than ${maxVariants} variants.`)
  }
  const later = await findLaterDeletion(tx, missing)
  const objection = later ? deletedAgain(later) : await findSkuObjection(tx, product.organizationId, variants)
  if (objection) return changeRow(product, 'notAllowed', objection.reason, objection.inner)
  await insertVariants(tx, actor, variants, batchId, 'restore')
  const variantIds = [...standing, ...variants].sort(byPlace).map(({ id }) => id)
  await saveProduct(tx, actor, product, { variantIds }, { operation: 'restoreVariants', batchId })
  return changeRow(product, 'changed')
}
