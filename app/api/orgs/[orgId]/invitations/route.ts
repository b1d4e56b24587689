import { createInvitationOperation, listInvitations } from '@/lib/api/primary/members/operations'
import { toCreatedInvitation, toInvitation } from '@/lib/api/primary/members/to-member'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createInvitation, findInvitations } from '@/lib/auth/invitations'
import { listEnvelope } from '@/lib/http/read-query'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listInvitations, async (context) => {
    const page = await findInvitations(context.db, context.organization.id, context.list)
    return listEnvelope(context, page, page.rows.map(toInvitation))
  }),
  POST: route(createInvitationOperation, async ({ tx, actor, organization, body, url }) => {
    const { invitation, token } = await createInvitation(tx, actor, { organizationId: organization.id, ...body })
    return toCreatedInvitation(invitation, token, url)
  }),
})
