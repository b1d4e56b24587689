import { listOrderVersions } from '@/lib/api/primary/order-acts/operations'
import { toParts } from '@/lib/api/primary/order-acts/to-parts'
import { toOrder } from '@/lib/api/primary/orders/to-order'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { toIso } from '@/lib/clock'
import { getOrder } from '@/lib/orders/get-order'
import { readVersions } from '@/lib/orders/read-version'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listOrderVersions, async ({ db, params, query: { $top, before } }) => {
    const order = await getOrder(db, params.orgId, params.orderId)
    const newest = Math.min(order.version, (before ?? order.version + 1) - 1)
    const value = (await readVersions(db, order, newest, $top)).map(({ whole, change }) => ({
      version: whole.order.version,
      operation: change?.operation ?? 'place',
      surface: change?.surface ?? 'command',
      actor: change ? { kind: change.actorKind, id: change.actorId, name: change.actorName } : null,
      at: toIso(change?.at ?? whole.order.createdAt),
      order: toOrder(whole.order),
      ...toParts(whole),
    }))
    return { total: order.version, count: value.length, value }
  }),
})
