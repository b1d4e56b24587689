import { answerCategoryTree } from '@/lib/api/primary/catalog/answer-trees'
import { listCategoryTree } from '@/lib/api/primary/catalog/categories'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: route(listCategoryTree, answerCategoryTree) })
