import { answerSession } from '@/lib/api/primary/auth/browser'
import { readSession } from '@/lib/api/primary/auth/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readSession, ({ request, actor }) => answerSession(request, actor.via === 'cookie' ? actor.name : null)),
})
