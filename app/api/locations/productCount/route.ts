import { countLocationProducts } from '@/lib/api/primary/catalog/locations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { countByLocation, countsOf } from '@/lib/catalog/count-products'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(countLocationProducts, async ({ query }) => {
    const counts = await countByLocation()
    return [...new Set(query.locationIds)].map((id) => ({ id, count: countsOf(counts, id).all }))
  }),
})
