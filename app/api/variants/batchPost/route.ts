import { answerVariants } from '@/lib/api/primary/catalog/answer-variants'
import { answerLeniently, isLenient } from '@/lib/api/primary/catalog/lenient'
import { createVariants as operation } from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createVariants } from '@/lib/catalog/variants/create-variants'
import { loadOwners } from '@/lib/catalog/variants/owners'
import { newId } from '@/lib/ids'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, body, request } = context
    const batchId = newId()
    const members = body.map(({ productId, ...input }, index) => ({ productId, input, path: `${index}.` }))
    const make = async (some: typeof members) => {
      const owners = await loadOwners(
        tx,
        actor,
        some.map(({ productId }) => productId),
      )
      return answerVariants(context, await createVariants(tx, actor, owners, some, batchId))
    }
    if (!isLenient(request)) return make(members)
    return answerLeniently(
      members.map((member, index) => ({
        index,
        async run() {
          const [json] = await make([member])
          return { status: 201, id: json!.id, body: json }
        },
      })),
    )
  }),
})
