import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { attributes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveProduct } from '@/lib/catalog/products/save-product'
import { remembered } from '@/lib/catalog/save-row'
import { touchCatalog } from '@/lib/catalog/stamp'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { findProductsWith } from './carriers'
import { getAttribute } from './find-attributes'

/**
 * Deletes an attribute, and its value on every product (C45, spec nodeblocks 8). Answers the batch under which it is
 * taken back.
 * @throws AppError NotFound, PreconditionFailed
 */
export async function deleteAttribute(tx: Tx, actor: Actor, id: string, expected?: Expected): Promise<string> {
  const attribute = await getAttribute(tx, id)
  requireVersion('The attribute', attribute.version, expected)
  const batchId = newId()
  for (const product of await findProductsWith(tx, id)) {
    const rest = product.attributes.filter(({ attributeId }) => attributeId !== id)
    await saveProduct(tx, actor, product, { attributes: rest }, { operation: 'removeAttribute', batchId })
  }
  await tx.delete(attributes).where(eq(attributes.id, id))
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'attribute',
    entityId: id,
    version: 0,
    operation: 'delete',
    before: remembered(attribute),
    batchId,
  })
  await touchCatalog(tx)
  return batchId
}
