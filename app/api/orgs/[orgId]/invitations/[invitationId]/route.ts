import { deleteInvitation } from '@/lib/api/primary/members/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revokeInvitation } from '@/lib/auth/invitations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(deleteInvitation, ({ tx, actor, organization, params, expected }) =>
    revokeInvitation(tx, actor, organization.id, params.invitationId, expected),
  ),
})
