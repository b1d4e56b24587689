import { listHistory } from '@/lib/api/primary/history/operations'
import { answerHistory } from '@/lib/api/primary/to-change'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listHistory, (context) => answerHistory(context, { organizationId: context.organization.id })),
})
