import { toChangeResult } from '@/lib/api/primary/catalog/answer-product-acts'
import { revertDeletion as operation } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revertDeletion } from '@/lib/catalog/revert-deletion'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ tx, actor, params }) => {
    const { batchId, results } = await revertDeletion(tx, actor, params.batchId)
    return toChangeResult(batchId, results)
  }),
})
