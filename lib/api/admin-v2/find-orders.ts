import type { z } from 'zod'
import type { Reader } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { canManage } from '@/lib/auth/actor'
import { notFound } from '@/lib/errors'
import { currencyExponent } from '@/lib/money'
import { findCoreOrders, orderCoreSource } from '@/lib/orders/find-core-orders'
import type { Order } from '@/lib/orders/order'
import { ordersCalled } from '@/lib/orders/projection'
import { findOrderByNumber } from '@/lib/orders/public-number'
import { readVendorMetadata } from '@/lib/orders/vendor-metadata'
import { readWholeOrder, readWholeOrders, type WholeOrder } from '@/lib/orders/whole-order'
import { readOrganizations } from '@/lib/organizations/find-organizations'
import type { Organization } from '@/lib/organizations/organization'
import { and, filtersFor, nothing, or } from '@/lib/query/build'
import type { CheckedFilter } from '@/lib/query/checked'
import { orderCoreResource } from '@/lib/resources/order-core'
import { invalid, joiError } from './joi'
import type { storeListQuery } from './query-schemas'
import { storeWords } from './status'
import { toStoreOrder } from './to-order'
import { administered } from './vocabulary'

const core = filtersFor(orderCoreResource)
const source = orderCoreSource(storeWords)

/**
 * An order by its integer, with the organization it belongs to. One the caller does not administer is as good as
 * absent (decision 55).
 * @throws AppError NotFound
 */
export async function getStoreOrder(
  db: Reader,
  actor: Actor,
  orderId: string | number,
): Promise<{ order: Order; organization: Organization }> {
  const order = await findOrderByNumber(db, Number(orderId))
  if (!order || !canManage(actor, order.organizationId)) throw notFound('Order')
  const organizations = await readOrganizations(db, [order.organizationId])
  return { order, organization: organizations.get(order.organizationId)! }
}

/** One order as an answer. */
export async function answerStoreOrder(db: Reader, whole: WholeOrder, organization: Organization) {
  const metadata = await readVendorMetadata(db, [whole.order])
  return toStoreOrder(whole, {
    storeId: organization.storeNumber,
    vendorMetadata: metadata.get(whole.order.id) ?? [],
    isLatest: true,
    withProducts: true,
    withContest: false,
  })
}

export const readStoreOrder = async (db: Reader, order: Order, organization: Organization) =>
  answerStoreOrder(db, await readWholeOrder(db, order), organization)

/** `{previous, next}` of a page counted from 0 (spec other-order-apis A.4). */
export function toPagination(page: number, pageSize: number, total: number) {
  const offset = page * pageSize
  const following = offset + pageSize
  return {
    previous: page > 0 ? { offset: offset - pageSize, count: pageSize } : null,
    next: following < total ? { offset: following, count: Math.min(pageSize, total - following) } : null,
  }
}

type Query = { [K in keyof typeof storeListQuery]: z.output<(typeof storeListQuery)[K]> }

/** A decimal in minor units, rounded inward when the currency has fewer digits than it. */
function scaled(decimal: string, currency: string, bound: 'min' | 'max'): number {
  const exponent = currencyExponent(currency)
  const [whole = '', fraction = ''] = decimal.split('.')
  const kept = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'))
  return bound === 'min' && /[1-9]/.test(fraction.slice(exponent)) ? kept + 1 : kept
}

function priceFilter(query: Query, currencies: readonly string[]): CheckedFilter | undefined {
  const { minTotalPrice: min, maxTotalPrice: max } = query
  if (min === undefined && max === undefined) return undefined
  return or(
    ...currencies.map((currency) =>
      and(
        core.eq('currency', currency),
        min === undefined ? undefined : core.ge('totalPrice', scaled(min, currency, 'min')),
        max === undefined ? undefined : core.le('totalPrice', scaled(max, currency, 'max')),
      ),
    ),
  )
}

/** Our own users and customers with a reference are customers; guests are unknown; nobody is anything else. */
function roleFilter(roles: Query['customerRole']): CheckedFilter | undefined {
  if (!roles) return undefined
  const known = or(core.isPresent('userId'), core.isPresent('customerReference'))
  return or(roles.includes('customer') ? known : undefined, roles.includes('unknown') ? core.not(known) : undefined)
}

