import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { users } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { notFound } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { findUser } from './find-user'
import type { User } from './user'

/** What the screens remember for a person, on every device. Absent: the browser decides. */
export type Preferences = {
  locale?: 'en' | 'ja'
  theme?: 'light' | 'dark' | 'auto'
  density?: 'comfortable' | 'compact'
  /** False: shortcuts of a single key are off (WCAG 2.1.4). */
  shortcuts?: boolean
}

/**
 * Changes the given preferences of the acting user and keeps the others; null takes one back.
 * @throws AppError NotFound when the actor is not a user, PreconditionFailed
 */
export async function changePreferences(
  tx: Tx,
  actor: Actor,
  change: { [K in keyof Preferences]?: Preferences[K] | null },
  expected?: Expected,
): Promise<User> {
  const user = actor.userId ? await findUser(tx, actor.userId) : undefined
  if (!user) throw notFound('User')
  requireVersion('The account', user.version, expected)
  const before = user.preferences
  const after: Record<string, unknown> = { ...before }
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete after[name]
    else if (value !== undefined) after[name] = value
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  if ([...names].every((name) => before[name] === after[name])) return user

  const [changed] = await tx
    .update(users)
    .set({ preferences: after, version: user.version + 1, updatedAt: now() })
    .where(eq(users.id, user.id))
    .returning()
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'user',
    entityId: user.id,
    version: user.version + 1,
    operation: 'changePreferences',
    before: { preferences: before },
    after: { preferences: after },
  })
  return changed!
}
