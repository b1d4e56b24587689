import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { users } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { changedFields, recordChange } from '@/lib/history/record-change'
import type { User } from './user'

/** A row as the history keeps it: that the password changed is told, its hash never is. */
const remembered = ({ passwordHash, ...user }: User, changedAt: number | null) => ({
  ...user,
  passwordChangedAt: changedAt,
})

/**
 * The one way an account changes. When nothing differs it writes nothing and returns the very row it was given.
 * @throws AppError Conflict when the row changed since it was read
 */
export async function saveUser(
  tx: Tx,
  actor: Actor,
  before: User,
  patch: Partial<User>,
  operation: string,
): Promise<User> {
  const draft = { ...before, ...patch }
  if (Object.keys(changedFields(before, draft)).length === 0) return before
  const after: User = { ...draft, version: before.version + 1, updatedAt: now() }
  const [saved] = await tx
    .update(users)
    .set({ ...patch, version: after.version, updatedAt: after.updatedAt })
    .where(and(eq(users.id, before.id), eq(users.version, before.version)))
    .returning({ id: users.id })
  if (!saved) throw new AppError('Conflict', 'The account changed meanwhile. Read it again and repeat the change.')
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'user',
    entityId: after.id,
    version: after.version,
    operation,
    before: remembered(before, null),
    after: remembered(after, after.passwordHash === before.passwordHash ? null : after.updatedAt),
    at: after.updatedAt,
  })
  return after
}
