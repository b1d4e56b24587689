import { answerLeniently, isLenient } from '@/lib/api/primary/catalog/lenient'
import { patchVariants as operation } from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findVariantsToWrite } from '@/lib/catalog/variants/find-variants-to-write'
import { updateVariants } from '@/lib/catalog/variants/update-variants'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(operation, async ({ tx, actor, body, request }) => {
    const batchId = newId()
    const changes = body.flatMap(({ ids, data }, index) =>
      [...new Set(ids)].map((id) => ({ id, patch: data, path: `${index}.data.`, index })),
    )
    const change = async (some: typeof changes) => {
      const ids = some.map(({ id }) => id)
      const { variants, owners } = await findVariantsToWrite(tx, actor, ids)
      const updates = some.map(({ id, patch, path }) => ({ variant: variants.get(id)!, patch, path }))
      await updateVariants(tx, actor, owners, updates, batchId)
    }
    if (!isLenient(request)) return change(changes)
    return answerLeniently(
      changes.map((one) => ({
        index: one.index,
        id: one.id,
        async run() {
          await change([one])
          return { status: 204 }
        },
      })),
    )
  }),
})
