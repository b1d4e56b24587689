import { answerLevels } from '@/lib/api/primary/catalog/answer-outline'
import { listCategoryLevels } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listCategoryLevels, ({ query }) => answerLevels('categories', query)),
})
