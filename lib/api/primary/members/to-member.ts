import type { z } from 'zod'
import { type Invitation, stateOf } from '@/lib/auth/invitations'
import { toIso } from '@/lib/clock'
import { publicOrigin } from '@/lib/config'
import type { Member } from '@/lib/organizations/find-members'
import type { createdInvitationSchema, invitationSchema, memberSchema, offeredInvitationSchema } from './schemas'

export const toMember = (member: Member): z.output<typeof memberSchema> => ({
  id: member.id,
  name: member.name,
  email: member.email,
  role: member.role,
  disabled: member.disabledAt !== null,
  lastSeenAt: toIso(member.lastSeenAt),
  createdAt: toIso(member.createdAt),
  version: member.version,
})

export const toPerson = ({ id, name, email }: { id: string; name: string; email: string }) => ({ id, name, email })

export const toInvitation = (invitation: Invitation): z.output<typeof invitationSchema> => ({
  id: invitation.id,
  role: invitation.role,
  email: invitation.email,
  state: stateOf(invitation),
  invitedBy: invitation.invitedByName,
  expiresAt: toIso(invitation.expiresAt),
  acceptedAt: toIso(invitation.acceptedAt),
  createdAt: toIso(invitation.createdAt),
  version: invitation.version,
})

/** A page's address as the one who asks reaches it: on plain http a server has several names (decision 57). */
export function pageUrl(path: string, asked: URL): string {
  return new URL(path, process.env.PUBLIC_URL ? publicOrigin() : asked.origin).href
}

export const toCreatedInvitation = (
  invitation: Invitation,
  token: string,
  asked: URL,
): z.output<typeof createdInvitationSchema> => ({
  ...toInvitation(invitation),
  token,
  url: pageUrl(`/invite/${token}`, asked),
})

export const toOffered = (
  invitation: Invitation,
  { id, name }: { id: string; name: string },
): z.output<typeof offeredInvitationSchema> => ({
  organization: { id, name },
  role: invitation.role,
  email: invitation.email,
  invitedBy: invitation.invitedByName,
  state: stateOf(invitation),
  expiresAt: toIso(invitation.expiresAt),
})
