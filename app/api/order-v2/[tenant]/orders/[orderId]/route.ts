import { getOwnOrder, render } from '@/lib/api/tenant/find-orders'
import { readTenantOrder } from '@/lib/api/tenant/operations'
import { toTenantOrder } from '@/lib/api/tenant/to-order'
import { methods, route } from '@/lib/api/tenant/vocabulary'
import { versioned } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readTenantOrder, async (context) => {
    const order = await getOwnOrder(context, context.params.orderId)
    const [body] = await render(context, [order], toTenantOrder)
    return versioned(body, order.version)
  }),
})
