import type { Tx } from '@/db'
import { locations } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { touchCatalog } from '@/lib/catalog/stamp'
import { requireRoomBelow } from '@/lib/catalog/tree/parent'
import { rankOf } from '@/lib/catalog/tree/rank'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { Location, NewLocation } from './location'

/**
 * Adds a location (C4).
 * @throws AppError BadArgument when the parent does not exist or stands on the last level
 */
export async function createLocation(tx: Tx, actor: Actor, input: NewLocation): Promise<Location> {
  await requireRoomBelow(tx, locations, input.parentId)
  const at = input.createdAt ?? now()
  const id = input.id ?? newId(at)
  const [location] = await tx
    .insert(locations)
    .values({
      id,
      parentId: input.parentId ?? null,
      name: input.name,
      code: input.code ?? '',
      type: input.type ?? '',
      rank: rankOf(input.name, id),
      createdAt: at,
      updatedAt: at,
    })
    .returning()
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'location',
    entityId: id,
    version: 1,
    operation: 'create',
    after: location,
    at,
  })
  await touchCatalog(tx)
  return location!
}
