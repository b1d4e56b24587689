import { toBulkResult } from '@/lib/api/primary/bulk/answer-bulk'
import { revertBatch as operation } from '@/lib/api/primary/bulk/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revertBatch } from '@/lib/batches/revert-batch'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ db, transact, actor, params, request }) => {
    const { batchId, results } = await revertBatch(db, transact, actor, params.batchId, { signal: request.signal })
    return toBulkResult(batchId, results)
  }),
})
