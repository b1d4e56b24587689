import { listOrders } from '@/lib/api/v1/find-orders'
import { createGenericOrder, listGenericOrders } from '@/lib/api/v1/operations'
import { toGenericOrder } from '@/lib/api/v1/to-order'
import { methods, route } from '@/lib/api/v1/vocabulary'
import { versioned } from '@/lib/http/reply'
import { placeExternalOrder } from '@/lib/orders/place-external-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listGenericOrders, ({ db, organization, query }) => listOrders(db, organization, query)),
  POST: route(createGenericOrder, async ({ tx, actor, organization, body, url }) => {
    const { customerId: customer, items, ...rest } = body
    const { order, lines } = await placeExternalOrder(tx, actor, organization, {
      ...rest,
      customer,
      items: items.map(({ productId: product, quantity }) => ({ product, quantity })),
    })
    const answer = toGenericOrder(order, lines, true)
    return versioned(answer, order.version, { headers: { location: `${url.pathname}/${answer.orderId}` } })
  }),
})
