import { readOrderParts } from '@/lib/api/primary/order-acts/operations'
import { toOrderParts } from '@/lib/api/primary/order-acts/to-parts'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { versioned } from '@/lib/http/reply'
import { getOrder } from '@/lib/orders/get-order'
import { readWholeOrder } from '@/lib/orders/whole-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readOrderParts, async ({ db, params }) => {
    const order = await getOrder(db, params.orgId, params.orderId)
    return versioned(toOrderParts(await readWholeOrder(db, order)), order.version)
  }),
})
