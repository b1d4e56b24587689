import { createSystemApiKey, listSystemApiKeys } from '@/lib/api/primary/auth/operations'
import { toApiKey } from '@/lib/api/primary/auth/to-api-key'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createApiKey, findApiKeys } from '@/lib/auth/api-keys'
import { listEnvelope } from '@/lib/http/read-query'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listSystemApiKeys, async (context) => {
    const page = await findApiKeys(context.db, null, context.list)
    return listEnvelope(context, page, page.rows.map(toApiKey))
  }),
  POST: route(createSystemApiKey, async ({ tx, actor, body }) => {
    const { key, token } = await createApiKey(tx, actor, { organizationId: null, ...body })
    return { ...toApiKey(key), token }
  }),
})
