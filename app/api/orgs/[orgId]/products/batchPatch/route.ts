import type { z } from 'zod'
import { answerLeniently } from '@/lib/api/primary/catalog/lenient'
import { productChangeSchema } from '@/lib/api/primary/catalog/product-schemas'
import { patchProducts as operation } from '@/lib/api/primary/catalog/products'
import { readProductPatch } from '@/lib/api/primary/catalog/read-product'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { updateProducts } from '@/lib/catalog/products/update-products'
import { requireMayPromote } from '@/lib/catalog/rights'
import { isLenient } from '@/lib/http/prefer'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(operation, async ({ tx, actor, organization, body, request }) => {
    const batchId = newId()
    if (!isLenient(request.headers)) {
      const changes = body.flatMap(({ ids, data }, index) =>
        [...new Set(ids)].map((id) => ({ id, patch: readProductPatch(data), path: `${index}.data.` })),
      )
      return updateProducts(tx, actor, organization, changes, batchId)
    }
    // Who may promote is a question of the whole request (spec nodeblocks 8).
    for (const member of body as ({ data?: { isPromoted?: boolean } } | null)[])
      requireMayPromote(actor, member?.data ?? {})
    const spread = ({ ids, data }: z.output<typeof productChangeSchema>) => {
      const patch = readProductPatch(data)
      return [...new Set(ids)].map((id) => ({
        id,
        async run() {
          await updateProducts(tx, actor, organization, [{ id, patch, path: 'data.' }], batchId)
          return { status: 204 }
        },
      }))
    }
    return answerLeniently(body, productChangeSchema, spread, batchId)
  }),
})
