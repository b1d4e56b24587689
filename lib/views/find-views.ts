import { and, asc, eq, or } from 'drizzle-orm'
import type { Reader } from '@/db'
import { savedViews } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { notFound } from '@/lib/errors'
import type { ViewedList } from '@/lib/resources/viewed-lists'
import type { SavedView } from './view'

/** The shared views and the actor's own; of nobody else's is anything known. */
const visible = (actor: Actor, organizationId: string) =>
  and(
    eq(savedViews.organizationId, organizationId),
    or(eq(savedViews.scope, 'shared'), actor.userId === null ? undefined : eq(savedViews.ownerId, actor.userId)),
  )

/** The views of an organization's lists, or of one of them, as the tabs stand: shared ones first. */
export async function findViews(
  db: Reader,
  actor: Actor,
  organizationId: string,
  list?: ViewedList,
): Promise<SavedView[]> {
  const rows = (await db
    .select()
    .from(savedViews)
    .where(and(visible(actor, organizationId), list === undefined ? undefined : eq(savedViews.list, list)))
    .orderBy(asc(savedViews.list), asc(savedViews.position), asc(savedViews.id))) as SavedView[]
  return rows.sort((one, other) =>
    one.list === other.list ? Number(one.scope === 'personal') - Number(other.scope === 'personal') : 0,
  )
}

/** @throws AppError NotFound, also for somebody else's personal view */
export async function getView(db: Reader, actor: Actor, organizationId: string, viewId: string): Promise<SavedView> {
  const [view] = await db
    .select()
    .from(savedViews)
    .where(and(visible(actor, organizationId), eq(savedViews.id, viewId)))
  if (!view) throw notFound('View')
  return view as SavedView
}
