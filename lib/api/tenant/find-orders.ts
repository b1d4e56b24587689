import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { Reader } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { findHeldRestrictions, isAssigned } from '@/lib/customers/find-assignments'
import { badArgument, forbidden, notFound } from '@/lib/errors'
import { reply } from '@/lib/http/reply'
import { findCoreOrders, orderCoreSource } from '@/lib/orders/find-core-orders'
import type { Order } from '@/lib/orders/order'
import { findByPublicNumber } from '@/lib/orders/public-number'
import { readSplitNumbers } from '@/lib/orders/split-numbers'
import { readWholeOrders, type WholeOrder } from '@/lib/orders/whole-order'
import type { Organization } from '@/lib/organizations/organization'
import { and, filtersFor, or } from '@/lib/query/build'
import type { CheckedFilter } from '@/lib/query/checked'
import type { SortKey } from '@/lib/query/order-by'
import { orderCoreResource } from '@/lib/resources/order-core'
import { parseFields, pick } from './fields'
import { checkClauses } from './q/check'
import { holdsFor } from './q/evaluate'
import { parseQ } from './q/parse'
import { splitClauses, statusFilter } from './q/to-filter'
import type { TenantOrder, tenantListQuery } from './schemas'
import { parseSort, sortOrders, toSortKeys } from './sort'
import { tenantWords } from './status'
import type { TenantContext } from './to-order'

const core = filtersFor(orderCoreResource)
const source = orderCoreSource(tenantWords)

/** How many orders a question may have to look at when the store cannot decide it alone. */
const mostExamined = 10_000
const batch = 200

type Render = (whole: WholeOrder, context: TenantContext) => TenantOrder

/** What every handler of this contract has. */
export type Asking = { db: Reader; actor: Actor; organization: Organization; url: URL }

const schemaUrl = (url: URL) => `${url.origin}/api/openapi/order-v2.json#/components/schemas/CoreMixin`

/** Orders as answers. */
export async function render({ db, organization, url }: Asking, orders: readonly Order[], toJson: Render) {
  const splits = await readSplitNumbers(db, orders)
  const wholes = await readWholeOrders(db, orders)
  return wholes.map((whole) =>
    toJson(whole, { organization, split: splits.get(whole.order.id), coreSchemaUrl: schemaUrl(url) }),
  )
}

/** Orders without a label, and those whose label the caller holds (spec other-order-apis C.3). */
const withRestrictions = (held: readonly string[]): CheckedFilter =>
  or(core.isNull('restriction'), held.length > 0 ? core.in('restriction', held) : undefined)

/** Whose orders are listed: the caller's own, or those of a legal entity. */
export const ownOrders = (actor: Actor): CheckedFilter => core.eq('userId', actor.userId!)
export const ordersOf = (legalEntityId: string): CheckedFilter => core.eq('legalEntityId', legalEntityId)

type Query = { [K in keyof typeof tenantListQuery]: z.output<(typeof tenantListQuery)[K]> }

/** A page of orders with `X-Total-Count` (spec other-order-apis C.2, C.5, C.6). */
export async function listTenantOrders(asking: Asking, whose: CheckedFilter, query: Query, toJson: Render) {
  const { db, actor, organization } = asking
  const clauses = splitClauses(checkClauses(parseQ(query.q ?? '')))
  const terms = query.sort ? parseSort(query.sort) : []
  const wanted = parseFields(query.fields)
  const given = <T>(value: T | undefined, filter: (value: T) => CheckedFilter) =>
    value === undefined ? undefined : filter(value)
  const filter = and(
    whose,
    withRestrictions(await findHeldRestrictions(db, organization.id, actor.userId!)),
    given(query.status, (word) => statusFilter([word])),
    given(query.legalEntityId, (id) => core.eq('legalEntityId', id)),
    given(query.siteCode, (code) => core.eq('siteCode', code)),
    clauses.filter,
  )
  const find = (sort: SortKey[], limit: number, offset: number, total?: number) =>
    findCoreOrders(db, source, { organizationId: organization.id, filter, sort, limit, offset, total })
  const offset = (query.pageNumber - 1) * query.pageSize
  const sort = toSortKeys(terms)

  let page: TenantOrder[]
  let total: number
  if (sort && clauses.rest.length === 0) {
    const found = await find(sort, query.pageSize, offset)
    page = await render(asking, found.rows, toJson)
    total = found.total
  } else {
    const matches: TenantOrder[] = []
    const byNumber: SortKey[] = [{ path: 'number', direction: 'asc' }]
    for (let from = 0, all = Number.POSITIVE_INFINITY; from < all; from += batch) {
      const found = await find(byNumber, batch, from, from === 0 ? undefined : all)
      all = found.total
      if (all > mostExamined) throw tooMany(all)
      const rendered = await render(asking, found.rows, toJson)
      matches.push(...rendered.filter((order) => clauses.rest.every((clause) => holdsFor(clause, order))))
      // Other requests get their turn between batches.
      await setImmediate()
    }
    page = sortOrders(matches, terms).slice(offset, offset + query.pageSize)
    total = matches.length
  }
  const body = page.map((order) => pick(order, wanted))
  return reply({ body, headers: { 'X-Total-Count': String(total) } })
}

const tooMany = (total: number) =>
  badArgument('RequestQuery', `That would have to look at ${total} orders, more than ${mostExamined}.`, [
    { code: 'OutOfRange', target: 'q', message: 'Narrow it down, for example by status or created.' },
  ])

async function requireLabel({ db, actor, organization }: Asking, { restriction }: Order): Promise<void> {
  if (restriction === null) return
  const held = await findHeldRestrictions(db, organization.id, actor.userId!)
  if (!held.includes(restriction)) throw forbidden('You may not see this order.')
}

/** One of the caller's orders. @throws AppError NotFound, Forbidden for somebody else's (E.23) */
export async function getOwnOrder(asking: Asking, orderId: string): Promise<Order> {
  const { db, actor, organization } = asking
  const order = await findByPublicNumber(db, organization.id, 'EON', orderId)
  if (!order) throw notFound('Order')
  if (order.userId !== actor.userId) throw forbidden('You may not see this order.')
  await requireLabel(asking, order)
  return order
}

/** @throws AppError Forbidden when the caller is not assigned to the legal entity (E.23) */
export async function requireAssigned({ db, actor, organization }: Asking, legalEntityId: string): Promise<void> {
  if (await isAssigned(db, organization.id, legalEntityId, actor.userId!)) return
  throw forbidden(`You are not assigned to the legal entity ${legalEntityId}.`)
}

/** An order of a legal entity. @throws AppError NotFound outside of it, Forbidden (E.23) */
export async function getEntityOrder(asking: Asking, legalEntityId: string, orderId: string): Promise<Order> {
  await requireAssigned(asking, legalEntityId)
  const { db, organization } = asking
  const order = await findByPublicNumber(db, organization.id, 'EON', orderId)
  if (!order || order.legalEntityId !== legalEntityId) throw notFound('Order')
  await requireLabel(asking, order)
  return order
}
