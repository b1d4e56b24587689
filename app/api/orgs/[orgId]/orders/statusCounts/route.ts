import { countOrdersByStatus } from '@/lib/api/primary/orders/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { readStatusCounts } from '@/lib/orders/counters'
import { orderStatuses } from '@/lib/resources/order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(countOrdersByStatus, async ({ db, organization }) => {
    const counts = await readStatusCounts(db, organization.id)
    const value = orderStatuses.map((status) => ({ status, count: counts.get(status) ?? 0 }))
    return { total: value.length, count: value.length, value }
  }),
})
