import { answerDeleted, answerOne } from '@/lib/api/primary/catalog/answer'
import * as operations from '@/lib/api/primary/catalog/locations'
import { toLocation } from '@/lib/api/primary/catalog/to-tree'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteLocation } from '@/lib/catalog/locations/delete-location'
import { getLocation } from '@/lib/catalog/locations/find-locations'
import { updateLocation } from '@/lib/catalog/locations/update-location'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readLocation, async (context) => {
    const location = await getLocation(context.db, context.params.locationId)
    return answerOne(context, toLocation(location), location.version)
  }),
  PATCH: route(operations.patchLocation, async (context) => {
    const { tx, actor, params, body, expected } = context
    const location = await updateLocation(tx, actor, params.locationId, body, expected)
    return answerOne(context, toLocation(location), location.version)
  }),
  DELETE: route(operations.deleteLocation, async ({ tx, actor, params, expected }) =>
    answerDeleted(await deleteLocation(tx, actor, params.locationId, { expected })),
  ),
})
