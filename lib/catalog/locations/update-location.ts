import type { Tx } from '@/db'
import { locations } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveRow } from '@/lib/catalog/save-row'
import { requireNoCycle } from '@/lib/catalog/tree/parent'
import { findPlace, type Move } from '@/lib/catalog/tree/place'
import { rankAfter } from '@/lib/catalog/tree/rank'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { getLocation } from './find-locations'
import type { Location, LocationPatch } from './location'

/**
 * Changes a location; its descendants come along (C7). Nobody's hand-made place is lost by a new name; a new parent puts
 * it in order by name.
 * @throws AppError NotFound, PreconditionFailed, BadArgument for an unknown parent or a cycle
 */
export async function updateLocation(
  tx: Tx,
  actor: Actor,
  id: string,
  patch: LocationPatch,
  expected?: Expected,
): Promise<Location> {
  const location = await getLocation(tx, id)
  requireVersion('The location', location.version, expected)
  const { parentId = location.parentId } = patch
  if (parentId !== location.parentId) await requireNoCycle(tx, locations, id, parentId)
  return saveLocation(tx, actor, location, { ...patch, rank: rankAfter(location, patch) }, 'update')
}

/**
 * Moves a location below another parent or to another place among its siblings, writing one row.
 * @throws AppError NotFound, PreconditionFailed, BadArgument
 */
export async function moveLocation(
  tx: Tx,
  actor: Actor,
  id: string,
  move: Move,
  expected?: Expected,
  batchId: string | null = null,
): Promise<Location> {
  const location = await getLocation(tx, id)
  requireVersion('The location', location.version, expected)
  const place = await findPlace(tx, locations, { ...location, sequence: 0 }, move)
  if (!place) return location
  return saveLocation(tx, actor, location, { parentId: place.parentId, rank: place.rank }, 'move', batchId)
}

/**
 * Changes a stored location. When nothing differs it writes nothing.
 * @throws AppError Conflict when it changed since it was read
 */
export async function saveLocation(
  tx: Tx,
  actor: Actor,
  before: Location,
  patch: Partial<Location>,
  operation: string,
  batchId: string | null = null,
): Promise<Location> {
  const options = { entity: 'location', organizationId: null, operation, batchId }
  return (await saveRow(tx, actor, locations, before, patch, options)).row
}
