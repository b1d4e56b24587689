import { answerMoves } from '@/lib/api/primary/catalog/answer-outline'
import { moveCategories } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(moveCategories, ({ tx, actor, body }) => answerMoves(tx, actor, 'categories', body)),
})
