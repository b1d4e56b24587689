import { getStoreOrder, toPagination } from '@/lib/api/admin-v2/find-orders'
import { listStoreVersions } from '@/lib/api/admin-v2/operations'
import { toStoreOrder } from '@/lib/api/admin-v2/to-order'
import { methods, route } from '@/lib/api/admin-v2/vocabulary'
import { readVersions } from '@/lib/orders/read-version'
import { readVendorMetadata } from '@/lib/orders/vendor-metadata'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listStoreVersions, async ({ db, actor, params, query: { page, pageSize } }) => {
    const { order, organization } = await getStoreOrder(db, actor, params.orderId)
    const versions = await readVersions(db, order, order.version - page * pageSize, pageSize)
    const metadata = await readVendorMetadata(db, [order])
    const data = versions.map(({ whole }) =>
      toStoreOrder(whole, {
        storeId: organization.storeNumber,
        vendorMetadata: metadata.get(order.id) ?? [],
        isLatest: whole.order.version === order.version,
        withProducts: true,
        withContest: false,
      }),
    )
    return { data, pagination: toPagination(page, pageSize, order.version) }
  }),
})
