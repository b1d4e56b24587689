import { answerSignOut } from '@/lib/api/primary/auth/browser'
import { signOutBrowserOperation } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(signOutBrowserOperation, ({ request }) => answerSignOut(request)),
})
