import { deleteSystemApiKey } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revokeApiKey } from '@/lib/auth/api-keys'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(deleteSystemApiKey, ({ tx, actor, params, expected }) =>
    revokeApiKey(tx, actor, null, params.keyId, expected),
  ),
})
