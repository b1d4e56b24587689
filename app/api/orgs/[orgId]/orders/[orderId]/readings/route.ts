import { readOrderReadings } from '@/lib/api/primary/order-acts/operations'
import { toReadings } from '@/lib/api/primary/order-acts/to-readings'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getOrder } from '@/lib/orders/get-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readOrderReadings, async ({ db, params, organization, url }) => {
    const order = await getOrder(db, params.orgId, params.orderId)
    return toReadings(order, organization, `${url.origin}/api`)
  }),
})
