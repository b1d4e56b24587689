import { login } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { signInClient } from '@/lib/auth/sign-in'
import { clientAddress } from '@/lib/http/rate-limit'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(login, ({ body, request }) => {
    const { fingerprint, ...credentials } = body
    const origin = { address: clientAddress(request), userAgent: request.headers.get('user-agent') }
    return signInClient(credentials, origin, fingerprint)
  }),
})
