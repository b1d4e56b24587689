import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { savedViews } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { changedFields, recordChange } from '@/lib/history/record-change'
import { historyOf, type NewView } from './create-view'
import { getView } from './find-views'
import type { SavedView } from './view'
import { arrangeGroup, findGroup, requireMayWrite, requireRoom } from './view-group'

/** What may change of a view; absent stays, `state` is given whole. */
export type ViewPatch = Partial<Omit<NewView, 'list'>>

/**
 * Changes a view. Sharing one, and taking a shared one back for oneself, is for those who manage the organization.
 * @throws AppError NotFound, Forbidden, PreconditionFailed, BadArgument
 */
export async function updateView(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  viewId: string,
  patch: ViewPatch,
  expected?: Expected,
): Promise<SavedView> {
  const before = await getView(tx, actor, organizationId, viewId)
  const isMoved = patch.scope !== undefined && patch.scope !== before.scope
  // What is made personal is the one's who does it.
  const ownerId = isMoved && patch.scope === 'personal' && actor.userId ? actor.userId : before.ownerId
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const wanted: SavedView = { ...before, ...given, ownerId }
  requireMayWrite(actor, before)
  requireMayWrite(actor, wanted)
  requireVersion('The view', before.version, expected)

  const group = await findGroup(tx, wanted)
  if (isMoved) requireRoom(group)
  const others = group.filter(({ id }) => id !== before.id).length
  const position = Math.min(patch.position ?? (isMoved ? others : before.position), others)
  const after: SavedView = { ...wanted, position, version: before.version + 1, updatedAt: now() }
  if (Object.keys(changedFields(before, after)).length === 0) return before

  const { id, ...fields } = after
  await tx.update(savedViews).set(fields).where(eq(savedViews.id, id))
  await arrangeGroup(tx, group, after)
  await recordChange(tx, actor, {
    organizationId: historyOf(before.scope === 'shared' ? before : after),
    entity: 'savedView',
    entityId: id,
    version: after.version,
    operation: 'update',
    before,
    after,
    at: after.updatedAt,
  })
  return after
}
