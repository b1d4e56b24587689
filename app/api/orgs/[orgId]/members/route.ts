import { listMembers } from '@/lib/api/primary/members/operations'
import { toMember } from '@/lib/api/primary/members/to-member'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { listEnvelope } from '@/lib/http/read-query'
import { findMembers } from '@/lib/organizations/find-members'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listMembers, async (context) => {
    const { db, organization, list, query } = context
    const page = await findMembers(db, organization.id, list, query.$search)
    return listEnvelope(context, page, page.rows.map(toMember))
  }),
})
