import { getOwnOrder } from '@/lib/api/tenant/find-orders'
import { readTransitions, writeTransition } from '@/lib/api/tenant/operations'
import { tenantWords } from '@/lib/api/tenant/status'
import { methods, route } from '@/lib/api/tenant/vocabulary'
import { customerTransitions, transition } from '@/lib/api/tenant/write-status'
import { badArgument } from '@/lib/errors'
import { addOrderNote } from '@/lib/orders/add-order-note'
import { changeOrder } from '@/lib/orders/change-order'
import { wordOf } from '@/lib/orders/projection'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readTransitions, async (context) => {
    const order = await getOwnOrder(context, context.params.orderId)
    return customerTransitions(wordOf(tenantWords, order)).map((status) => ({ status }))
  }),
  POST: route(writeTransition, async (context) => {
    const { tx, actor, body } = context
    const found = await getOwnOrder(context, context.params.orderId)
    if (!body) {
      throw badArgument('RequestBody', 'The body is missing.', [
        { code: 'NullValue', target: 'status', message: 'This is required.' },
      ])
    }
    const { order } = await changeOrder(tx, actor, found, 'cancel', transition(body.status))
    if (body.comment) await addOrderNote(tx, actor, order, body.comment)
  }),
})
