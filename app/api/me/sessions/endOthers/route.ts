import { endOtherSessionsOperation } from '@/lib/api/primary/accounts/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { endOtherSessions } from '@/lib/auth/own-sessions'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(endOtherSessionsOperation, async ({ tx, actor }) => ({ ended: await endOtherSessions(tx, actor) })),
})
