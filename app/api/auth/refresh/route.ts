import { refresh } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { refreshTokens } from '@/lib/auth/refresh'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(refresh, ({ body, request }) =>
    refreshTokens(body.refreshToken, body.fingerprint ?? request.headers.get('x-nb-fingerprint') ?? undefined),
  ),
})
