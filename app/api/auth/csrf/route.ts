import { answerRead } from '@/lib/api/primary/auth/browser'
import { readCsrfToken } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readCsrfToken, ({ request }) => answerRead(request, 'csrf')),
})
