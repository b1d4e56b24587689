import { rotateApiKey as rotateOperation } from '@/lib/api/primary/auth/operations'
import { toApiKey } from '@/lib/api/primary/auth/to-api-key'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { rotateApiKey } from '@/lib/auth/api-keys'

const hourMs = 60 * 60 * 1000

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(rotateOperation, async ({ tx, actor, organization, params, body, expected }) => {
    const { key, token } = await rotateApiKey(
      tx,
      actor,
      organization.id,
      params.keyId,
      body.graceHours * hourMs,
      expected,
    )
    return { ...toApiKey(key), token }
  }),
})
