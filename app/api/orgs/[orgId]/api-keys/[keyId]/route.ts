import { deleteApiKey, readApiKey } from '@/lib/api/primary/auth/operations'
import { toApiKey } from '@/lib/api/primary/auth/to-api-key'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getApiKey, revokeApiKey } from '@/lib/auth/api-keys'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readApiKey, async ({ db, organization, params }) => {
    const key = await getApiKey(db, organization.id, params.keyId)
    return versioned(toApiKey(key), key.version)
  }),
  DELETE: route(deleteApiKey, ({ tx, actor, organization, params, expected }) =>
    revokeApiKey(tx, actor, organization.id, params.keyId, expected),
  ),
})
