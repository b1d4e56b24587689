import { answerOne, answerPage } from '@/lib/api/primary/catalog/answer'
import * as operations from '@/lib/api/primary/catalog/locations'
import { toLocation } from '@/lib/api/primary/catalog/to-tree'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createLocation } from '@/lib/catalog/locations/create-location'
import { findLocations } from '@/lib/catalog/locations/find-locations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listLocations, async (context) =>
    answerPage(context, await findLocations(context.db, context.list), toLocation),
  ),
  POST: route(operations.createLocation, async (context) => {
    const location = await createLocation(context.tx, context.actor, context.body)
    return answerOne(context, toLocation(location), location.version, {
      headers: { location: `/api/locations/${location.id}` },
    })
  }),
})
