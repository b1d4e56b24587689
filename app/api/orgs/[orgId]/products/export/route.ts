import { answerProductExport } from '@/lib/api/primary/export/answer-product-export'
import { exportProducts } from '@/lib/api/primary/export/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(exportProducts, ({ db, organization, query }) => answerProductExport(db, organization, query)),
})
