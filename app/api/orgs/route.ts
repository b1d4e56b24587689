import { listOrganizations } from '@/lib/api/primary/organizations/operations'
import { toOrganization } from '@/lib/api/primary/organizations/to-organization'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { listEnvelope } from '@/lib/http/read-query'
import { findOwnOrganizations } from '@/lib/organizations/find-own-organizations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listOrganizations, async (context) => {
    const page = await findOwnOrganizations(context.db, context.actor, context.list)
    return listEnvelope(context, page, page.rows.map(toOrganization))
  }),
})
