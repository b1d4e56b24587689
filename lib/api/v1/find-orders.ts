import type { Reader } from '@/db'
import { AppError } from '@/lib/errors'
import { readOrderCount } from '@/lib/orders/counters'
import { findCoreOrders, orderCoreSource } from '@/lib/orders/find-core-orders'
import type { Order } from '@/lib/orders/order'
import { ordersCalled } from '@/lib/orders/projection'
import { findByPublicNumber } from '@/lib/orders/public-number'
import { readLines } from '@/lib/orders/whole-order'
import type { Organization } from '@/lib/organizations/organization'
import { and, filtersFor } from '@/lib/query/build'
import { orderCoreResource } from '@/lib/resources/order-core'
import type { genericSorts } from './schemas'
import { type GenericStatus, genericWords } from './status'
import { toGenericOrder } from './to-order'

const core = filtersFor(orderCoreResource)
const source = orderCoreSource(genericWords)

/** What each `sortBy` sorts by. */
const sortPaths: Record<(typeof genericSorts)[number], string> = {
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
  totalAmount: 'totalPrice',
  status: 'word',
  orderId: 'number',
  customerId: 'customerCode',
}

export type GenericList = {
  status?: GenericStatus
  limit: number
  offset: number
  sortBy: (typeof genericSorts)[number]
  sortOrder: 'asc' | 'desc'
}

/** A page of an organization's orders (spec other-order-apis B.2); the parts of split orders are not listed. */
export async function listOrders(db: Reader, organization: Organization, query: GenericList) {
  const { status, limit, offset, sortBy, sortOrder: direction } = query
  const path = sortPaths[sortBy]
  const { rows, total } = await findCoreOrders(db, source, {
    organizationId: organization.id,
    filter: and(core.isNull('masterOrderId'), status && ordersCalled(genericWords, [status])),
    sort:
      path === 'number'
        ? [{ path, direction }]
        : [
            { path, direction },
            { path: 'number', direction },
          ],
    limit,
    offset,
    // The kept counters leave the parts of split orders out, as this list does.
    total: status === undefined ? await readOrderCount(db, organization.id) : undefined,
  })
  const lines = await readLines(db, rows)
  return {
    data: rows.map((order) => toGenericOrder(order, lines.get(order.id) ?? [], false)),
    pagination: {
      total,
      limit,
      offset,
      nextOffset: offset + limit < total ? offset + limit : null,
      prevOffset: offset > 0 ? Math.max(0, offset - limit) : null,
    },
  }
}

/** @throws AppError NotFound in the contract's own words */
export async function getGenericOrder(db: Reader, organization: Organization, orderId: string): Promise<Order> {
  const order = await findByPublicNumber(db, organization.id, 'ORD', orderId)
  if (order) return order
  throw new AppError('NotFound', `Order with ID ${orderId} not found.`, { target: 'Order' })
}
