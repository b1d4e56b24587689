import { createUserOperation, listUsers } from '@/lib/api/primary/accounts/operations'
import { answerAccount, toAccount } from '@/lib/api/primary/accounts/to-account'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createAccount } from '@/lib/auth/create-account'
import { listEnvelope } from '@/lib/http/read-query'
import { findAccounts } from '@/lib/users/find-accounts'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listUsers, async (context) => {
    const page = await findAccounts(context.db, context.list, context.query.$search)
    return listEnvelope(context, page, page.rows.map(toAccount))
  }),
  POST: route(createUserOperation, async ({ db, actor, body }) =>
    answerAccount(db, (await createAccount(actor, body)).id),
  ),
})
