import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import { replaceLocation } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteLocation } from '@/lib/catalog/locations/delete-location'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(replaceLocation, async ({ tx, actor, params, body, expected }) => {
    const { by, children } = body
    return answerDeleted(
      await deleteLocation(tx, actor, params.locationId, { expected, by: by ?? undefined, children }),
    )
  }),
})
