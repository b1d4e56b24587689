import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { overviewSchema } from '@/lib/api/primary/overview/schemas'
import type { OrderStatus } from '@/lib/resources/order'
import { getJson } from './api'
import { ordersKey } from './orders'

/** An organization's orders at a glance, as `GET …/overview` answers. Amounts are minor units, days `2026-01-31`. */
export type Overview = z.output<typeof overviewSchema>
export type OverviewDay = Overview['days'][number]

/** Days of the organization's zone, both included. Without them: the last thirty, as the server counts them. */
export type Span = { from: string; to: string }

/** How many days the server sums up at most. */
export const longestSpan = 366

export const presets = [7, 30, 90, 365] as const
export type Preset = (typeof presets)[number]
const usual = 30

const dayMs = 86_400_000
const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

export const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** How many days a span has. */
export const daysIn = ({ from, to }: Span) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1

/** The span of the same length right before. */
export const spanBefore = (span: Span): Span => ({
  from: addDays(span.from, -daysIn(span)),
  to: addDays(span.from, -1),
})

/** What an address asks for: a number of days up to today, or days of its own; what makes no sense is the usual. */
export type Asked = { kind: 'preset'; days: Preset } | ({ kind: 'custom' } & Span)

export function readAsked(params: URLSearchParams): Asked {
  const [from, to] = [params.get('from'), params.get('to')]
  if (isDay(from) && isDay(to) && from <= to && daysIn({ from, to }) <= longestSpan) return { kind: 'custom', from, to }
  const days = presets.find((each) => String(each) === params.get('days'))
  return { kind: 'preset', days: days ?? usual }
}

/** The shortest address that asks for it, without the page's path. */
export function writeAsked(asked: Asked): string {
  if (asked.kind === 'custom') return new URLSearchParams({ from: asked.from, to: asked.to }).toString()
  return asked.days === usual ? '' : `days=${asked.days}`
}

/** The span asked for, up to `today` in the organization's zone; undefined for what the server knows by itself. */
export function spanOf(asked: Asked, today: string): Span | undefined {
  if (asked.kind === 'custom') return { from: asked.from, to: asked.to }
  return asked.days === usual ? undefined : { from: addDays(today, 1 - asked.days), to: today }
}

export const overviewPath = (orgId: string, span?: Span) =>
  `/orgs/${orgId}/overview${span ? `?${new URLSearchParams(span)}` : ''}`

export const overviewQuery = (orgId: string, span?: Span) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'overview', span?.from ?? '', span?.to ?? ''],
    queryFn: ({ signal }) => getJson<Overview>(overviewPath(orgId, span), signal),
    placeholderData: keepPreviousData,
    refetchInterval: 5 * 60_000,
  })

/** Where the orders are listed that a number counts. */
export const ordersHref = (orgId: string, filter: string) =>
  `/orgs/${orgId}/orders?filter=${encodeURIComponent(filter)}`

/** What one bar of a chart stands for: a day, or a week where the days would be too thin to see. */
export type Bucket = Span & { orders: Overview['orders']; revenue: Overview['revenue'] }

/** The longest span of which every day has a bar of its own. */
const mostBars = 100

/** A filter from the start of one span to the end of another; both begin with `createdAt ge … and createdAt lt …`. */
const across = (first: string, last: string) =>
  last.replace(/createdAt ge \S+/, /createdAt ge \S+/.exec(first)?.[0] ?? '$&')

const monday = (day: string) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))

function together(days: readonly OverviewDay[]): Bucket {
  const [first, last] = [days[0]!, days.at(-1)!]
  const counts = new Map<OrderStatus, number>()
  for (const { status, count } of days.flatMap(({ orders }) => orders.byStatus)) {
    counts.set(status, (counts.get(status) ?? 0) + count)
  }
  const sum = (read: (day: OverviewDay) => number) => days.reduce((total, day) => total + read(day), 0)
  const filter = across(first.orders.filter, last.orders.filter)
  return {
    from: first.date,
    to: last.date,
    orders: {
      count: sum(({ orders }) => orders.count),
      filter,
      byStatus: [...counts].map(([status, count]) => ({
        status,
        count,
        filter: `${filter} and status eq '${status}'`,
      })),
    },
    revenue: {
      amount: sum(({ revenue }) => revenue.amount),
      count: sum(({ revenue }) => revenue.count),
      filter: across(first.revenue.filter, last.revenue.filter),
    },
  }
}

/** The bars of a span: its days, or its weeks from Monday when there are many. */
export function bucketsOf(days: readonly OverviewDay[]): Bucket[] {
  if (days.length <= mostBars) return days.map((day) => ({ ...day, from: day.date, to: day.date }))
  return [...Map.groupBy(days, ({ date }) => monday(date)).values()].map(together)
}

/** Round numbers from 0 up to at least `most`, three to six of them: where an axis is marked. */
export function ticksFor(most: number): number[] {
  if (most <= 0) return [0, 1]
  const rough = most / 4
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((each) => each * magnitude).find((each) => each >= rough) ?? rough)
  const whole = Number.isInteger(step) ? step : Math.ceil(step)
  return Array.from({ length: Math.ceil(most / whole) + 1 }, (_, i) => i * whole)
}

/** How much more than before, as a share of it; undefined when there was nothing to compare with. */
export const changeOf = (now: number, before: number | undefined) =>
  before === undefined || before === 0 ? undefined : (now - before) / before
