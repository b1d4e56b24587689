import { answerStoreOrder, getStoreOrder, readStoreOrder } from '@/lib/api/admin-v2/find-orders'
import { patchStoreOrder, readStoreOrder as readOperation } from '@/lib/api/admin-v2/operations'
import { patchAct, suppliesFor, verbOf } from '@/lib/api/admin-v2/patch-order'
import { methods, route } from '@/lib/api/admin-v2/vocabulary'
import { requireVersion } from '@/lib/expected-version'
import { versioned } from '@/lib/http/reply'
import { changeOrder } from '@/lib/orders/change-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readOperation, async ({ db, actor, params }) => {
    const { order, organization } = await getStoreOrder(db, actor, params.orderId)
    return versioned(await readStoreOrder(db, order, organization), order.version)
  }),
  PATCH: route(patchStoreOrder, async ({ tx, actor, params, body, expected }) => {
    const { order, organization } = await getStoreOrder(tx, actor, params.orderId)
    requireVersion('The order', order.version, expected)
    const act = patchAct(body, await suppliesFor(tx, order, body))
    const whole = await changeOrder(tx, actor, order, verbOf(body), act)
    return versioned(await answerStoreOrder(tx, whole, organization), whole.order.version)
  }),
})
