import { createPasswordLink } from '@/lib/api/primary/accounts/operations'
import { pageUrl } from '@/lib/api/primary/members/to-member'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createPasswordReset } from '@/lib/auth/choose-password'
import { toIso } from '@/lib/clock'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(createPasswordLink, async ({ tx, actor, params, url }) => {
    const { token, expiresAt } = await createPasswordReset(tx, actor, params.userId)
    return { token, url: pageUrl(`/reset/${token}`, url), expiresAt: toIso(expiresAt) }
  }),
})
