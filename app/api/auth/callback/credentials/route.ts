import { answerSignIn } from '@/lib/api/primary/auth/browser'
import { signInBrowserOperation } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(signInBrowserOperation, ({ request }) => answerSignIn(request)),
})
