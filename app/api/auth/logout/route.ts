import { logout } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revokeSession } from '@/lib/auth/sessions'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(logout, async ({ tx, actor }) => {
    if (actor.sessionId) await revokeSession(tx, actor.sessionId)
  }),
})
