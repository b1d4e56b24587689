import { answerPage } from '@/lib/api/primary/catalog/answer'
import { listFollowers } from '@/lib/api/primary/catalog/follows'
import { toFollow } from '@/lib/api/primary/catalog/to-follow'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findFollowers } from '@/lib/catalog/follows/follow'
import { getReadableProduct } from '@/lib/catalog/products/find-products'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listFollowers, async (context) => {
    const { db, actor, params, list } = context
    const { product } = await getReadableProduct(db, actor, params.productId)
    return answerPage(context, await findFollowers(db, product.id, list), toFollow)
  }),
})
