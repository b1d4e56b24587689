import { and, eq, isNull } from 'drizzle-orm'
import { database, type Reader, type Tx } from '@/db'
import { passwordResets } from '@/db/schema'
import { now } from '@/lib/clock'
import { AppError, badArgument, notFound } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { getUser } from '@/lib/users/find-user'
import { saveUser } from '@/lib/users/save-user'
import type { User } from '@/lib/users/user'
import { type Actor, anonymous } from './actor'
import { hashPassword, verifyPassword } from './password'
import { revokeSessionsOf } from './sessions'
import { beginAttempt, forgive, withdraw } from './throttle'
import { hashToken, makeToken } from './tokens'

/** How long the link for a new password can be used. */
export const passwordResetLastsMs = 24 * 60 * 60 * 1000

const wrongPassword = () => {
  const message = 'This is not the present password.'
  return badArgument('RequestBody', message, [{ code: 'NotAllowed', target: 'currentPassword', message }])
}

/**
 * Gives the acting user another password and ends every other sign-in of theirs. The present one is asked for, and
 * wrong answers count like failed sign-ins. Opens its own transactions, because hashing takes long.
 * @throws AppError BadArgument when the present password is wrong, TooManyRequests, ServiceUnavailable
 */
export async function changePassword(
  actor: Actor,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  address: string,
): Promise<{ ended: number }> {
  const { reader, transaction } = await database()
  const user = await getUser(reader, actor.userId!)
  const attempt = await transaction((tx) => beginAttempt(tx, user.email, address))
  let passwordHash: string
  try {
    const matches = await verifyPassword(currentPassword, user.passwordHash)
    if (!matches) throw wrongPassword()
    passwordHash = await hashPassword(newPassword)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'BadArgument') await transaction((tx) => withdraw(tx, attempt))
    throw error
  }
  return transaction(async (tx) => {
    await forgive(tx, attempt)
    await saveUser(tx, actor, await getUser(tx, user.id), { passwordHash }, 'changePassword')
    return { ended: await revokeSessionsOf(tx, user.id, actor.sessionId) }
  })
}

/**
 * Sets somebody's password, which ends every sign-in of theirs; but for the one that does it, when it is one's own.
 * Opens its own transaction, because hashing takes long.
 * @throws AppError NotFound, ServiceUnavailable
 */
export async function setPassword(actor: Actor, userId: string, password: string): Promise<void> {
  const { reader, transaction } = await database()
  await getUser(reader, userId)
  const passwordHash = await hashPassword(password)
  await transaction(async (tx) => {
    await saveUser(tx, actor, await getUser(tx, userId), { passwordHash }, 'setPassword')
    await revokeSessionsOf(tx, userId, actor.userId === userId ? actor.sessionId : null)
  })
}

/**
 * Makes a link for a new password; an earlier one of the same account stops working. The token is returned this once.
 * @throws AppError NotFound
 */
export async function createPasswordReset(
  tx: Tx,
  actor: Actor,
  userId: string,
): Promise<{ token: string; expiresAt: number }> {
  const user = await getUser(tx, userId)
  const at = now()
  const token = makeToken('passwordReset')
  const expiresAt = at + passwordResetLastsMs
  await tx.delete(passwordResets).where(eq(passwordResets.userId, userId))
  await tx.insert(passwordResets).values({ hash: hashToken(token), userId, expiresAt, createdAt: at })
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'user',
    entityId: userId,
    version: user.version,
    operation: 'createPasswordLink',
    before: { passwordLinkUntil: null },
    after: { passwordLinkUntil: expiresAt },
    at,
  })
  return { token, expiresAt }
}

const endedLink = () =>
  new AppError('Conflict', 'This link was used or has expired. Ask a system admin for a new one.', {
    target: 'PasswordReset',
    inner: { code: 'LinkEnded' },
  })

/**
 * Whose password a link is for.
 * @throws AppError NotFound, Conflict when it was used or has expired
 */
export async function getPasswordReset(db: Reader, token: string): Promise<{ user: User; expiresAt: number }> {
  const [found] = await db
    .select()
    .from(passwordResets)
    .where(eq(passwordResets.hash, hashToken(token)))
  if (!found) throw notFound('Link')
  if (found.usedAt !== null || found.expiresAt <= now()) throw endedLink()
  return { user: await getUser(db, found.userId), expiresAt: found.expiresAt }
}

/**
 * Chooses a new password through a link, which then is used up, and ends every sign-in of the account. The address
 * counts as verified, as with an invitation.
 * @throws AppError NotFound, Conflict, ServiceUnavailable
 */
export async function resetPassword(actor: Actor, token: string, password: string): Promise<User> {
  const { reader, transaction } = await database()
  await getPasswordReset(reader, token)
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    const { user } = await getPasswordReset(tx, token)
    const [used] = await tx
      .update(passwordResets)
      .set({ usedAt: now() })
      .where(and(eq(passwordResets.hash, hashToken(token)), isNull(passwordResets.usedAt)))
      .returning({ hash: passwordResets.hash })
    if (!used) throw endedLink()
    const self: Actor = {
      ...anonymous(actor.surface, actor.requestId),
      kind: 'user',
      id: user.id,
      userId: user.id,
      name: user.name,
    }
    const verified = user.emailVerifiedAt ?? now()
    const saved = await saveUser(tx, self, user, { passwordHash, emailVerifiedAt: verified }, 'resetPassword')
    await revokeSessionsOf(tx, user.id)
    return saved
  })
}
