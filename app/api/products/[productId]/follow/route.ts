import { followProduct as operation } from '@/lib/api/primary/catalog/follows'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { followProduct } from '@/lib/catalog/follows/follow'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, ({ tx, actor, params, body }) => followProduct(tx, actor, params.productId, body)),
})
