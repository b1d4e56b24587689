import { readInvitation } from '@/lib/api/primary/members/operations'
import { toOffered } from '@/lib/api/primary/members/to-member'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getInvitationByToken } from '@/lib/auth/invitations'
import { getOrganization } from '@/lib/organizations/find-organization'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readInvitation, async ({ db, params }) => {
    const invitation = await getInvitationByToken(db, params.token)
    return toOffered(invitation, await getOrganization(db, invitation.organizationId))
  }),
})
