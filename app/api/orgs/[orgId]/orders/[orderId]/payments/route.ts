import { recordPayment as operation } from '@/lib/api/primary/order-acts/operations'
import { answerOrder } from '@/lib/api/primary/orders/answer-orders'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { requireVersion } from '@/lib/expected-version'
import { changeOrder } from '@/lib/orders/change-order'
import { getOrder } from '@/lib/orders/get-order'
import { movePayment } from '@/lib/orders/payment'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, params, expected, body } = context
    const stored = await getOrder(tx, params.orgId, params.orderId)
    requireVersion('The order', stored.version, expected)
    const { status, amount: refundedAmount, ...facts } = body
    const act = movePayment(status, { ...facts, ...(refundedAmount === undefined ? {} : { refundedAmount }) })
    const { order } = await changeOrder(tx, actor, stored, 'pay', act)
    return answerOrder(context, order)
  }),
})
