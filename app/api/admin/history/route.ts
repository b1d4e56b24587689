import { listSystemHistory } from '@/lib/api/primary/history/operations'
import { answerHistory } from '@/lib/api/primary/to-change'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listSystemHistory, (context) => answerHistory(context, {})),
})
