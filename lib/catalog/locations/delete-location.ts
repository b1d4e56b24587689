import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { locations, productLocations, products } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveProduct } from '@/lib/catalog/products/save-product'
import { touchCatalog } from '@/lib/catalog/stamp'
import { keptNode } from '@/lib/catalog/tree/kept-node'
import { badArgument } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChanges } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { findLocationsById, getLocation } from './find-locations'
import type { Location } from './location'
import { saveLocation } from './update-location'

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

async function requireReplacement(tx: Tx, by: string, gone: ReadonlySet<string>): Promise<void> {
  const isGone = gone.has(by)
  if (!isGone && (await findLocationsById(tx, [by])).length > 0) return
  const message = isGone
    ? 'Products cannot be given a location that is deleted as well.'
    : `There is no location with the id ${by}.`
  throw badArgument('RequestBody', message, [
    { code: isGone ? 'NotAllowed' : 'UnknownReference', target: 'by', message },
  ])
}

type Options = {
  expected?: Expected
  /** The location that products get in its place; without one they lose it. */
  by?: string
  /** Whether what is below goes as well, or moves up to its parent. Default `delete`. */
  children?: 'delete' | 'moveUp'
}

/**
 * Deletes a location with everything below it, and takes it off the products that name it (C8). Answers the
 * batch under which it is taken back.
 * @throws AppError NotFound, PreconditionFailed, BadArgument when `by` does not exist or is deleted as well
 */
export async function deleteLocation(tx: Tx, actor: Actor, id: string, options: Options = {}): Promise<string> {
  const { expected, by, children = 'delete' } = options
  const location = await getLocation(tx, id)
  requireVersion('The location', location.version, expected)
  const leaving = children === 'delete' ? await withDescendants(tx, location) : [location]
  const gone = new Set(leaving.map((node) => node.id))
  if (by !== undefined) await requireReplacement(tx, by, gone)
  const batchId = newId()
  if (children === 'moveUp') {
    for (const child of await tx.select().from(locations).where(eq(locations.parentId, id))) {
      await saveLocation(tx, actor, child, { parentId: location.parentId }, 'move', batchId)
    }
  }
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
      const locationIds = by
        ? [...new Set(product.locationIds.map((other) => (gone.has(other) ? by : other)))]
        : product.locationIds.filter((other) => !gone.has(other))
      const operation = by ? 'replaceLocation' : 'removeLocation'
      await saveProduct(tx, actor, product, { locationIds }, { operation, batchId })
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
      before: keptNode(node),
      batchId,
    })),
  )
  await touchCatalog(tx)
  return batchId
}
