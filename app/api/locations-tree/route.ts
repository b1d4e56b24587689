import { answerLocationTree } from '@/lib/api/primary/catalog/answer-trees'
import { listLocationTree } from '@/lib/api/primary/catalog/locations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: route(listLocationTree, answerLocationTree) })
