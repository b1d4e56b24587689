import { createApiKeyOperation, listApiKeys } from '@/lib/api/primary/auth/operations'
import { toApiKey } from '@/lib/api/primary/auth/to-api-key'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createApiKey, findApiKeys } from '@/lib/auth/api-keys'
import { listEnvelope } from '@/lib/http/read-query'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listApiKeys, async (context) => {
    const page = await findApiKeys(context.db, context.organization.id, context.list)
    return listEnvelope(context, page, page.rows.map(toApiKey))
  }),
  POST: route(createApiKeyOperation, async ({ tx, actor, organization, body }) => {
    const { key, token } = await createApiKey(tx, actor, { organizationId: organization.id, ...body })
    return { ...toApiKey(key), token }
  }),
})
