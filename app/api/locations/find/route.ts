import { answerFound } from '@/lib/api/primary/catalog/answer-outline'
import { findLocationNodes } from '@/lib/api/primary/catalog/outline'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(findLocationNodes, ({ query }) => answerFound('locations', query)),
})
