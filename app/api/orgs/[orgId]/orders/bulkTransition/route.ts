import { answerBulkTransition } from '@/lib/api/primary/bulk/answer-bulk'
import { transitionOrganizationOrders } from '@/lib/api/primary/bulk/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(transitionOrganizationOrders, (context) => answerBulkTransition(context, context.organization.id)),
})
