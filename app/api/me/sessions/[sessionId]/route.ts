import { deleteOwnSession } from '@/lib/api/primary/accounts/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { endSession } from '@/lib/auth/own-sessions'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(deleteOwnSession, ({ tx, actor, params }) => endSession(tx, actor, params.sessionId)),
})
