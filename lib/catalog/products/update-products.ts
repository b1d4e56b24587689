import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { requireMayPromote } from '@/lib/catalog/rights'
import { notFound } from '@/lib/errors'
import type { Organization } from '@/lib/organizations/organization'
import { findStandingProducts } from './find-products'
import type { ProductPatch } from './product'
import { updateProduct } from './update-product'

/** One product to change; `path` is the patch's place in the body, with a closing dot. */
export type ProductChange = { id: string; patch: ProductPatch; path: string }

/**
 * Changes products of an organization one after the other, so that a later entry holds, all or none (C28).
 * @throws AppError Forbidden for `isPromoted`, NotFound for an id the organization does not have, and those of
 * `updateProduct`
 */
export async function updateProducts(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  changes: readonly ProductChange[],
  batchId: string | null,
): Promise<void> {
  for (const { patch } of changes) requireMayPromote(actor, patch)
  const found = await findStandingProducts(tx, [...new Set(changes.map(({ id }) => id))])
  for (const { id } of changes) {
    if (found.get(id)?.product.organizationId !== organization.id) throw notFound('Product')
  }
  for (const { id, patch, path } of changes) await updateProduct(tx, actor, organization, id, patch, { path, batchId })
}
