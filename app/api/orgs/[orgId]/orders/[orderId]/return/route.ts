import { recordReturn as operation } from '@/lib/api/primary/order-acts/operations'
import { answerOrder } from '@/lib/api/primary/orders/answer-orders'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { requireVersion } from '@/lib/expected-version'
import { changeOrder } from '@/lib/orders/change-order'
import { returnGoods } from '@/lib/orders/fulfillment'
import { getOrder } from '@/lib/orders/get-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, params, expected } = context
    const stored = await getOrder(tx, params.orgId, params.orderId)
    requireVersion('The order', stored.version, expected)
    const { order } = await changeOrder(tx, actor, stored, 'return', returnGoods)
    return answerOrder(context, order)
  }),
})
