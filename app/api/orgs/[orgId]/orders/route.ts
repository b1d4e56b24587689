import { answerOrder, answerOrders } from '@/lib/api/primary/orders/answer-orders'
import { createOrder, listOrganizationOrders } from '@/lib/api/primary/orders/operations'
import { readNewOrder } from '@/lib/api/primary/orders/read-order'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { placeOrder } from '@/lib/orders/place-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listOrganizationOrders, (context) => answerOrders(context, { organizationId: context.organization.id })),
  POST: route(createOrder, async (context) => {
    const order = await placeOrder(context.tx, context.actor, context.organization, readNewOrder(context.body))
    return answerOrder(context, order, { headers: { location: `${context.url.pathname}/${order.id}` } })
  }),
})
