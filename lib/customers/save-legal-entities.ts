import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { legalEntities, legalEntityMembers } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { recordChange } from '@/lib/history/record-change'
import { addLegalEntity } from './add-legal-entity'

/** A company that orders are placed for, under the organization's own code, and the users who order for it. */
export type LegalEntity = { id: string; name: string; userIds: string[] }

/** The companies of an organization by code. */
export async function findLegalEntities(db: Reader, organizationId: string): Promise<LegalEntity[]> {
  const entities = await db
    .select()
    .from(legalEntities)
    .where(eq(legalEntities.organizationId, organizationId))
    .orderBy(asc(legalEntities.id))
  const members = await db
    .select()
    .from(legalEntityMembers)
    .where(eq(legalEntityMembers.organizationId, organizationId))
    .orderBy(asc(legalEntityMembers.userId))
  return entities.map(({ id, name }) => ({
    id,
    name,
    userIds: members.filter(({ legalEntityId }) => legalEntityId === id).map(({ userId }) => userId),
  }))
}

/**
 * Sets the companies of an organization: given ones are made or changed, the others go. Orders keep the code they were
 * placed with. Says whether anything changed.
 */
export async function saveLegalEntities(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  wanted: readonly LegalEntity[],
): Promise<boolean> {
  const stored = await findLegalEntities(tx, organizationId)
  let changed = false
  for (const before of stored) {
    if (wanted.some(({ id }) => id === before.id)) continue
    changed = true
    const { id, name, userIds } = before
    await tx.delete(legalEntityMembers).where(membersOf(organizationId, id))
    await tx
      .delete(legalEntities)
      .where(and(eq(legalEntities.organizationId, organizationId), eq(legalEntities.id, id)))
    await recordChange(tx, actor, {
      organizationId,
      entity: 'legalEntity',
      entityId: id,
      version: 0,
      operation: 'delete',
      before: { name, userIds },
    })
  }
  for (const { id, name, userIds } of wanted) {
    const before = stored.find((each) => each.id === id)
    const after = { name, userIds: [...new Set(userIds)].sort() }
    if (!before) {
      changed = true
      await addLegalEntity(tx, actor, { organizationId, id, ...after })
    } else if (!isDeepStrictEqual({ name: before.name, userIds: before.userIds }, after)) {
      changed = true
      await tx
        .update(legalEntities)
        .set({ name })
        .where(and(eq(legalEntities.organizationId, organizationId), eq(legalEntities.id, id)))
      await tx.delete(legalEntityMembers).where(membersOf(organizationId, id))
      await insertRows(
        tx,
        legalEntityMembers,
        after.userIds.map((userId) => ({ organizationId, legalEntityId: id, userId })),
      )
      await recordChange(tx, actor, {
        organizationId,
        entity: 'legalEntity',
        entityId: id,
        version: 1,
        operation: 'update',
        before: { name: before.name, userIds: before.userIds },
        after,
      })
    }
  }
  return changed
}

const membersOf = (organizationId: string, id: string) =>
  and(eq(legalEntityMembers.organizationId, organizationId), eq(legalEntityMembers.legalEntityId, id))
