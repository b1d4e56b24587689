import { answerCounts } from '@/lib/api/primary/overview/answer-counts'
import { countOrders } from '@/lib/api/primary/overview/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(countOrders, ({ db, organization, body }) => answerCounts(db, organization.id, body.filters)),
})
