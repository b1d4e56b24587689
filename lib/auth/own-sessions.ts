import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { sessions } from '@/db/schema'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'
import { getUser } from '@/lib/users/find-user'
import type { Actor } from './actor'
import { revokeSession, revokeSessionsOf } from './sessions'

/** A sign-in as stored; times in ms UTC. */
export type Session = typeof sessions.$inferSelect

/** The sign-ins of a user that go on, the one used last first. */
export const findSessions = (db: Reader, userId: string): Promise<Session[]> =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
    .limit(200)

async function recordEnd(tx: Tx, actor: Actor, ended: number): Promise<void> {
  const user = await getUser(tx, actor.userId!)
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'user',
    entityId: user.id,
    version: user.version,
    operation: 'endSessions',
    before: { endedSessions: 0 },
    after: { endedSessions: ended },
  })
}

/** Ends one sign-in of the acting user: its next request is refused. One that is over, or not theirs, stays as it is. */
export async function endSession(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  const own = await findSessions(tx, actor.userId!)
  if (!own.some(({ id }) => id === sessionId)) return
  await revokeSession(tx, sessionId)
  await recordEnd(tx, actor, 1)
}

/** Ends every sign-in of the acting user but the one that asks. Returns how many ended. */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<number> {
  const ended = await revokeSessionsOf(tx, actor.userId!, actor.sessionId)
  if (ended > 0) await recordEnd(tx, actor, ended)
  return ended
}
