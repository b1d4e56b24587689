import { changePasswordOperation } from '@/lib/api/primary/accounts/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { changePassword } from '@/lib/auth/choose-password'
import { clientAddress } from '@/lib/http/rate-limit'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(changePasswordOperation, ({ actor, body, request }) =>
    changePassword(actor, body, clientAddress(request)),
  ),
})
