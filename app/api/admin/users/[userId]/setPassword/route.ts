import { setUserPassword } from '@/lib/api/primary/accounts/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { setPassword } from '@/lib/auth/choose-password'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(setUserPassword, ({ actor, params, body }) => setPassword(actor, params.userId, body.password)),
})
