import { replaceLocation } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteLocation } from '@/lib/catalog/locations/delete-location'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(replaceLocation, ({ tx, actor, params, body, expected }) =>
    deleteLocation(tx, actor, params.locationId, {
      expected,
      by: body.by ?? undefined,
      children: body.children,
    }),
  ),
})
