import { createInvitationOperation, listInvitations } from '@/lib/api/primary/members/operations'
import { toCreatedInvitation, toInvitation } from '@/lib/api/primary/members/to-member'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createInvitation, findInvitations } from '@/lib/auth/invitations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listInvitations, async ({ db, organization }) => {
    const invitations = await findInvitations(db, organization.id)
    return { total: invitations.length, count: invitations.length, value: invitations.map(toInvitation) }
  }),
  POST: route(createInvitationOperation, async ({ tx, actor, organization, body, url }) => {
    const { invitation, token } = await createInvitation(tx, actor, { organizationId: organization.id, ...body })
    return toCreatedInvitation(invitation, token, url)
  }),
})
