import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { organizations } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { findStandingProducts } from '@/lib/catalog/products/find-products'
import type { Product } from '@/lib/catalog/products/product'
import { requireManager } from '@/lib/catalog/rights'
import { notFound } from '@/lib/errors'
import type { Organization } from '@/lib/organizations/organization'

/** What variants belong to. */
export type Owner = { product: Product; organization: Organization }

/**
 * The products of variants that are to be written, found by id alone, with their organizations.
 * @throws AppError NotFound, Forbidden unless the actor manages every organization involved (spec nodeblocks S27)
 */
export async function loadOwners(db: Reader, actor: Actor, productIds: readonly string[]): Promise<Map<string, Owner>> {
  const ids = [...new Set(productIds)]
  const standing = await findStandingProducts(db, ids)
  for (const id of ids) {
    const found = standing.get(id)
    if (!found) throw notFound('Product')
    requireManager(actor, found.product.organizationId, 'Product', found.published)
  }
  const organizationIds = [...new Set([...standing.values()].map(({ product }) => product.organizationId))]
  const rows =
    organizationIds.length === 0
      ? []
      : await db.select().from(organizations).where(inArray(organizations.id, organizationIds))
  const byId = new Map(rows.map((organization) => [organization.id, organization]))
  return new Map(
    [...standing].map(([id, { product }]) => [id, { product, organization: byId.get(product.organizationId)! }]),
  )
}

/** The same for one product. @throws AppError NotFound, Forbidden */
export async function getOwner(db: Reader, actor: Actor, productId: string): Promise<Owner> {
  return (await loadOwners(db, actor, [productId])).get(productId)!
}
