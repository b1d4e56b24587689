import type { Reader } from '@/db'
import { now } from '@/lib/clock'
import { badArgument } from '@/lib/errors'
import type { Organization } from '@/lib/organizations/organization'
import { addDays, type Day, dateAt, daysBetween, isDate } from './days'
import { type AgeCount, countOpenOrders } from './open-orders'
import { countOrdersByDay, type DayCount } from './order-days'
import { findTopProducts, type TopProduct } from './top-products'

export type Overview = {
  days: Day[]
  counts: DayCount[]
  open: AgeCount[]
  topProducts: TopProduct[]
  /** When it was worked out, ms UTC. */
  at: number
}

export const overviewLimits = { days: 366, products: 10, defaultDays: 30 }

/**
 * The days asked for, in the organization's zone; by default the last thirty, today included.
 * @throws AppError BadArgument
 */
function daysAskedFor({ timeZone }: Organization, from: string | undefined, to: string | undefined, at: number): Day[] {
  const refuse = (target: string, message: string) =>
    badArgument('RequestQuery', message, [{ code: 'OutOfRange', target, message }])
  for (const [name, date] of Object.entries({ from, to })) {
    if (date !== undefined && !isDate(date)) throw refuse(name, `\`${name}\` is a date such as 2026-01-31.`)
  }
  const last = to ?? dateAt(at, timeZone)
  const first = from ?? addDays(last, 1 - overviewLimits.defaultDays)
  if (first > last) throw refuse('from', '`from` is not after `to`.')
  if (addDays(first, overviewLimits.days) <= last) {
    throw refuse('from', `At most ${overviewLimits.days} days at a time.`)
  }
  return daysBetween(first, last, timeZone)
}

/**
 * What an organization sees first: its orders by day and status, what is open and for how long, what sold best.
 * @throws AppError BadArgument
 */
export async function findOverview(
  db: Reader,
  organization: Organization,
  range: { from?: string; to?: string } = {},
): Promise<Overview> {
  const at = now()
  const days = daysAskedFor(organization, range.from, range.to, at)
  // Side by side, where the reader has more than one hand.
  const [counts, open, topProducts] = await Promise.all([
    countOrdersByDay(db, organization.id, days),
    countOpenOrders(db, organization.id, at),
    findTopProducts(db, organization.id, days, overviewLimits.products),
  ])
  return { days, counts, open, topProducts, at }
}
