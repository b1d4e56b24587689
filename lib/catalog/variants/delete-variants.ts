import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { saveProduct } from '@/lib/catalog/products/save-product'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { newId } from '@/lib/ids'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Owner } from './owners'
import { removeVariants } from './save-variant'
import type { Variant } from './variant'

/**
 * Deletes variants of one or several products and organizations (C31, C37). The owners are loaded, and the rights over
 * them checked, by the caller. Orders keep their snapshots. Answers the batch under which they are taken back.
 * @throws AppError BadArgument when an organization is not normal
 */
export async function deleteVariants(
  tx: Tx,
  actor: Actor,
  owners: ReadonlyMap<string, Owner>,
  list: readonly Variant[],
  batchId = newId(),
): Promise<string> {
  for (const { organization } of owners.values()) requireNormal(organization)
  await removeVariants(tx, actor, list, batchId)
  for (const productId of new Set(list.map((variant) => variant.productId))) {
    const { product } = owners.get(productId)!
    const gone = new Set(list.map(({ id }) => id))
    const variantIds = product.variantIds.filter((id) => !gone.has(id))
    await saveProduct(tx, actor, product, { variantIds }, { operation: 'removeVariants', batchId })
  }
  return batchId
}

/** Deletes one variant (C37); see `deleteVariants`. @throws AppError PreconditionFailed, and those of `deleteVariants` */
export async function deleteVariant(
  tx: Tx,
  actor: Actor,
  owner: Owner,
  variant: Variant,
  expected: Expected,
): Promise<string> {
  requireVersion('The variant', variant.version, expected)
  return deleteVariants(tx, actor, new Map([[owner.product.id, owner]]), [variant])
}
