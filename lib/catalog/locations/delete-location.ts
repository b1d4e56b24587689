import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { locations, productLocations, products } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveProduct } from '@/lib/catalog/products/save-product'
import { remembered } from '@/lib/catalog/save-row'
import { touchCatalog } from '@/lib/catalog/stamp'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChanges } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { getLocation } from './find-locations'
import type { Location } from './location'

/** Ids per statement. */
const atOnce = 500

function* chunks<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += atOnce) yield list.slice(from, from + atOnce)
}

/** A location and everything below it, level by level. */
async function withDescendants(tx: Tx, root: Location): Promise<Location[]> {
  const all = [root]
  for (let level = [root.id]; level.length > 0; ) {
    const next: Location[] = []
    for (const ids of chunks(level)) {
      next.push(...(await tx.select().from(locations).where(inArray(locations.parentId, ids))))
    }
    all.push(...next)
    level = next.map(({ id }) => id)
  }
  return all
}

/**
 * Deletes a location with everything below it, and takes it off the products that name it (C8).
 * @throws AppError NotFound, PreconditionFailed
 */
export async function deleteLocation(tx: Tx, actor: Actor, id: string, expected?: Expected): Promise<void> {
  const location = await getLocation(tx, id)
  requireVersion('The location', location.version, expected)
  const leaving = await withDescendants(tx, location)
  const gone = new Set(leaving.map((node) => node.id))
  const batchId = newId()
  const productIds = new Set<string>()
  for (const ids of chunks([...gone])) {
    const rows = await tx
      .select({ id: productLocations.productId })
      .from(productLocations)
      .where(inArray(productLocations.locationId, ids))
    for (const row of rows) productIds.add(row.id)
  }
  for (const ids of chunks([...productIds])) {
    for (const product of await tx.select().from(products).where(inArray(products.id, ids))) {
      const locationIds = product.locationIds.filter((other) => !gone.has(other))
      await saveProduct(tx, actor, product, { locationIds }, { operation: 'removeLocation', batchId })
    }
  }
  for (const ids of chunks([...gone])) await tx.delete(locations).where(inArray(locations.id, ids))
  await recordChanges(
    tx,
    actor,
    leaving.map((node) => ({
      organizationId: null,
      entity: 'location',
      entityId: node.id,
      version: 0,
      operation: 'delete',
      before: remembered(node),
      batchId,
    })),
  )
  await touchCatalog(tx)
}
