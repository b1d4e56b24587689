import { getEntityOrder, render } from '@/lib/api/tenant/find-orders'
import { readSalesOrder } from '@/lib/api/tenant/operations'
import { toSalesOrder } from '@/lib/api/tenant/to-order'
import { methods, route } from '@/lib/api/tenant/vocabulary'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readSalesOrder, async (context) => {
    const { legalEntityId, orderId } = context.params
    const order = await getEntityOrder(context, legalEntityId, orderId)
    const [body] = await render(context, [order], toSalesOrder)
    return versioned(body, order.version)
  }),
})
