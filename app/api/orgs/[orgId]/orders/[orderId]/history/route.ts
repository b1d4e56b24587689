import { readOrderHistory } from '@/lib/api/primary/orders/operations'
import { answerHistory } from '@/lib/api/primary/to-change'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getOrder } from '@/lib/orders/get-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readOrderHistory, async (context) => {
    const { id } = await getOrder(context.db, context.params.orgId, context.params.orderId)
    return answerHistory(context, { entity: 'order', entityId: id })
  }),
})
