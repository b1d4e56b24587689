import type { Reader } from '@/db'
import { answerApplied } from '@/lib/api/primary/answer-applied'
import { expandLoaders } from '@/lib/api/primary/expand-loaders'
import type { Actor } from '@/lib/auth/actor'
import { listEnvelope, listEnvelopeText, type PageToken } from '@/lib/http/read-query'
import { type Reply, reply, versioned } from '@/lib/http/reply'
import {
  findAppliedOrders,
  findOrders,
  findOrderVersions,
  findStoredOrders,
  type OrderScope,
} from '@/lib/orders/find-orders'
import type { Order } from '@/lib/orders/order'
import { applyExpand } from '@/lib/query/apply-expand'
import type { ExpandTree } from '@/lib/query/expand'
import type { ListQuery } from '@/lib/query/list-query'
import { orderTexts } from './order-texts'
import { toOrder, toOrderText } from './to-order'

type Asking = { db: Reader; actor: Actor; expand: ExpandTree }

/** One order with its `ETag` and what `$expand` asks for. */
export async function answerOrder({ db, actor, expand }: Asking, order: Order, parts: Reply = {}): Promise<Reply> {
  const body = toOrder(order)
  await applyExpand([body], expand, expandLoaders(db, actor))
  return versioned(body, order.version, parts)
}

type AskingList = { db: Reader; actor: Actor; list: ListQuery; pageToken: PageToken; url: URL }

/** A page of the orders in a scope: O2, O3 and O4 differ in nothing else. */
export async function answerOrders(context: AskingList, scope: OrderScope) {
  const { db, actor, list } = context
  if (list.apply) return answerApplied(context, await findAppliedOrders(db, scope, list), toOrder)
  if (list.expand.length === 0) {
    const page = await findOrderVersions(db, scope, list)
    const texts = await orderTexts(db, page.rows)
    if (texts) return reply({ json: listEnvelopeText(context, page, texts) })
    // Somebody was quicker: read at once, each order still is what was asked for.
    const anew = await findStoredOrders(db, scope, list)
    return reply({ json: listEnvelopeText(context, anew, anew.rows.map(toOrderText)) })
  }
  const page = await findOrders(db, scope, list)
  const value = page.rows.map(toOrder)
  await applyExpand(value, list.expand, expandLoaders(db, actor))
  return listEnvelope(context, page, value)
}
