import { answerOrders } from '@/lib/api/primary/orders/answer-orders'
import { listOrders } from '@/lib/api/primary/orders/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listOrders, (context) => answerOrders(context, {})),
})
