import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { products, variants } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { remembered } from '@/lib/catalog/save-row'
import { touchCatalog } from '@/lib/catalog/stamp'
import { removeVariants } from '@/lib/catalog/variants/save-variant'
import { notFound } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChanges } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { unindexProducts } from './index-products'
import type { Product } from './product'

/**
 * Deletes products of an organization with their variants, follows and places in lists, all or none (C26, C27). Orders
 * keep their snapshots. Answers the batch under which they are taken back.
 * @throws AppError NotFound for an id the organization does not have, PreconditionFailed, BadArgument
 */
export async function deleteProducts(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  ids: readonly string[],
  { expected, batchId = newId() }: { expected?: Expected; batchId?: string } = {},
): Promise<string> {
  const distinct = [...new Set(ids)]
  const found = (await tx.select().from(products).where(inArray(products.id, distinct))).filter(
    (product) => product.organizationId === organization.id,
  )
  if (found.length < distinct.length) throw notFound('Product')
  for (const product of found) requireVersion('The product', product.version, expected)
  requireNormal(organization)
  await removeProducts(tx, actor, found, batchId)
  return batchId
}

async function removeProducts(tx: Tx, actor: Actor, list: readonly Product[], batchId: string): Promise<void> {
  const ids = list.map(({ id }) => id)
  await removeVariants(tx, actor, await tx.select().from(variants).where(inArray(variants.productId, ids)), batchId)
  await unindexProducts(tx, list)
  // Follows and the rows behind the lists go with the product.
  await tx.delete(products).where(inArray(products.id, ids))
  await recordChanges(
    tx,
    actor,
    list.map((product) => ({
      organizationId: product.organizationId,
      entity: 'product',
      entityId: product.id,
      version: 0,
      operation: 'delete',
      before: remembered(product),
      batchId,
    })),
  )
  await touchCatalog(tx)
}
