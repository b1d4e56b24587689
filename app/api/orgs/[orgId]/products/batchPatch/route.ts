import { answerLeniently, isLenient } from '@/lib/api/primary/catalog/lenient'
import { patchProducts as operation } from '@/lib/api/primary/catalog/products'
import { readProductPatch } from '@/lib/api/primary/catalog/read-product'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { type ProductChange, updateProducts } from '@/lib/catalog/products/update-products'
import { requireMayPromote } from '@/lib/catalog/rights'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(operation, async ({ tx, actor, organization, body, request }) => {
    const batchId = newId()
    const changes = body.flatMap(({ ids, data }, index) => {
      const change = { patch: readProductPatch(data), path: `${index}.data.` }
      return [...new Set(ids)].map((id): ProductChange & { index: number } => ({ ...change, id, index }))
    })
    if (!isLenient(request)) return updateProducts(tx, actor, organization, changes, batchId)
    // Who may promote is a question of the whole request (spec nodeblocks 8).
    for (const { data } of body) requireMayPromote(actor, data)
    return answerLeniently(
      changes.map((change) => ({
        index: change.index,
        id: change.id,
        async run() {
          await updateProducts(tx, actor, organization, [change], batchId)
          return { status: 204 }
        },
      })),
    )
  }),
})