const date = (at: number) => new Date(at)

/** Theirs to ours: the list parameters of A2. No payment instrument and no store session is kept here, so none matches. */
export function readStoreFilter(query: Query, organizations: readonly Organization[]): CheckedFilter {
  if (query.customerPaymentInstrumentExpDate !== undefined && query.customerPaymentInstrumentLast4 === undefined) {
    throw invalid('RequestQuery', [joiError('customerPaymentInstrumentLast4', 'any.required', 'is required')])
  }
  const given = <T>(value: T | undefined, filter: (value: T) => CheckedFilter) =>
    value === undefined ? undefined : filter(value)
  const store = organizations.find(({ storeNumber }) => storeNumber === query.storeId)
  return and(
    core.isNull('masterOrderId'),
    given(query.id, (number) => core.eq('number', number)),
    given(query.storeId, () => (store ? core.eq('organization', store.id) : nothing)),
    given(query.status, (words) => ordersCalled(storeWords, words)),
    given(query.externalStatus, (words) => core.in('externalStatus', words)),
    roleFilter(query.customerRole),
    given(query.sessionId, () => nothing),
    given(query.externalId, (ids) => core.in('externalId', ids)),
    given(query.customerId, (id) => core.eq('customerId', id)),
    given(query.paymentTransactionId, (id) => core.eq('paymentTransactionId', id)),
    given(query.minCreatedAt, (at) => core.ge('createdAt', date(at))),
    given(query.maxCreatedAt, (at) => core.le('createdAt', date(at))),
    given(query.minUpdatedAt, (at) => core.ge('updatedAt', date(at))),
    given(query.maxUpdatedAt, (at) => core.le('updatedAt', date(at))),
    given(query.minDraftCreatedAt, (at) => core.ge('createdAt', date(at))),
    given(query.maxDraftCreatedAt, (at) => core.le('createdAt', date(at))),
    given(query.startTime, (at) => core.ge('createdAt', date(at))),
    given(query.endTime, (at) => core.lt('createdAt', date(at))),
    priceFilter(query, [...new Set(organizations.map(({ currency }) => currency))]),
    given(query.minTotalProductQuantity, (count) => core.ge('totalQuantity', count)),
    given(query.maxTotalProductQuantity, (count) => core.le('totalQuantity', count)),
    given(query.customerPaymentInstrumentBin, () => nothing),
    given(query.customerPaymentInstrumentLast4, () => nothing),
  )
}

const sortPaths: Record<Query['orderBy'], string> = {
  id: 'number',
  storeId: 'storeNumber',
  totalPrice: 'totalPrice',
  draftCreatedAt: 'createdAt',
}

/** A page of the orders an actor administers (spec other-order-apis A.4). */
export async function listStoreOrders(db: Reader, actor: Actor, query: Query) {
  const ids = administered(actor)
  const organizations = await readOrganizations(db, ids)
  const { page, pageSize, orderBy, direction, includeProducts, includeContest } = query
  const path = sortPaths[orderBy]
  const [only] = ids ?? []
  const single = ids?.length === 1
  const { rows, total } = await findCoreOrders(db, source, {
    organizationId: single ? only : undefined,
    filter: and(
      ids && !single ? core.in('organization', ids) : undefined,
      readStoreFilter(query, [...organizations.values()]),
    ),
    sort:
      path === 'number'
        ? [{ path, direction }]
        : [
            { path, direction },
            { path: 'number', direction },
          ],
    limit: pageSize,
    offset: page * pageSize,
  })
  const wholes = await readWholeOrders(db, rows)
  const metadata = await readVendorMetadata(db, rows)
  return {
    data: wholes.map((whole) =>
      toStoreOrder(whole, {
        storeId: organizations.get(whole.order.organizationId)!.storeNumber,
        vendorMetadata: metadata.get(whole.order.id) ?? [],
        isLatest: true,
        withProducts: includeProducts,
        withContest: includeContest,
      }),
    ),
    pagination: toPagination(page, pageSize, total),
  }
}
