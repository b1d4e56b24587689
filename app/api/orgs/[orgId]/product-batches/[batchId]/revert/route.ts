import { toChangeResult } from '@/lib/api/primary/catalog/answer-product-acts'
import { revertProductBatch as operation } from '@/lib/api/primary/catalog/product-acts'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revertProductBatch } from '@/lib/catalog/products/revert-product-batch'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ db, transact, actor, organization, params, request }) => {
    const { batchId } = params
    const done = await revertProductBatch(db, transact, actor, organization, batchId, request.signal)
    return toChangeResult(done.batchId, done.results)
  }),
})
