import { readReview, requireContest } from '@/lib/api/admin-v2/contests'
import { getStoreOrder } from '@/lib/api/admin-v2/find-orders'
import { readContest, reviewContest } from '@/lib/api/admin-v2/operations'
import { toContest } from '@/lib/api/admin-v2/to-order'
import { methods, route } from '@/lib/api/admin-v2/vocabulary'
import { changeOrder } from '@/lib/orders/change-order'
import { reviewOrder } from '@/lib/orders/dispute'
import { readWholeOrder } from '@/lib/orders/whole-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readContest, async ({ db, actor, params }) => {
    const { order } = await getStoreOrder(db, actor, params.orderId)
    const whole = await readWholeOrder(db, order)
    return toContest(requireContest(whole), whole)
  }),
  PATCH: route(reviewContest, async ({ tx, actor, params, body }) => {
    const { order } = await getStoreOrder(tx, actor, params.orderId)
    const stored = await readWholeOrder(tx, order)
    requireContest(stored)
    const { lines, total } = readReview(stored, body)
    const whole = await changeOrder(tx, actor, order, 'review', reviewOrder(lines, total))
    return toContest(requireContest(whole), whole)
  }),
})
