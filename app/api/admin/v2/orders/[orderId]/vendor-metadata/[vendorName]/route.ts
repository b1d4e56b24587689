import { getStoreOrder } from '@/lib/api/admin-v2/find-orders'
import { addStoreMetadata } from '@/lib/api/admin-v2/operations'
import { methods, route } from '@/lib/api/admin-v2/vocabulary'
import { addVendorMetadata } from '@/lib/orders/vendor-metadata'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(addStoreMetadata, async ({ tx, actor, params, body }) => {
    const { order } = await getStoreOrder(tx, actor, params.orderId)
    const { vendor, orderVersion, type, value } = await addVendorMetadata(tx, actor, order, {
      vendor: params.vendorName,
      ...body,
    })
    return { orderId: order.number, orderVersion, vendorName: vendor, metadata: { type, value } }
  }),
})
