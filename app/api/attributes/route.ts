import { answerPage } from '@/lib/api/primary/catalog/answer'
import * as operations from '@/lib/api/primary/catalog/attributes'
import { toAttribute } from '@/lib/api/primary/catalog/to-attribute'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createAttribute } from '@/lib/catalog/attributes/create-attribute'
import { findAttributes } from '@/lib/catalog/attributes/find-attributes'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listAttributes, async (context) =>
    answerPage(context, await findAttributes(context.db, context.list), toAttribute),
  ),
  POST: route(operations.createAttribute, async ({ tx, actor, body }) => {
    const attribute = await createAttribute(tx, actor, body)
    const headers = { location: `/api/attributes/${attribute.id}` }
    return versioned(toAttribute(attribute), attribute.version, { headers })
  }),
})
