import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import { replaceCategory as operation } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { replaceCategory } from '@/lib/catalog/categories/replace-category'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ tx, actor, params, body, expected }) =>
    answerDeleted(await replaceCategory(tx, actor, params.categoryId, body.by, expected)),
  ),
})
