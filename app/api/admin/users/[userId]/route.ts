import { patchUser, readUser } from '@/lib/api/primary/accounts/operations'
import { answerAccount } from '@/lib/api/primary/accounts/to-account'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revokeSessionsOf } from '@/lib/auth/sessions'
import { updateUser } from '@/lib/users/update-user'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readUser, ({ db, params }) => answerAccount(db, params.userId)),
  PATCH: route(patchUser, async ({ tx, actor, params, body, expected }) => {
    const user = await updateUser(tx, actor, params.userId, body, expected)
    if (user.disabledAt !== null) await revokeSessionsOf(tx, user.id)
    return answerAccount(tx, user.id)
  }),
})
