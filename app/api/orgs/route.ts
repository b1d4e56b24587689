import { createOrganizationOperation, listOrganizations } from '@/lib/api/primary/organizations/operations'
import { answerSettings, readNewOrganization } from '@/lib/api/primary/organizations/settings'
import { toOrganization } from '@/lib/api/primary/organizations/to-organization'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { listEnvelope } from '@/lib/http/read-query'
import { createOrganization } from '@/lib/organizations/create-organization'
import { findOwnOrganizations } from '@/lib/organizations/find-own-organizations'
import { getSettings } from '@/lib/organizations/update-settings'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listOrganizations, async (context) => {
    const page = await findOwnOrganizations(context.db, context.actor, context.list, context.query.$search)
    return listEnvelope(context, page, page.rows.map(toOrganization))
  }),
  POST: route(createOrganizationOperation, async ({ tx, actor, body }) => {
    const { id } = await createOrganization(tx, actor, readNewOrganization(body))
    return answerSettings(tx, await getSettings(tx, id))
  }),
})
