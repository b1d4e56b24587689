import { setImmediate } from 'node:timers/promises'
import { and, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { orders } from '@/db/schema'
import type { OrderStatus } from '@/lib/resources/order'
import { type Day, stretchesOf } from './days'

/** An organization's orders of one day in one status. `value` is the sum of their totals, in minor units. */
export type DayCount = { day: number; status: OrderStatus; count: number; value: number }

/** Days read at once: a statement holds up the process, and an index entry per order has to be added up. */
const daysAtOnce = 7

/** Slices of days, with room for other requests in between. */
export async function* slices(days: readonly Day[]): AsyncGenerator<{ slice: Day[]; first: number }> {
  for (let first = 0; first < days.length; first += daysAtOnce) {
    if (first > 0) await setImmediate()
    yield { slice: days.slice(first, first + daysAtOnce), first }
  }
}

/** Number and value of an organization's orders by day of creation and status; days and statuses without are absent. */
export async function countOrdersByDay(db: Reader, organizationId: string, days: readonly Day[]): Promise<DayCount[]> {
  const found: DayCount[] = []
  for await (const { slice, first } of slices(days)) {
    for (const stretch of stretchesOf(slice)) {
      // The bounds are said as whole numbers: a driver may bind them as fractions, and the quotient would be one.
      const hours = sql`cast(${stretch.start} as bigint)`
      const day =
        stretch.end - stretch.start > 86_400_000
          ? sql<number>`(${orders.createdAt} - ${hours}) / 86400000`
          : sql<number>`0`
      const rows = await db
        .select({
          day: day.mapWith(Number).as('day'),
          status: orders.status,
          count: sql`count(*)`.mapWith(Number),
          value: sql`sum(${orders.totalPrice})`.mapWith(Number),
        })
        .from(orders)
        .where(
          and(
            eq(orders.organizationId, organizationId),
            gte(orders.createdAt, stretch.start),
            lt(orders.createdAt, stretch.end),
            isNull(orders.masterOrderId),
          ),
        )
        .groupBy(sql`1`, orders.status)
      for (const row of rows) {
        found.push({ ...row, day: first + stretch.first + row.day, status: row.status as OrderStatus })
      }
    }
  }
  return found
}
