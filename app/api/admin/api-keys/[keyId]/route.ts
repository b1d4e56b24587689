import { deleteSystemApiKey, readSystemApiKey } from '@/lib/api/primary/auth/operations'
import { toApiKey } from '@/lib/api/primary/auth/to-api-key'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getApiKey, revokeApiKey } from '@/lib/auth/api-keys'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readSystemApiKey, async ({ db, params }) => {
    const key = await getApiKey(db, null, params.keyId)
    return versioned(toApiKey(key), key.version)
  }),
  DELETE: route(deleteSystemApiKey, ({ tx, actor, params, expected }) =>
    revokeApiKey(tx, actor, null, params.keyId, expected),
  ),
})
