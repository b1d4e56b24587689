import type { Tx } from '@/db'
import { restrictionHolders } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'

/** Lets a user see the orders that carry one of an organization's access labels (spec other-order-apis C.3). */
export async function holdRestriction(
  tx: Tx,
  actor: Actor,
  {
    organizationId,
    restriction,
    userId,
    at = now(),
  }: { organizationId: string; restriction: string; userId: string; at?: number },
): Promise<void> {
  await tx.insert(restrictionHolders).values({ organizationId, restriction, userId })
  await recordChange(tx, actor, {
    organizationId,
    entity: 'restriction',
    entityId: restriction,
    version: 1,
    operation: 'hold',
    after: { userId },
    at,
  })
}
