import { answerLeniently, isLenient } from '@/lib/api/primary/catalog/lenient'
import { deleteVariants as operation } from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteVariants } from '@/lib/catalog/variants/delete-variants'
import { findVariantsToWrite } from '@/lib/catalog/variants/find-variants-to-write'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ tx, actor, body, request }) => {
    const batchId = newId()
    const remove = async (ids: string[]) => {
      const { variants, owners } = await findVariantsToWrite(tx, actor, ids)
      await deleteVariants(tx, actor, owners, [...variants.values()], batchId)
    }
    if (!isLenient(request)) return remove(body.ids)
    return answerLeniently(
      body.ids.map((id, index) => ({
        index,
        id,
        async run() {
          await remove([id])
          return { status: 204 }
        },
      })),
    )
  }),
})
