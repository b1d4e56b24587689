import { countOrdersByProduct as operation } from '@/lib/api/primary/orders/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { countOrdersByProduct } from '@/lib/orders/count-orders-by-product'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operation, async ({ db, organization, query }) => {
    const counts = await countOrdersByProduct(db, organization.id, query.productIds)
    return counts.map((entry) => ({ organization: organization.id, ...entry }))
  }),
})
