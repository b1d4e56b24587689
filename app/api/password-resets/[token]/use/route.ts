import { usePasswordReset } from '@/lib/api/primary/accounts/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { resetPassword } from '@/lib/auth/choose-password'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(usePasswordReset, async ({ actor, params, body }) => {
    const { email } = await resetPassword(actor, params.token, body.password)
    return { email }
  }),
})
