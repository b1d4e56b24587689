import { answerRead } from '@/lib/api/primary/auth/browser'
import { readProviders } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readProviders, ({ request }) => answerRead(request, 'providers')),
})
