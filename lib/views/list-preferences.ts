import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { listPreferences } from '@/db/schema'
import { now } from '@/lib/clock'
import type { ViewedList } from '@/lib/resources/viewed-lists'
import type { ViewState } from './view'

/** How a person arranged a list that no view was open of: what does not choose rows. */
export type ListArrangement = Pick<ViewState, 'columns' | 'pinned' | 'widths' | 'density' | 'pageSize'>

export async function findListArrangement(db: Reader, userId: string, list: ViewedList): Promise<ListArrangement> {
  const [row] = await db
    .select({ state: listPreferences.state })
    .from(listPreferences)
    .where(and(eq(listPreferences.userId, userId), eq(listPreferences.list, list)))
  return (row?.state ?? {}) as ListArrangement
}

/** Remembers it whole. The last one counts, so it has no version; and no history, because it says nothing of anything. */
export async function saveListArrangement(
  tx: Tx,
  userId: string,
  list: ViewedList,
  state: ListArrangement,
): Promise<ListArrangement> {
  const kept = { state, updatedAt: now() }
  await tx
    .insert(listPreferences)
    .values({ userId, list, ...kept })
    .onConflictDoUpdate({ target: [listPreferences.userId, listPreferences.list], set: kept })
  return state
}
