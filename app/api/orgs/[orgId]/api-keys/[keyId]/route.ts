import { deleteApiKey } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revokeApiKey } from '@/lib/auth/api-keys'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(deleteApiKey, ({ tx, actor, organization, params, expected }) =>
    revokeApiKey(tx, actor, organization.id, params.keyId, expected),
  ),
})
