import { answerOrders } from '@/lib/api/primary/orders/answer-orders'
import { listUserOrders } from '@/lib/api/primary/orders/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getUser } from '@/lib/users/find-user'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listUserOrders, async (context) => {
    const { id } = await getUser(context.db, context.params.userId)
    return answerOrders(context, { userId: id })
  }),
})
