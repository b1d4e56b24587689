import { answerOrderExport } from '@/lib/api/primary/export/answer-export'
import { exportOrders } from '@/lib/api/primary/export/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(exportOrders, ({ db, organization, query }) => answerOrderExport(db, organization, query)),
})
