import { listTenantOrders, ownOrders } from '@/lib/api/tenant/find-orders'
import { listTenantOrders as operation } from '@/lib/api/tenant/operations'
import { toTenantOrder } from '@/lib/api/tenant/to-order'
import { methods, route } from '@/lib/api/tenant/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operation, (context) => listTenantOrders(context, ownOrders(context.actor), context.query, toTenantOrder)),
})
