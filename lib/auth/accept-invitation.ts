import { and, eq, isNull } from 'drizzle-orm'
import { database, type Tx } from '@/db'
import { invitations } from '@/db/schema'
import { now } from '@/lib/clock'
import { AppError, badArgument, forbidden } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { addMember } from '@/lib/organizations/add-member'
import { createUser } from '@/lib/users/create-user'
import { getUser } from '@/lib/users/find-user'
import { saveUser } from '@/lib/users/save-user'
import { normalizeEmail, type User } from '@/lib/users/user'
import type { Actor } from './actor'
import { getInvitationByToken, type Invitation, type InvitationState, stateOf } from './invitations'
import { hashPassword } from './password'

/** What a new account is made of. */
export type NewAccount = { name: string; email: string; password: string }

const ended: Record<Exclude<InvitationState, 'open'>, { code: string; sentence: string }> = {
  accepted: { code: 'InvitationUsed', sentence: 'This invitation was used already. Ask for a new one.' },
  revoked: { code: 'InvitationRevoked', sentence: 'This invitation was taken back. Ask for a new one.' },
  expired: { code: 'InvitationExpired', sentence: 'This invitation has expired. Ask for a new one.' },
}

/** @throws AppError Conflict when the invitation was used, was taken back or has expired */
function requireOpen(invitation: Invitation): void {
  const state = stateOf(invitation)
  if (state === 'open') return
  throw new AppError('Conflict', ended[state].sentence, {
    target: 'Invitation',
    inner: { code: ended[state].code },
  })
}

const wrongAddress = (email: string) => {
  const message = `This invitation is for ${email}.`
  return badArgument('RequestBody', message, [{ code: 'NotAllowed', target: 'email', message }])
}

/**
 * Accepts an invitation: for the signed-in user, or with `account` for a new one. The address counts as verified then,
 * because the link went there (decision 51). Opens its own transaction, because hashing takes long.
 * @throws AppError NotFound, Conflict when it ended, when the address has an account, or when the user is a member
 *   already; Forbidden or BadArgument when it is for another address
 */
export async function acceptInvitation(
  actor: Actor,
  token: string,
  account: NewAccount | undefined,
): Promise<{ invitation: Invitation; user: User }> {
  const { reader, transaction } = await database()
  const asked = await getInvitationByToken(reader, token)
  requireOpen(asked)
  if (account && asked.email !== null && normalizeEmail(account.email) !== asked.email) throw wrongAddress(asked.email)
  if (!account && actor.userId === null) {
    throw new AppError('Unauthorized', 'Sign in first, or send `name`, `email` and `password` for a new account.', {
      target: 'Token',
      inner: { code: 'TokenMissing' },
    })
  }
  const passwordHash = account ? await hashPassword(account.password) : null
  return transaction(async (tx) => {
    const invitation = await getInvitationByToken(tx, token)
    requireOpen(invitation)
    const user = account
      ? await createUser(tx, actor, { ...account, passwordHash, emailVerifiedAt: now() })
      : await ownAccount(tx, actor, invitation)
    const self: Actor = { ...actor, kind: 'user', id: user.id, userId: user.id, name: user.name }
    await addMember(tx, self, { organizationId: invitation.organizationId, userId: user.id, role: invitation.role })
    await markAccepted(tx, self, invitation)
    return { invitation, user }
  })
}

async function ownAccount(tx: Tx, actor: Actor, { email }: Invitation): Promise<User> {
  const user = await getUser(tx, actor.userId!)
  if (email !== null && user.email !== email) {
    throw forbidden(`This invitation is for ${email}, and you are signed in as ${user.email}.`, {
      code: 'OtherAddress',
      email,
    })
  }
  return user.emailVerifiedAt === null ? saveUser(tx, actor, user, { emailVerifiedAt: now() }, 'verifyEmail') : user
}

async function markAccepted(tx: Tx, actor: Actor, { id, organizationId, version }: Invitation): Promise<void> {
  const at = now()
  const [accepted] = await tx
    .update(invitations)
    .set({ acceptedAt: at, acceptedBy: actor.userId, version: version + 1, updatedAt: at })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id })
  if (!accepted) throw new AppError('Conflict', ended.accepted.sentence, { target: 'Invitation' })
  await recordChange(tx, actor, {
    organizationId,
    entity: 'invitation',
    entityId: id,
    version: version + 1,
    operation: 'accept',
    before: { acceptedAt: null, acceptedBy: null },
    after: { acceptedAt: at, acceptedBy: actor.userId },
    at,
  })
}
