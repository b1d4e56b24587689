import { listStoreOrders } from '@/lib/api/admin-v2/find-orders'
import { listStoreOrders as operation } from '@/lib/api/admin-v2/operations'
import { methods, route } from '@/lib/api/admin-v2/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operation, ({ db, actor, query }) => listStoreOrders(db, actor, query)),
})
