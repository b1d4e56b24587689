import { acceptInvitationOperation } from '@/lib/api/primary/members/operations'
import { toPerson } from '@/lib/api/primary/members/to-member'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { getOrganization } from '@/lib/organizations/find-organization'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(acceptInvitationOperation, async ({ db, actor, params, body }) => {
    const { name, email, password } = body
    const account = name && email && password ? { name, email, password } : undefined
    const { invitation, user } = await acceptInvitation(actor, params.token, account)
    const organization = await getOrganization(db, invitation.organizationId)
    return {
      organization: { id: organization.id, name: organization.name },
      role: invitation.role,
      user: toPerson(user),
    }
  }),
})
