import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import * as operations from '@/lib/api/primary/catalog/attributes'
import { toAttribute } from '@/lib/api/primary/catalog/to-attribute'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteAttribute } from '@/lib/catalog/attributes/delete-attribute'
import { getAttribute } from '@/lib/catalog/attributes/find-attributes'
import { updateAttribute } from '@/lib/catalog/attributes/update-attribute'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readAttribute, async ({ db, params }) => {
    const attribute = await getAttribute(db, params.attributeId)
    return versioned(toAttribute(attribute), attribute.version)
  }),
  PATCH: route(operations.patchAttribute, async ({ tx, actor, params, body, expected }) => {
    const attribute = await updateAttribute(tx, actor, params.attributeId, body, expected)
    return versioned(toAttribute(attribute), attribute.version)
  }),
  DELETE: route(operations.deleteAttribute, async ({ tx, actor, params, expected }) =>
    answerDeleted(await deleteAttribute(tx, actor, params.attributeId, expected)),
  ),
})
