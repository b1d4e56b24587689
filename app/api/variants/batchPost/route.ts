import { answerVariants } from '@/lib/api/primary/catalog/answer-variants'
import { answerLeniently } from '@/lib/api/primary/catalog/lenient'
import { productVariantSchema } from '@/lib/api/primary/catalog/product-schemas'
import { createVariants as operation } from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createVariants } from '@/lib/catalog/variants/create-variants'
import { loadOwners } from '@/lib/catalog/variants/owners'
import { isLenient } from '@/lib/http/prefer'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, body, request } = context
    const batchId = newId()
    const make = async (some: typeof body, pathOf: (index: number) => string) => {
      const members = some.map(({ productId, ...input }, index) => ({ productId, input, path: pathOf(index) }))
      const productIds = members.map(({ productId }) => productId)
      const variants = await createVariants(tx, actor, await loadOwners(tx, actor, productIds), members, batchId)
      return answerVariants(context, variants)
    }
    if (!isLenient(request.headers)) return make(body, (index) => `${index}.`)
    return answerLeniently(body, productVariantSchema, (member) => [
      {
        async run() {
          const [json] = await make([member], () => '')
          return { status: 201, id: json!.id, body: json }
        },
      },
    ])
  }),
})
