import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { restrictionHolders } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { recordChange } from '@/lib/history/record-change'

/** An access label and the users who may see the orders that carry it. */
export type Restriction = { label: string; userIds: string[] }

/** Who holds each label of an organization, whether it is still among the organization's labels or not. */
export async function findHolders(db: Reader, organizationId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .select()
    .from(restrictionHolders)
    .where(eq(restrictionHolders.organizationId, organizationId))
    .orderBy(asc(restrictionHolders.restriction), asc(restrictionHolders.userId))
  const holders = new Map<string, string[]>()
  for (const { restriction, userId } of rows) holders.set(restriction, [...(holders.get(restriction) ?? []), userId])
  return holders
}

/** Sets who holds the labels of an organization; a label that is not given is held by nobody. Says whether any changed. */
export async function saveHolders(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  wanted: readonly Restriction[],
): Promise<boolean> {
  const stored = await findHolders(tx, organizationId)
  const labels = new Set([...stored.keys(), ...wanted.map(({ label }) => label)])
  let changed = false
  for (const label of labels) {
    const before = stored.get(label) ?? []
    const after = [...new Set(wanted.find((each) => each.label === label)?.userIds)].sort()
    const gone = before.filter((id) => !after.includes(id))
    const fresh = after.filter((id) => !before.includes(id))
    if (gone.length === 0 && fresh.length === 0) continue
    changed = true
    const ofLabel = and(
      eq(restrictionHolders.organizationId, organizationId),
      eq(restrictionHolders.restriction, label),
    )
    if (gone.length > 0)
      await tx.delete(restrictionHolders).where(and(ofLabel, inArray(restrictionHolders.userId, gone)))
    await insertRows(
      tx,
      restrictionHolders,
      fresh.map((userId) => ({ organizationId, restriction: label, userId })),
    )
    await recordChange(tx, actor, {
      organizationId,
      entity: 'restriction',
      entityId: label,
      version: 1,
      operation: 'update',
      before: { userIds: before },
      after: { userIds: after },
    })
  }
  return changed
}
