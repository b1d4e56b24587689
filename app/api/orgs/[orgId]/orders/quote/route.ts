import { quoteOrder as operation } from '@/lib/api/primary/customers-recall/operations'
import { toQuote } from '@/lib/api/primary/customers-recall/to-recalled'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { quoteOrder } from '@/lib/orders/quote-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async ({ db, actor, organization, body }) =>
    toQuote(await quoteOrder(db, actor, organization, body)),
  ),
})
