import { countCategoryProducts } from '@/lib/api/primary/catalog/categories'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { countByCategory, countsOf } from '@/lib/catalog/count-products'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(countCategoryProducts, async ({ query }) => {
    const counts = await countByCategory()
    return [...new Set(query.categoryIds)].map((id) => ({ id, count: countsOf(counts, id).all }))
  }),
})
