import { answerBulkChange } from '@/lib/api/primary/catalog/answer-product-acts'
import { bulkChangeProducts } from '@/lib/api/primary/catalog/product-acts'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: route(bulkChangeProducts, answerBulkChange) })
