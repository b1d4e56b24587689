import type { z } from 'zod'
import { toIso } from '@/lib/clock'
import type { Organization } from '@/lib/organizations/organization'
import type { Overview } from '@/lib/overview/find-overview'
import { type AgeCount, openStatuses } from '@/lib/overview/open-orders'
import type { DayCount } from '@/lib/overview/order-days'
import { type OrderStatus, orderStatuses } from '@/lib/resources/order'
import type { overviewSchema } from './schemas'

type OverviewJson = z.output<typeof overviewSchema>

const all = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' and ')
const createdWithin = (start: number | null, end: number | null) =>
  all(
    start === null ? undefined : `createdAt ge ${toIso(start)}`,
    end === null ? undefined : `createdAt lt ${toIso(end)}`,
  )
const inStatus = (status: OrderStatus) => `status eq '${status}'`
const notCanceled = `status ne 'CANCELED'`
const isOpen = `status in (${openStatuses.map((status) => `'${status}'`).join(', ')})`

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)

/** Orders created in a time, from what was counted in it. */
function toOrders(counts: readonly DayCount[], within: string): OverviewJson['orders'] {
  const byStatus = orderStatuses.flatMap((status) => {
    const count = sum(counts.filter((entry) => entry.status === status).map((entry) => entry.count))
    return count === 0 ? [] : [{ status, count, filter: all(within, inStatus(status)) }]
  })
  return { count: sum(counts.map(({ count }) => count)), filter: within, byStatus }
}

function toRevenue(counts: readonly DayCount[], within: string): OverviewJson['revenue'] {
  const kept = counts.filter(({ status }) => status !== 'CANCELED')
  return {
    amount: sum(kept.map(({ value }) => value)),
    count: sum(kept.map(({ count }) => count)),
    filter: all(within, notCanceled),
  }
}

function toAge({ fromHours, toHours, after, before, counts }: AgeCount): OverviewJson['open']['byAge'][number] {
  const within = createdWithin(after, before)
  return {
    fromHours,
    toHours,
    count: sum(counts.values()),
    filter: all(within, isOpen),
    byStatus: openStatuses.flatMap((status) => {
      const count = counts.get(status)
      return count ? [{ status, count, filter: all(within, inStatus(status)) }] : []
    }),
  }
}

/** Ours to theirs: the overview, each number with the filter that lists what it counts. */
export function toOverview(
  { timeZone, currency }: Organization,
  { days, counts, open, topProducts, at }: Overview,
): OverviewJson {
  const whole = createdWithin(days[0]!.start, days.at(-1)!.end)
  const byDay = Map.groupBy(counts, ({ day }) => day)
  const byAge = open.map(toAge)
  return {
    from: days[0]!.date,
    to: days.at(-1)!.date,
    timeZone,
    currency,
    at: toIso(at),
    orders: toOrders(counts, whole),
    revenue: toRevenue(counts, whole),
    days: days.map(({ date, start, end }, index) => {
      const within = createdWithin(start, end)
      const counted = byDay.get(index) ?? []
      return { date, orders: toOrders(counted, within), revenue: toRevenue(counted, within) }
    }),
    open: { count: sum(byAge.map(({ count }) => count)), filter: isOpen, byAge },
    topProducts: topProducts.map(({ productId, productName, quantity, value, orders }) => ({
      product: productId,
      productName,
      quantity,
      amount: value,
      count: orders,
      filter: all(whole, notCanceled, `lineItems.product eq '${productId}'`),
    })),
  }
}
