import { answerOrder } from '@/lib/api/primary/orders/answer-orders'
import * as operations from '@/lib/api/primary/orders/operations'
import { readOrderPatch } from '@/lib/api/primary/orders/read-order'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteOrder } from '@/lib/orders/delete-order'
import { getReadableOrder } from '@/lib/orders/get-order'
import { updateOrder } from '@/lib/orders/update-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readOrder, async (context) => {
    const { db, actor, params } = context
    return answerOrder(context, await getReadableOrder(db, actor, params.orgId, params.orderId))
  }),
  PATCH: route(operations.patchOrder, async (context) => {
    const { tx, actor, params, body, expected } = context
    const patch = readOrderPatch(body)
    return answerOrder(context, await updateOrder(tx, actor, params.orgId, params.orderId, patch, expected))
  }),
  DELETE: route(operations.deleteOrder, ({ tx, actor, params, expected }) =>
    deleteOrder(tx, actor, params.orgId, params.orderId, expected),
  ),
})
