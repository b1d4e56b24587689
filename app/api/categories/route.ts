import { answerOne, answerPage } from '@/lib/api/primary/catalog/answer'
import * as operations from '@/lib/api/primary/catalog/categories'
import { toCategory } from '@/lib/api/primary/catalog/to-tree'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createCategory } from '@/lib/catalog/categories/create-category'
import { findCategories } from '@/lib/catalog/categories/find-categories'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listCategories, async (context) =>
    answerPage(context, await findCategories(context.db, context.list), toCategory),
  ),
  POST: route(operations.createCategory, async (context) => {
    const category = await createCategory(context.tx, context.actor, context.body)
    return answerOne(context, toCategory(category), category.version, {
      headers: { location: `/api/categories/${category.id}` },
    })
  }),
})
