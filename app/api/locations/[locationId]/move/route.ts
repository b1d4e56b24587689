import { answerOne } from '@/lib/api/primary/catalog/answer'
import { moveLocation as operation } from '@/lib/api/primary/catalog/locations'
import { toLocation } from '@/lib/api/primary/catalog/to-tree'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { moveLocation } from '@/lib/catalog/locations/update-location'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, params, body, expected } = context
    const location = await moveLocation(tx, actor, params.locationId, body, expected)
    return answerOne(context, toLocation(location), location.version)
  }),
})
