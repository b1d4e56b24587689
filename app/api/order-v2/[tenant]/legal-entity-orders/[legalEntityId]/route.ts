import { listTenantOrders, ordersOf, requireAssigned } from '@/lib/api/tenant/find-orders'
import { listSalesOrders } from '@/lib/api/tenant/operations'
import { toSalesOrder } from '@/lib/api/tenant/to-order'
import { methods, route } from '@/lib/api/tenant/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listSalesOrders, async (context) => {
    const { params, query } = context
    await requireAssigned(context, params.legalEntityId)
    return listTenantOrders(context, ordersOf(params.legalEntityId), query, toSalesOrder)
  }),
})
