import { sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { inList, jsonText, listValue, unindexed } from '@/db/dialect/query-sql'
import { orders } from '@/db/schema'
import type { CheckedFilter } from '@/lib/query/checked'
import type { ListQuery } from '@/lib/query/list-query'
import { type Condition, listSource } from '@/lib/query/list-source'
import { runApply } from '@/lib/query/run-apply'
import { countList, type Page, runList } from '@/lib/query/run-list'
import { runPrepared } from '@/lib/query/statements'
import { type OrderStatus, orderResource, orderStatuses } from '@/lib/resources/order'
import { listedOrder, orderColumns } from './columns'
import { readOrderCount } from './counters'
import type { Order } from './order'

/** An order as lists have it: everything the Nodeblocks surface shows. */
export type ListedOrder = Pick<Order, keyof typeof listedOrder>

/** The same with its JSON as the text that is stored. */
export type StoredOrder = Omit<ListedOrder, 'lineItems' | 'customFields'> & { lineItems: string; customFields: string }

export const orderSource = listSource({
  resource: orderResource,
  columns: orderColumns,
  select: listedOrder,
  search: { index: 'order_search', number: orders.number, rankBy: [orders.customerName, orders.customerEmail] },
})

const versionSource = listSource({
  resource: orderResource,
  columns: orderColumns,
  select: { id: orders.id, version: orders.version },
  search: orderSource.search,
})

const storedOrder = {
  ...listedOrder,
  lineItems: jsonText(orders.lineItems),
  customFields: jsonText(orders.customFields),
}

/** Whose orders: one organization's, one user's, or everybody's. */
export type OrderScope = { organizationId?: string; userId?: string }

/** The statuses a filter asks for, when it asks for nothing else. */
function statusesOf(filter: CheckedFilter | undefined): OrderStatus[] | undefined {
  if (!filter) return [...orderStatuses]
  if (filter.kind === 'compare' && filter.operator === 'eq' && filter.field.path === 'status') {
    return [filter.value as OrderStatus]
  }
  return filter.kind === 'in' && filter.field.path === 'status' ? (filter.values as OrderStatus[]) : undefined
}

export const scopeOf = ({ organizationId, userId }: OrderScope) =>
  userId
    ? { column: orders.userId, value: userId }
    : organizationId
      ? { column: orders.organizationId, value: organizationId }
      : undefined

/**
 * Suborders are not listed: their master is (spec other-order-apis E.32). Nearly all orders are whole, so the index on
 * masters must not lead here.
 */
export const wholeOrdersOnly: Condition = {
  key: 'whole orders only',
  values: [],
  sql: () => sql`${unindexed(orders.masterOrderId)} is null`,
}

/** The kept counters' answer, where they have one. */
const keptTotal =
  (db: Reader, scope: OrderScope) =>
  ({ filter, search }: ListQuery): Promise<number> | undefined => {
    const statuses = statusesOf(filter)
    return scope.userId || search || !statuses ? undefined : readOrderCount(db, scope.organizationId, statuses)
  }

const within = (db: Reader, scope: OrderScope) => ({
  scope: scopeOf(scope),
  conditions: [wholeOrdersOnly],
  total: keptTotal(db, scope),
})

/** One page of the orders in a scope, with the exact number of all that match. */
export const findOrders = (db: Reader, scope: OrderScope, query: ListQuery): Promise<Page<ListedOrder>> =>
  runList(db, orderSource, query, within(db, scope)) as Promise<Page<ListedOrder>>

const storedSource = listSource({
  resource: orderResource,
  columns: orderColumns,
  select: storedOrder,
  search: orderSource.search,
})

/** The same page, for answers the stored JSON is copied into: reading it only to write it again costs most of a list. */
export const findStoredOrders = (db: Reader, scope: OrderScope, query: ListQuery): Promise<Page<StoredOrder>> =>
  runList(db, storedSource, query, within(db, scope)) as Promise<Page<StoredOrder>>

export type OrderVersion = { id: string; version: number }

/** The same page, as which orders in which version. */
export const findOrderVersions = (db: Reader, scope: OrderScope, query: ListQuery): Promise<Page<OrderVersion>> =>
  runList(db, versionSource, query, within(db, scope)) as Promise<Page<OrderVersion>>

/** Orders by id, in any order, for answers the stored JSON is copied into. Those that are gone are missing. */
export const readStoredOrders = (db: Reader, ids: readonly string[]): Promise<StoredOrder[]> =>
  runPrepared(db, 'stored orders by id', [listValue(ids)], (slot) =>
    db
      .select(storedOrder)
      .from(orders)
      .where(inList(orders.id, slot(0), 'text')),
  ) as Promise<StoredOrder[]>

/** How many orders in a scope match, exactly, without reading any. */
export async function countMatchingOrders(db: Reader, scope: OrderScope, query: ListQuery): Promise<number> {
  const kept = await keptTotal(db, scope)(query)
  return kept ?? countList(db, orderSource, query, { scope: scopeOf(scope), conditions: [wholeOrdersOnly] })
}

type AppliedOrders =
  | { kind: 'rows'; page: Page<ListedOrder> }
  | { kind: 'groups'; page: Page<{ values: Record<string, unknown>; top?: ListedOrder[] }> }

/** What `$apply` makes of the orders in a scope: groups, or ordinary rows (spec nodeblocks 5.6). */
export async function findAppliedOrders(db: Reader, scope: OrderScope, query: ListQuery): Promise<AppliedOrders> {
  const applied = await runApply(db, orderSource, query, { scope: scopeOf(scope), conditions: [wholeOrdersOnly] })
  return applied as AppliedOrders
}
