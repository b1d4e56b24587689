import { toImpact } from '@/lib/api/primary/catalog/answer-outline'
import { readCategoryImpact } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getCategory } from '@/lib/catalog/categories/find-categories'
import { findCategoryImpact } from '@/lib/catalog/tree/find-impact'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readCategoryImpact, async ({ db, params }) =>
    toImpact(await findCategoryImpact(db, await getCategory(db, params.categoryId))),
  ),
})
