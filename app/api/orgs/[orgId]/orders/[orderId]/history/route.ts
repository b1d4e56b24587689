import { readOrderHistory } from '@/lib/api/primary/orders/operations'
import { toChange } from '@/lib/api/primary/to-change'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { countChanges, findChanges } from '@/lib/history/find-changes'
import { getOrder } from '@/lib/orders/get-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readOrderHistory, async ({ db, params, query }) => {
    const { id } = await getOrder(db, params.orgId, params.orderId)
    const value = await findChanges(db, 'order', id, query.$top, query.before)
    return { total: await countChanges(db, 'order', id), count: value.length, value: value.map(toChange) }
  }),
})
