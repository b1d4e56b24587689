import { recallCustomers as operation } from '@/lib/api/primary/customers-recall/operations'
import { toRecalled } from '@/lib/api/primary/customers-recall/to-recalled'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { recallCustomers } from '@/lib/orders/recall-customers'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operation, async ({ db, organization, query }) => {
    const value = await recallCustomers(db, organization.id, query.q)
    return { total: value.length, count: value.length, value: value.map(toRecalled) }
  }),
})
