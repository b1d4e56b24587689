import { answerProducts } from '@/lib/api/primary/catalog/answer-products'
import { listProducts } from '@/lib/api/primary/catalog/products'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listProducts, (context) => answerProducts(context, { publishedOnly: true })),
})
