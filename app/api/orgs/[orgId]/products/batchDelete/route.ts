import { answerLeniently, isLenient } from '@/lib/api/primary/catalog/lenient'
import { deleteProducts as operation } from '@/lib/api/primary/catalog/products'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteProducts } from '@/lib/catalog/products/delete-products'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ tx, actor, organization, body, request }) => {
    const batchId = newId()
    if (!isLenient(request)) return deleteProducts(tx, actor, organization, body.ids, { batchId })
    return answerLeniently(
      body.ids.map((id, index) => ({
        index,
        id,
        async run() {
          await deleteProducts(tx, actor, organization, [id], { batchId })
          return { status: 204 }
        },
      })),
    )
  }),
})
