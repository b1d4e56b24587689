import { deleteMember, patchMember, readMember } from '@/lib/api/primary/members/operations'
import { toMember } from '@/lib/api/primary/members/to-member'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revokeInvitationsOf } from '@/lib/auth/invitations'
import { versioned } from '@/lib/http/reply'
import { changeRole, removeMember } from '@/lib/organizations/change-member'
import { getMember } from '@/lib/organizations/find-members'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readMember, async ({ db, organization, params }) => {
    const member = await getMember(db, organization.id, params.memberId)
    return versioned(toMember(member), member.version)
  }),
  PATCH: route(patchMember, async ({ tx, actor, organization, params, body, expected }) => {
    const target = { organizationId: organization.id, userId: params.memberId, expected }
    const member = await changeRole(tx, actor, target, body.role)
    await revokeInvitationsOf(tx, actor, { ...target, role: member.role })
    return versioned(toMember(member), member.version)
  }),
  DELETE: route(deleteMember, async ({ tx, actor, organization, params, expected }) => {
    const target = { organizationId: organization.id, userId: params.memberId, expected }
    await removeMember(tx, actor, target)
    await revokeInvitationsOf(tx, actor, { ...target, role: null })
  }),
})
