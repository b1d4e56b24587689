import { and, asc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { savedViews } from '@/db/schema'
import { type Actor, canManage } from '@/lib/auth/actor'
import { badArgument, forbidden } from '@/lib/errors'
import type { SavedView } from './view'

/** The views that stand in a row and of which one is opened first: the shared ones of a list, or a person's own. */
export type ViewGroup = Pick<SavedView, 'organizationId' | 'list' | 'scope' | 'ownerId'>

export const mostViews = 50

/** @throws AppError Forbidden when the view is shared and the actor does not manage the organization */
export function requireMayWrite(actor: Actor, { organizationId, scope }: ViewGroup): void {
  if (scope === 'shared' && !canManage(actor, organizationId)) {
    throw forbidden('Only owners and admins change what is shared with the organization.')
  }
}

export async function findGroup(db: Reader, { organizationId, list, scope, ownerId }: ViewGroup): Promise<SavedView[]> {
  const rows = await db
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.organizationId, organizationId),
        eq(savedViews.list, list),
        eq(savedViews.scope, scope),
        scope === 'personal' ? eq(savedViews.ownerId, ownerId) : undefined,
      ),
    )
    .orderBy(asc(savedViews.position), asc(savedViews.id))
  return rows as SavedView[]
}

/** @throws AppError BadArgument when there are as many views as there may be */
export function requireRoom(group: readonly SavedView[]): void {
  if (group.length < mostViews) return
  throw badArgument('RequestBody', `There are ${mostViews} such views already. Delete one first.`, [
    { code: 'TooMany', target: 'list', message: `At most ${mostViews}.` },
  ])
}

/**
 * Puts a view into its place among its group and takes the default from the one that had it. Neither is a new version
 * of the others: nobody who edits one is held up by it.
 */
export async function arrangeGroup(tx: Tx, group: readonly SavedView[], moved: SavedView): Promise<void> {
  const others = group.filter(({ id }) => id !== moved.id)
  const order = others.toSpliced(moved.position, 0, moved)
  for (const [position, view] of order.entries()) {
    if (view.id === moved.id) continue
    const isDefault = view.isDefault && !moved.isDefault
    if (view.position === position && view.isDefault === isDefault) continue
    await tx.update(savedViews).set({ position, isDefault }).where(eq(savedViews.id, view.id))
  }
}
