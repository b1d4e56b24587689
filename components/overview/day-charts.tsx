'use client'

import Link from 'next/link'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Bucket, bucketsOf, type Overview, ordersHref } from '@/lib/client/overview'
import type { OrderStatus } from '@/lib/resources/order'
import { BarChart } from './bar-chart'
import { ChartFrame } from './chart-frame'
import css from './overview.module.css'
import { StatusTable } from './status-table'
import { useOverviewWords } from './use-overview-words'

/** From the bottom up: what is done lies at the bottom; neighbours differ in lightness, not in hue alone. */
export const stack: readonly OrderStatus[] = ['CLOSED', 'PROCESSING', 'ACCEPTED', 'PENDING', 'CANCELED']

type Props = { orgId: string; overview: Overview; before?: Overview }

const isWeekly = (buckets: readonly Bucket[]) => buckets.some(({ from, to }) => from !== to)

/** Orders by day and status. */
export function OrdersChart({ orgId, overview }: Props) {
  const t = useMessages()
  const m = useOverviewMessages()
  const words = useOverviewWords(overview.currency)
  const buckets = bucketsOf(overview.days)
  const weekly = isWeekly(buckets)
  const title = weekly ? m.ordersByWeek : m.ordersByDay
  const countOf = ({ orders }: Bucket, status: OrderStatus) => orders.byStatus.find((each) => each.status === status)
  const used = stack.filter((status) => buckets.some((bucket) => countOf(bucket, status)))
  return (
    <ChartFrame
      title={title}
      className={css.wide}
      table={
        <StatusTable
          orgId={orgId}
          title={title}
          head={weekly ? m.week : m.day}
          statuses={[...used].reverse()}
          rows={[...buckets].reverse().map((bucket) => ({
            key: bucket.from,
            name: words.bucket(bucket),
            byStatus: bucket.orders.byStatus,
            all: (
              <Link className={css.plain} href={ordersHref(orgId, bucket.orders.filter)} prefetch={false}>
                {words.number(bucket.orders.count)}
              </Link>
            ),
          }))}
          number={words.number}
        />
      }
    >
      <BarChart
        label={m.bars({ what: title })}
        tick={words.compact}
        beforeLabel={m.spanBefore}
        bars={buckets.map((bucket) => ({
          key: bucket.from,
          name: words.bucket(bucket),
          short: words.short(bucket.from),
          href: ordersHref(orgId, bucket.orders.filter),
          total: bucket.orders.count,
          text: m.ordersCount({ count: bucket.orders.count, text: words.number(bucket.orders.count) }),
          parts: stack.flatMap((status) => {
            const found = countOf(bucket, status)
            if (!found) return []
            return [{ key: status, label: t.status[status], value: found.count, text: words.number(found.count) }]
          }),
        }))}
      />
    </ChartFrame>
  )
}

/** What came in by day, over what came in in the days before. */
export function RevenueChart({ orgId, overview, before }: Props) {
  const m = useOverviewMessages()
  const words = useOverviewWords(overview.currency)
  const buckets = bucketsOf(overview.days)
  const earlier = before ? bucketsOf(before.days) : []
  const weekly = isWeekly(buckets)
  const title = weekly ? m.revenueByWeek : m.revenueByDay
  return (
    <ChartFrame
      title={title}
      className={css.wide}
      table={
        <table className={css.table}>
          <caption className="od-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{weekly ? m.week : m.day}</th>
              <th scope="col">{m.orders}</th>
              <th scope="col">{m.amount({ currency: overview.currency })}</th>
              {before && <th scope="col">{m.spanBefore}</th>}
            </tr>
          </thead>
          <tbody>
            {buckets
              .map((bucket, i) => (
                <tr key={bucket.from}>
                  <th scope="row">{words.bucket(bucket)}</th>
                  <td>{words.number(bucket.revenue.count)}</td>
                  <td>
                    <Link className={css.plain} href={ordersHref(orgId, bucket.revenue.filter)} prefetch={false}>
                      {words.money(bucket.revenue.amount)}
                    </Link>
                  </td>
                  {before && <td>{earlier[i] ? words.money(earlier[i].revenue.amount) : '–'}</td>}
                </tr>
              ))
              .reverse()}
          </tbody>
        </table>
      }
    >
      <BarChart
        label={m.bars({ what: title })}
        tick={words.compactMoney}
        beforeLabel={m.spanBefore}
        bars={buckets.map((bucket, i) => ({
          key: bucket.from,
          name: words.bucket(bucket),
          short: words.short(bucket.from),
          href: ordersHref(orgId, bucket.revenue.filter),
          total: bucket.revenue.amount,
          text: words.money(bucket.revenue.amount),
          parts: [
            {
              key: 'REVENUE',
              label: m.revenue,
              value: bucket.revenue.amount,
              text: words.money(bucket.revenue.amount),
            },
          ],
          before: earlier[i] && {
            value: earlier[i].revenue.amount,
            text: words.money(earlier[i].revenue.amount),
          },
        }))}
      />
      {before && (
        <p className={css.key}>
          <span className={css.swatch} data-part="REVENUE" />
          {m.thisSpan}
          <span className={css.dash} />
          {m.spanBefore} ({words.range(before)})
        </p>
      )}
    </ChartFrame>
  )
}
