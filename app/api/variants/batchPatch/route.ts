import { answerLeniently } from '@/lib/api/primary/catalog/lenient'
import { variantChangeSchema } from '@/lib/api/primary/catalog/product-schemas'
import { patchVariants as operation } from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findVariantsToWrite } from '@/lib/catalog/variants/find-variants-to-write'
import { updateVariants } from '@/lib/catalog/variants/update-variants'
import type { VariantPatch } from '@/lib/catalog/variants/variant'
import { isLenient } from '@/lib/http/prefer'
import { newId } from '@/lib/ids'

type Change = { id: string; patch: VariantPatch; path: string }

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(operation, async ({ tx, actor, body, request }) => {
    const batchId = newId()
    const change = async (changes: Change[]) => {
      const ids = changes.map(({ id }) => id)
      const { variants, owners } = await findVariantsToWrite(tx, actor, ids)
      const updates = changes.map(({ id, patch, path }) => ({ variant: variants.get(id)!, patch, path }))
      await updateVariants(tx, actor, owners, updates, batchId)
    }
    if (!isLenient(request.headers)) {
      return change(
        body.flatMap(({ ids, data }, index) =>
          [...new Set(ids)].map((id) => ({ id, patch: data, path: `${index}.data.` })),
        ),
      )
    }
    return answerLeniently(body, variantChangeSchema, ({ ids, data }) =>
      [...new Set(ids)].map((id) => ({
        id,
        async run() {
          await change([{ id, patch: data, path: 'data.' }])
          return { status: 204 }
        },
      })),
    )
  }),
})
