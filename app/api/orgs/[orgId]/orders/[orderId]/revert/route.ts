import { answerOrder } from '@/lib/api/primary/orders/answer-orders'
import { revertOrder as operation } from '@/lib/api/primary/orders/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { revertOrder } from '@/lib/orders/revert-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, params, expected } = context
    return answerOrder(context, await revertOrder(tx, actor, params.orgId, params.orderId, expected))
  }),
})
