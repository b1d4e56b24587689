import { answerHistoryExport } from '@/lib/api/primary/export/answer-export'
import { exportHistory } from '@/lib/api/primary/export/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(exportHistory, ({ db, organization, query }) => answerHistoryExport(db, organization, query)),
})
