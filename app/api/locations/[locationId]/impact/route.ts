import { toImpact } from '@/lib/api/primary/catalog/answer-outline'
import { readLocationImpact } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getLocation } from '@/lib/catalog/locations/find-locations'
import { findLocationImpact } from '@/lib/catalog/tree/find-impact'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readLocationImpact, async ({ db, params }) =>
    toImpact(await findLocationImpact(db, await getLocation(db, params.locationId))),
  ),
})
