import { answerDeleted, answerOne } from '@/lib/api/primary/catalog/answer'
import * as operations from '@/lib/api/primary/catalog/categories'
import { toCategory } from '@/lib/api/primary/catalog/to-tree'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteCategory } from '@/lib/catalog/categories/delete-category'
import { getCategory } from '@/lib/catalog/categories/find-categories'
import { updateCategory } from '@/lib/catalog/categories/update-category'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readCategory, async (context) => {
    const category = await getCategory(context.db, context.params.categoryId)
    return answerOne(context, toCategory(category), category.version)
  }),
  PATCH: route(operations.patchCategory, async (context) => {
    const { tx, actor, params, body, expected } = context
    const category = await updateCategory(tx, actor, params.categoryId, body, expected)
    return answerOne(context, toCategory(category), category.version)
  }),
  DELETE: route(operations.deleteCategory, async ({ tx, actor, params, expected }) =>
    answerDeleted(await deleteCategory(tx, actor, params.categoryId, expected)),
  ),
})
