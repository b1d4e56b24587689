import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { memberships } from '@/db/schema'
import type { Actor, Role } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'

export type NewMember = { organizationId: string; userId: string; role: Role; at?: number }

/** @throws AppError Conflict when the user is a member already */
export async function addMember(tx: Tx, actor: Actor, { organizationId, userId, role, at = now() }: NewMember) {
  const [present] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
  if (present) throw new AppError('Conflict', `The user is already ${present.role} here.`, { target: 'Membership' })

  await tx.insert(memberships).values({ organizationId, userId, role, createdAt: at })
  await recordChange(tx, actor, {
    organizationId,
    entity: 'membership',
    entityId: userId,
    version: 1,
    operation: 'add',
    after: { role },
    at,
  })
}
