import { unfollowProduct as operation } from '@/lib/api/primary/catalog/follows'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { unfollowProduct } from '@/lib/catalog/follows/follow'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, ({ tx, actor, params, body }) => unfollowProduct(tx, actor, params.productId, body)),
})
