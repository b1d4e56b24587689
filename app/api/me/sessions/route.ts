import { listOwnSessions } from '@/lib/api/primary/accounts/operations'
import { toOwnSession } from '@/lib/api/primary/accounts/to-account'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findSessions } from '@/lib/auth/own-sessions'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listOwnSessions, async ({ db, actor }) => {
    const sessions = await findSessions(db, actor.userId!)
    const value = sessions.map(toOwnSession(actor.sessionId))
    return { total: value.length, count: value.length, value }
  }),
})
