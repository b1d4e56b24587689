import type { Tx } from '@/db'
import { legalEntities, legalEntityMembers } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'

export type NewLegalEntity = {
  organizationId: string
  /** The organization's own code for it, such as `ACME-KK`. */
  id: string
  name: string
  /** The users who may order for it and see its orders. */
  userIds: readonly string[]
  at?: number
}

/** Adds a company that orders are placed for, with the users assigned to it (decision 26). */
export async function addLegalEntity(
  tx: Tx,
  actor: Actor,
  { organizationId, id, name, userIds, at = now() }: NewLegalEntity,
): Promise<void> {
  await tx.insert(legalEntities).values({ organizationId, id, name, createdAt: at })
  const members = userIds.map((userId) => ({ organizationId, legalEntityId: id, userId }))
  if (members.length > 0) await tx.insert(legalEntityMembers).values(members)
  await recordChange(tx, actor, {
    organizationId,
    entity: 'legalEntity',
    entityId: id,
    version: 1,
    operation: 'add',
    after: { name, userIds },
    at,
  })
}
