import { listContests, readContestItems, requireContest } from '@/lib/api/admin-v2/contests'
import { getStoreOrder } from '@/lib/api/admin-v2/find-orders'
import { listContests as listOperation, openContest } from '@/lib/api/admin-v2/operations'
import { toContest } from '@/lib/api/admin-v2/to-order'
import { methods, route } from '@/lib/api/admin-v2/vocabulary'
import { openContest as openOrderContest } from '@/lib/orders/open-contest'
import { readWholeOrder } from '@/lib/orders/whole-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listOperation, ({ db, actor, query }) => listContests(db, actor, query)),
  POST: route(openContest, async ({ tx, actor, body }) => {
    const { order } = await getStoreOrder(tx, actor, body.orderId)
    const items = readContestItems(await readWholeOrder(tx, order), body)
    const whole = await openOrderContest(tx, actor, order, { message: body.message, items, fromOperator: false })
    return toContest(requireContest(whole), whole)
  }),
})
