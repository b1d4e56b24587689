import { splitOrder as operation } from '@/lib/api/primary/order-acts/operations'
import { answerOrder } from '@/lib/api/primary/orders/answer-orders'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { requireVersion } from '@/lib/expected-version'
import { getOrder } from '@/lib/orders/get-order'
import { splitOrder } from '@/lib/orders/split-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, params, expected } = context
    const stored = await getOrder(tx, params.orgId, params.orderId)
    requireVersion('The order', stored.version, expected)
    const { master } = await splitOrder(tx, actor, stored)
    return answerOrder(context, master)
  }),
})
