import { and, eq, getTableColumns, isNull, type SQLWrapper, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { invitations } from '@/db/schema'
import { now } from '@/lib/clock'
import { badArgument, notFound } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { requireMayGive } from '@/lib/organizations/change-member'
import type { ListQuery } from '@/lib/query/list-query'
import { columnEquals, listSource } from '@/lib/query/list-source'
import { type Page, runList } from '@/lib/query/run-list'
import { invitationResource } from '@/lib/resources/invitation'
import { isEmail, normalizeEmail } from '@/lib/users/user'
import type { Actor, Role } from './actor'
import { hashToken, makeToken } from './tokens'

const day = 24 * 60 * 60 * 1000

/** How long the link of an invitation can be used. */
export const invitationLastsMs = 7 * day

/** An invitation as stored; its token is not, only the hash. */
export type Invitation = Omit<typeof invitations.$inferSelect, 'role'> & { role: Role }

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired'

export const stateOf = ({ acceptedAt, revokedAt, expiresAt }: Invitation): InvitationState =>
  acceptedAt !== null ? 'accepted' : revokedAt !== null ? 'revoked' : expiresAt <= now() ? 'expired' : 'open'

type NewInvitation = {
  organizationId: string
  role: Role
  /** When given, only an account with this address can accept. */
  email?: string | null
}

/**
 * Invites somebody into an organization. The token, which goes into the link, is returned this once.
 * @throws AppError Forbidden when an admin invites an owner, BadArgument
 */
export async function createInvitation(
  tx: Tx,
  actor: Actor,
  { organizationId, role, email }: NewInvitation,
): Promise<{ invitation: Invitation; token: string }> {
  requireMayGive(actor, organizationId, role)
  const address = email ? normalizeEmail(email) : null
  if (address !== null && !isEmail(address)) {
    const message = `\`${email}\` is not an e-mail address.`
    throw badArgument('RequestBody', message, [{ code: 'InvalidFormat', target: 'email', message }])
  }
  const at = now()
  const token = makeToken('invitation')
  const [created] = await tx
    .insert(invitations)
    .values({
      id: newId(at),
      organizationId,
      hash: hashToken(token),
      role,
      email: address,
      invitedBy: actor.userId,
      invitedByName: actor.name,
      expiresAt: at + invitationLastsMs,
      createdAt: at,
      updatedAt: at,
    })
    .returning()
  await recordChange(tx, actor, {
    organizationId,
    entity: 'invitation',
    entityId: created!.id,
    version: 1,
    operation: 'create',
    after: { role, email: address },
    at,
  })
  return { invitation: created as Invitation, token }
}

const invitationSource = listSource({
  resource: invitationResource,
  columns: {
    table: invitations,
    id: invitations.id,
    fields: {
      id: invitations.id,
      role: invitations.role,
      email: invitations.email,
      invitedBy: invitations.invitedByName,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      createdAt: invitations.createdAt,
    },
    lists: {},
  },
  select: getTableColumns(invitations),
})

/** The invitations of an organization that can still be used or ended within the last week. */
export async function findInvitations(db: Reader, organizationId: string, query: ListQuery): Promise<Page<Invitation>> {
  const conditions = [
    columnEquals(invitations.organizationId, organizationId),
    {
      key: 'ended lately or open',
      values: [now() - 7 * day],
      sql: ([since]: SQLWrapper[]) => sql`${invitations.expiresAt} > ${since}`,
    },
  ]
  return (await runList(db, invitationSource, query, { conditions })) as Page<Invitation>
}

/** @throws AppError NotFound */
export async function getInvitationByToken(db: Reader, token: string): Promise<Invitation> {
  const [found] = await db
    .select()
    .from(invitations)
    .where(eq(invitations.hash, hashToken(token)))
  if (!found) throw notFound('Invitation')
  return found as Invitation
}

async function revoke(tx: Tx, actor: Actor, { id, organizationId, version }: Invitation): Promise<void> {
  const at = now()
  await tx
    .update(invitations)
    .set({ revokedAt: at, version: version + 1, updatedAt: at })
    .where(eq(invitations.id, id))
  await recordChange(tx, actor, {
    organizationId,
    entity: 'invitation',
    entityId: id,
    version: version + 1,
    operation: 'revoke',
    before: { revokedAt: null },
    after: { revokedAt: at },
    at,
  })
}

/**
 * Takes an invitation back: its link no longer works. Revoking one that ended already changes nothing.
 * @throws AppError NotFound, PreconditionFailed, Forbidden when an admin takes back what an owner offered
 */
export async function revokeInvitation(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  invitationId: string,
  expected?: Expected,
): Promise<void> {
  const [found] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.organizationId, organizationId), eq(invitations.id, invitationId)))
  if (!found) throw notFound('Invitation')
  const invitation = found as Invitation
  requireVersion('The invitation', invitation.version, expected)
  requireMayGive(actor, organizationId, invitation.role)
  if (stateOf(invitation) === 'open') await revoke(tx, actor, invitation)
}

/**
 * Takes back what somebody offered who may no longer offer it, so that nobody comes back through a link of their own.
 * `role` is the one they have now; null when they were removed.
 */
export async function revokeInvitationsOf(
  tx: Tx,
  actor: Actor,
  { organizationId, userId, role }: { organizationId: string; userId: string; role: Role | null },
): Promise<void> {
  if (role === 'owner') return
  const open = await tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        eq(invitations.invitedBy, userId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
  for (const invitation of open as Invitation[]) {
    if (role === 'admin' && invitation.role !== 'owner') continue
    if (stateOf(invitation) === 'open') await revoke(tx, actor, invitation)
  }
}
