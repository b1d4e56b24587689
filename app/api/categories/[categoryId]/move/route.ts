import { answerOne } from '@/lib/api/primary/catalog/answer'
import { moveCategory as operation } from '@/lib/api/primary/catalog/categories'
import { toCategory } from '@/lib/api/primary/catalog/to-tree'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { moveCategory } from '@/lib/catalog/categories/update-category'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, params, body, expected } = context
    const category = await moveCategory(tx, actor, params.categoryId, body, expected)
    return answerOne(context, toCategory(category), category.version)
  }),
})
