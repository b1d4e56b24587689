import { and, count, desc, eq, gte, inArray, isNull, lt, lte } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orderContests, orders, organizations } from '@/db/schema'
import { asOrder, type Order } from './order'
import type { Contest } from './whole-order'

/** Which contests; absent means any. Times are ms UTC, inclusive but for `before`. */
export type ContestQuery = {
  /** Absent: of every organization. */
  organizationIds?: readonly string[]
  status?: Contest['status']
  orderNumber?: number
  storeNumber?: number
  from?: number
  before?: number
  minCreatedAt?: number
  maxCreatedAt?: number
  minUpdatedAt?: number
  maxUpdatedAt?: number
  limit: number
  offset: number
}

export type ContestedOrder = { contest: Contest; order: Order }

/** Contests that still stand, newest first, each with its order. */
export async function findContests(
  db: Reader,
  query: ContestQuery,
): Promise<{ rows: ContestedOrder[]; total: number }> {
  const { organizationIds } = query
  const given = <T>(value: T | undefined, condition: (value: T) => ReturnType<typeof eq>) =>
    value === undefined ? undefined : condition(value)
  const where = and(
    isNull(orderContests.deletedAt),
    given(organizationIds, (ids) => inArray(orderContests.organizationId, [...ids])),
    given(query.status, (status) => eq(orderContests.status, status)),
    given(query.orderNumber, (number) => eq(orders.number, number)),
    given(query.storeNumber, (number) => eq(organizations.storeNumber, number)),
    given(query.from, (at) => gte(orderContests.createdAt, at)),
    given(query.before, (at) => lt(orderContests.createdAt, at)),
    given(query.minCreatedAt, (at) => gte(orderContests.createdAt, at)),
    given(query.maxCreatedAt, (at) => lte(orderContests.createdAt, at)),
    given(query.minUpdatedAt, (at) => gte(orderContests.updatedAt, at)),
    given(query.maxUpdatedAt, (at) => lte(orderContests.updatedAt, at)),
  )
  const [row] = await db
    .select({ total: count() })
    .from(orderContests)
    .innerJoin(orders, eq(orders.id, orderContests.orderId))
    .innerJoin(organizations, eq(organizations.id, orderContests.organizationId))
    .where(where)
  const rows = await db
    .select({ contest: orderContests, order: orders })
    .from(orderContests)
    .innerJoin(orders, eq(orders.id, orderContests.orderId))
    .innerJoin(organizations, eq(organizations.id, orderContests.organizationId))
    .where(where)
    .orderBy(desc(orderContests.id))
    .limit(query.limit)
    .offset(query.offset)
  return {
    rows: rows.map(({ contest, order }) => ({ contest: contest as Contest, order: asOrder(order) })),
    total: Number(row?.total ?? 0),
  }
}
