import { answerBulkTransition } from '@/lib/api/primary/bulk/answer-bulk'
import { transitionOrders } from '@/lib/api/primary/bulk/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(transitionOrders, (context) => answerBulkTransition(context)),
})
