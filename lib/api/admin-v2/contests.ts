import type { z } from 'zod'
import type { Reader } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { toIso } from '@/lib/clock'
import { notFound } from '@/lib/errors'
import { parseDecimal, toDecimal } from '@/lib/money'
import { standingContest } from '@/lib/orders/dispute'
import { findContests } from '@/lib/orders/find-contests'
import type { OrderLine } from '@/lib/orders/order'
import { wordOf } from '@/lib/orders/projection'
import { type Contest, readWholeOrders, standingLines, type WholeOrder } from '@/lib/orders/whole-order'
import { readOrganizations } from '@/lib/organizations/find-organizations'
import { toPagination } from './find-orders'
import { invalid, joiError } from './joi'
import type { contestListQuery } from './query-schemas'
import type { newContestSchema, reviewSchema } from './schemas'
import { storeWords } from './status'
import { toContest } from './to-order'
import { administered } from './vocabulary'

type Query = { [K in keyof typeof contestListQuery]: z.output<(typeof contestListQuery)[K]> }

const statuses = { contested: 'CONTESTED', reviewed: 'REVIEWED' } as const satisfies Record<string, Contest['status']>

/** A page of contests of the organizations an actor administers (spec other-order-apis A.6). */
export async function listContests(db: Reader, actor: Actor, query: Query) {
  const { page, pageSize, status, orderId, storeId, startTime, endTime, ...bounds } = query
  const { rows, total } = await findContests(db, {
    ...bounds,
    organizationIds: administered(actor),
    status: status && statuses[status],
    orderNumber: orderId,
    storeNumber: storeId,
    from: startTime,
    before: endTime,
    limit: pageSize,
    offset: page * pageSize,
  })
  const orders = rows.map(({ order }) => order)
  const wholes = await readWholeOrders(db, orders)
  const organizations = await readOrganizations(
    db,
    orders.map(({ organizationId }) => organizationId),
  )
  return {
    contestedOrders: rows.map(({ contest, order }, i) => ({
      ...toContest(contest, wholes[i]!),
      order: {
        id: order.number,
        version: order.version,
        status: wordOf(storeWords, order),
        externalId: order.externalId,
        customerId: String(order.customerId ?? 0),
        storeId: organizations.get(order.organizationId)!.storeNumber,
        totalPrice: toDecimal(order.totalPrice, order.currency),
        createdAt: toIso(order.createdAt),
        updatedAt: toIso(order.updatedAt),
        customerShoppingSessionId: null,
      },
    })),
    pagination: toPagination(page, pageSize, total),
  }
}

/** The contest of an order that still stands. @throws AppError NotFound */
export function requireContest(whole: WholeOrder): Contest {
  const contest = standingContest(whole)
  if (!contest) throw notFound('Contest')
  return contest
}

const isProduct = (line: OrderLine, productId: string | number) =>
  String(line.productNumber) === String(productId) || line.productId === String(productId)

type Named = { id?: number; productId?: string | number; quantity: number }

/** Which lines are meant, by line id or product. @throws AppError BadArgument that becomes the 422 object */
function linesOf(whole: WholeOrder, items: readonly Named[]): { lineId: number; quantity: number }[] {
  return items.map(({ id, productId, quantity }, i) => {
    const line = standingLines(whole).find((line) =>
      id !== undefined ? line.id === id : productId !== undefined && isProduct(line, productId),
    )
    if (line) return { lineId: line.id, quantity }
    const key = `items.${i}.${id !== undefined ? 'id' : 'productId'}`
    throw invalid('RequestBody', [joiError(key, 'any.only', 'must be one of the order’s lines')])
  })
}

/** Theirs to ours: the body of A10. */
export const readContestItems = (whole: WholeOrder, { items = [] }: z.output<typeof newContestSchema>) =>
  linesOf(
    whole,
    items.map(({ productId, contestedQuantity }) => ({ productId, quantity: contestedQuantity })),
  )

/** Theirs to ours: the body of A9; the total in minor units. */
export function readReview(whole: WholeOrder, { items, reviewedTotalPrice }: z.output<typeof reviewSchema>) {
  const total = reviewedTotalPrice == null ? null : parseDecimal(reviewedTotalPrice, whole.order.currency)
  if (total === undefined) {
    const says = `must be a price in ${whole.order.currency} with no more decimals than it has`
    throw invalid('RequestBody', [joiError('reviewedTotalPrice', 'number.precision', says)])
  }
  const lines = linesOf(
    whole,
    items.map(({ id, productId, reviewedQuantity }) => ({ id, productId, quantity: reviewedQuantity })),
  )
  return { lines, total }
}
