import { answerMoves } from '@/lib/api/primary/catalog/answer-outline'
import { moveLocations } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(moveLocations, ({ tx, actor, body }) => answerMoves(tx, actor, 'locations', body)),
})
