import { getStoreOrder } from '@/lib/api/admin-v2/find-orders'
import { retryStoreOrder } from '@/lib/api/admin-v2/operations'
import { retryAct } from '@/lib/api/admin-v2/patch-order'
import { methods, route } from '@/lib/api/admin-v2/vocabulary'
import { AppError } from '@/lib/errors'
import { toDecimal } from '@/lib/money'
import { changeOrder } from '@/lib/orders/change-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(retryStoreOrder, async ({ tx, actor, params }) => {
    const { order: stored, organization } = await getStoreOrder(tx, actor, params.orderId)
    const act = retryAct(stored)
    if (!act) throw new AppError('Conflict', 'There is nothing to retry.')
    const { order } = await changeOrder(tx, actor, stored, 'retry', act)
    return {
      storeId: organization.storeNumber,
      totalPrice: toDecimal(order.totalPrice, order.currency),
      orderId: order.number,
      orderVersion: order.version,
      externalOrderId: order.externalId,
      store: { oasisApiStoreId: organization.storeNumber, aifiUniqueStoreId: organization.slug },
      paymentFailed: order.paymentStatus === 'FAILED',
    }
  }),
})
