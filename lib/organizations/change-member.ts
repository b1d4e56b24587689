import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db'
import { memberships, users } from '@/db/schema'
import type { Actor, Role } from '@/lib/auth/actor'
import { AppError, forbidden } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { getMember, type Member } from './find-members'

/**
 * Owners are made, changed and removed by owners and system admins only.
 * @throws AppError Forbidden
 */
export function requireMayGive(actor: Actor, organizationId: string, ...given: readonly Role[]): void {
  if (!given.includes('owner') || actor.isSystemAdmin || actor.memberships.get(organizationId) === 'owner') return
  throw forbidden('Only an owner can make, change or remove owners.', { code: 'OwnersOnly' })
}

/** @throws AppError Conflict when nobody else who can sign in owns the organization */
async function requireAnotherOwner(tx: Tx, organizationId: string, userId: string, sentence: string): Promise<void> {
  const others = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        eq(memberships.role, 'owner'),
        ne(memberships.userId, userId),
        isNull(users.disabledAt),
      ),
    )
    .limit(1)
  if (others.length > 0) return
  throw new AppError('Conflict', sentence, { target: 'role', inner: { code: 'LastOwner' } })
}

type Target = { organizationId: string; userId: string; expected?: Expected }

const belongsTo = ({ organizationId, userId }: Target) =>
  and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId))

/**
 * Gives a member another role; it counts from the member's next request on.
 * @throws AppError NotFound, PreconditionFailed, Forbidden where owners are concerned, Conflict for the last owner
 */
export async function changeRole(tx: Tx, actor: Actor, target: Target, role: Role): Promise<Member> {
  const member = await getMember(tx, target.organizationId, target.userId)
  requireVersion('The membership', member.version, target.expected)
  if (member.role === role) return member
  requireMayGive(actor, target.organizationId, member.role, role)
  if (member.role === 'owner') {
    const sentence = `${member.name} is the last owner. Make somebody else an owner first.`
    await requireAnotherOwner(tx, target.organizationId, target.userId, sentence)
  }
  const version = member.version + 1
  await tx.update(memberships).set({ role, version }).where(belongsTo(target))
  await recordChange(tx, actor, {
    organizationId: target.organizationId,
    entity: 'membership',
    entityId: target.userId,
    version,
    operation: 'changeRole',
    before: { role: member.role },
    after: { role },
  })
  return { ...member, role, version }
}

/**
 * Takes somebody out of an organization; their next request finds them without a role there.
 * @throws AppError NotFound, PreconditionFailed, Forbidden where owners are concerned, Conflict for the last owner
 */
export async function removeMember(tx: Tx, actor: Actor, target: Target): Promise<void> {
  const member = await getMember(tx, target.organizationId, target.userId)
  requireVersion('The membership', member.version, target.expected)
  requireMayGive(actor, target.organizationId, member.role)
  if (member.role === 'owner') {
    const sentence = `${member.name} is the last owner and cannot be removed. Make somebody else an owner first.`
    await requireAnotherOwner(tx, target.organizationId, target.userId, sentence)
  }
  await tx.delete(memberships).where(belongsTo(target))
  await recordChange(tx, actor, {
    organizationId: target.organizationId,
    entity: 'membership',
    entityId: target.userId,
    version: 0,
    operation: 'remove',
    before: { name: member.name, role: member.role },
  })
}
