import { listPeople } from '@/lib/api/primary/members/operations'
import { toPerson } from '@/lib/api/primary/members/to-member'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { listEnvelope } from '@/lib/http/read-query'
import { findPeople } from '@/lib/organizations/find-people'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listPeople, async (context) => {
    const { db, organization, list, query } = context
    const page = await findPeople(db, organization.id, list, query.$search)
    return listEnvelope(context, page, page.rows.map(toPerson))
  }),
})
