import { readTransitions } from '@/lib/api/primary/orders/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getReadableOrder } from '@/lib/orders/get-order'
import { transitionsOf } from '@/lib/orders/status'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readTransitions, async ({ db, actor, params }) => {
    const { allowed, blocked } = transitionsOf(await getReadableOrder(db, actor, params.orgId, params.orderId))
    return { total: allowed.length, count: allowed.length, value: allowed, blocked }
  }),
})
