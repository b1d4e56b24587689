'use client'

import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { changeOf, type Overview, ordersHref } from '@/lib/client/overview'
import css from './overview.module.css'
import { useOverviewWords } from './use-overview-words'

type FigureProps = {
  label: string
  hint?: string
  value: string
  href: string
  /** What it was before and how that is read; without one nothing is compared. */
  before?: { now: number; earlier: number; text: string; moreIs: 'good' | 'bad' | 'neither' }
  /** Stands in the place of the comparison. */
  aside?: ReactNode
  share: (share: number) => string
}

function Figure({ label, hint, value, href, before, aside, share }: FigureProps) {
  const m = useOverviewMessages()
  const change = before && changeOf(before.now, before.earlier)
  const up = change !== undefined && change > 0
  const Icon = up ? IconArrowUpRight : IconArrowDownRight
  const tone = !before || !change || before.moreIs === 'neither' ? undefined : up === (before.moreIs === 'good')
  return (
    <div className={css.figure}>
      <dt title={hint}>{label}</dt>
      <dd>
        <Link className={`${css.value} od-number`} href={href} prefetch={false}>
          {value}
        </Link>
        <p className={`${css.compare} od-number`}>
          {before && change !== undefined && change !== 0 && (
            <span
              className={css.change}
              data-tone={tone === undefined ? undefined : tone ? 'good' : 'bad'}
              title={up ? m.up({ share: share(change) }) : m.down({ share: share(-change) })}
            >
              <Icon size={14} stroke={2.2} aria-hidden />
              {share(Math.abs(change))}
            </span>
          )}
          {before ? (change === undefined ? m.noBefore : m.before({ value: before.text })) : aside}
        </p>
      </dd>
    </div>
  )
}

type Props = { orgId: string; overview: Overview; before: Overview | undefined }

const canceledIn = ({ orders }: Overview) => orders.byStatus.find(({ status }) => status === 'CANCELED')
const averageOf = ({ revenue }: Overview) => (revenue.count === 0 ? 0 : Math.round(revenue.amount / revenue.count))

/** The numbers people look for first, each beside what it was before and leading to the orders it counts. */
export function Figures({ orgId, overview, before }: Props) {
  const m = useOverviewMessages()
  const words = useOverviewWords(overview.currency)
  const { orders, revenue, open } = overview
  const canceled = canceledIn(overview)
  const oldest = open.byAge.findLast(({ count }) => count > 0)
  const compared = (
    read: (from: Overview) => number,
    text: (value: number) => string,
    moreIs: 'good' | 'bad' | 'neither',
  ) => before && { now: read(overview), earlier: read(before), text: text(read(before)), moreIs }
  return (
    <dl className={css.figures}>
      <Figure
        label={m.orders}
        value={words.number(orders.count)}
        href={ordersHref(orgId, orders.filter)}
        before={compared((from) => from.orders.count, words.number, 'good')}
        share={words.percent}
      />
      <Figure
        label={m.revenue}
        hint={m.revenueHint}
        value={words.money(revenue.amount)}
        href={ordersHref(orgId, revenue.filter)}
        before={compared((from) => from.revenue.amount, words.money, 'good')}
        share={words.percent}
      />
      <Figure
        label={m.average}
        value={words.money(averageOf(overview))}
        href={ordersHref(orgId, revenue.filter)}
        before={compared(averageOf, words.money, 'neither')}
        share={words.percent}
      />
      <Figure
        label={m.canceled}
        value={words.number(canceled?.count ?? 0)}
        href={ordersHref(orgId, canceled?.filter ?? `${orders.filter} and status eq 'CANCELED'`)}
        before={compared((from) => canceledIn(from)?.count ?? 0, words.number, 'bad')}
        share={words.percent}
      />
      <Figure
        label={m.open}
        hint={m.openHint}
        value={words.number(open.count)}
        href={ordersHref(orgId, open.filter)}
        aside={
          oldest ? (
            <Link className={css.plain} href={ordersHref(orgId, oldest.filter)} prefetch={false}>
              {m.oldest({
                count: words.number(oldest.count),
                age: words.age(oldest.fromHours, oldest.toHours).toLowerCase(),
              })}
            </Link>
          ) : (
            m.noneOpen
          )
        }
        share={words.percent}
      />
    </dl>
  )
}
