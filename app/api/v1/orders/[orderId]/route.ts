import { getGenericOrder } from '@/lib/api/v1/find-orders'
import { cancelGenericOrder, readGenericOrder, updateGenericOrder } from '@/lib/api/v1/operations'
import { toGenericOrder } from '@/lib/api/v1/to-order'
import { cancelAct, updateAct, verbOf } from '@/lib/api/v1/update-order'
import { methods, route } from '@/lib/api/v1/vocabulary'
import { requireVersion } from '@/lib/expected-version'
import { versioned } from '@/lib/http/reply'
import { changeOrder } from '@/lib/orders/change-order'
import { readWholeOrder } from '@/lib/orders/whole-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readGenericOrder, async ({ db, organization, params }) => {
    const { order, lines } = await readWholeOrder(db, await getGenericOrder(db, organization, params.orderId))
    return versioned(toGenericOrder(order, lines, true), order.version)
  }),
  PUT: route(updateGenericOrder, async ({ tx, actor, organization, params, body, expected }) => {
    const found = await getGenericOrder(tx, organization, params.orderId)
    requireVersion('The order', found.version, expected)
    const { order, lines } = await changeOrder(tx, actor, found, verbOf(body), updateAct(body))
    return versioned(toGenericOrder(order, lines, true), order.version)
  }),
  DELETE: route(cancelGenericOrder, async ({ tx, actor, organization, params, expected }) => {
    const order = await getGenericOrder(tx, organization, params.orderId)
    requireVersion('The order', order.version, expected)
    await changeOrder(tx, actor, order, 'cancel', cancelAct)
  }),
})
