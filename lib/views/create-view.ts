import type { Tx } from '@/db'
import { savedViews } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { forbidden } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { SavedView } from './view'
import { arrangeGroup, findGroup, requireMayWrite, requireRoom } from './view-group'

export type NewView = Pick<SavedView, 'list' | 'name' | 'scope' | 'state'> & {
  isDefault?: boolean
  /** The place among its kind, from 0. Default: the last. */
  position?: number
}

/** A personal view is nobody else's business, so only the system's history has it. */
export const historyOf = ({ organizationId, scope }: SavedView) => (scope === 'shared' ? organizationId : null)

/**
 * Keeps a view of a list, for the actor alone or for the whole organization.
 * @throws AppError Forbidden, BadArgument
 */
export async function createView(tx: Tx, actor: Actor, organizationId: string, input: NewView): Promise<SavedView> {
  if (actor.userId === null) throw forbidden('Views belong to people; an API key has none.')
  const { list, name, scope, state, isDefault = false } = input
  const place = { organizationId, list, scope, ownerId: actor.userId }
  requireMayWrite(actor, place)
  const group = await findGroup(tx, place)
  requireRoom(group)
  const at = now()
  const view: SavedView = {
    ...place,
    id: newId(at),
    name,
    state,
    isDefault,
    position: Math.min(input.position ?? group.length, group.length),
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  await tx.insert(savedViews).values(view)
  await arrangeGroup(tx, group, view)
  await recordChange(tx, actor, {
    organizationId: historyOf(view),
    entity: 'savedView',
    entityId: view.id,
    version: 1,
    operation: 'create',
    after: view,
    at,
  })
  return view
}
