import { readAttributeImpact } from '@/lib/api/primary/catalog/attributes'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { countProductsWith } from '@/lib/catalog/attributes/carriers'
import { getAttribute } from '@/lib/catalog/attributes/find-attributes'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readAttributeImpact, async ({ db, params }) => {
    const { id } = await getAttribute(db, params.attributeId)
    return { numberOfProducts: await countProductsWith(db, id) }
  }),
})
