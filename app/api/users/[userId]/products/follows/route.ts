import { answerProducts } from '@/lib/api/primary/catalog/answer-products'
import { listFollowedProducts } from '@/lib/api/primary/catalog/follows'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listFollowedProducts, (context) =>
    answerProducts(context, { followedBy: context.params.userId, publishedOnly: !context.actor.isSystemAdmin }),
  ),
})
