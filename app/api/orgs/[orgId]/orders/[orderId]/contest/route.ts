import { contestOrder as operation } from '@/lib/api/primary/order-acts/operations'
import { answerOrder } from '@/lib/api/primary/orders/answer-orders'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { requireVersion } from '@/lib/expected-version'
import { getOrder } from '@/lib/orders/get-order'
import { openContest } from '@/lib/orders/open-contest'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, params, expected, body } = context
    const stored = await getOrder(tx, params.orgId, params.orderId)
    requireVersion('The order', stored.version, expected)
    const { order } = await openContest(tx, actor, stored, { ...body, fromOperator: true })
    return answerOrder(context, order)
  }),
})
