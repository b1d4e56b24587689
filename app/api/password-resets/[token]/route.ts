import { readPasswordReset } from '@/lib/api/primary/accounts/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getPasswordReset } from '@/lib/auth/choose-password'
import { toIso } from '@/lib/clock'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readPasswordReset, async ({ db, params }) => {
    const { user, expiresAt } = await getPasswordReset(db, params.token)
    return { name: user.name, email: user.email, expiresAt: toIso(expiresAt) }
  }),
})
