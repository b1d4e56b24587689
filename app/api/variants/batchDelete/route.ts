import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import { answerLeniently } from '@/lib/api/primary/catalog/lenient'
import { deleteVariants as operation } from '@/lib/api/primary/catalog/variants'
import { id as idSchema } from '@/lib/api/primary/orders/schemas'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteVariants } from '@/lib/catalog/variants/delete-variants'
import { findVariantsToWrite } from '@/lib/catalog/variants/find-variants-to-write'
import { requireOwnBatch } from '@/lib/history/batch'
import { isLenient } from '@/lib/http/prefer'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ tx, actor, body, request }) => {
    const { batchId = newId() } = body
    if (body.batchId) await requireOwnBatch(tx, actor, batchId, undefined)
    const remove = async (ids: string[]) => {
      const { variants, owners } = await findVariantsToWrite(tx, actor, ids)
      return deleteVariants(tx, actor, owners, [...variants.values()], batchId)
    }
    if (!isLenient(request.headers)) return answerDeleted(await remove(body.ids))
    return answerLeniently(
      body.ids,
      idSchema,
      (id) => [
        {
          id,
          async run() {
            await remove([id])
            return { status: 204 }
          },
        },
      ],
      batchId,
    )
  }),
})
