import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import { answerLeniently } from '@/lib/api/primary/catalog/lenient'
import { deleteProducts as operation } from '@/lib/api/primary/catalog/products'
import { id as idSchema } from '@/lib/api/primary/orders/schemas'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteProducts } from '@/lib/catalog/products/delete-products'
import { isLenient } from '@/lib/http/prefer'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ tx, actor, organization, body, request }) => {
    const batchId = newId()
    const remove = (ids: string[]) => deleteProducts(tx, actor, organization, ids, { batchId })
    if (!isLenient(request.headers)) return answerDeleted(await remove(body.ids))
    const spread = (id: string) => [
      {
        id,
        async run() {
          await remove([id])
          return { status: 204 }
        },
      },
    ]
    return answerLeniently(body.ids, idSchema, spread, batchId)
  }),
})
