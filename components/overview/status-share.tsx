'use client'

import Link from 'next/link'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Overview, ordersHref } from '@/lib/client/overview'
import { ChartFrame } from './chart-frame'
import { stack } from './day-charts'
import css from './overview.module.css'
import { useOverviewWords } from './use-overview-words'

/** How the orders stand: the key to the bars beside it, with counts and shares. */
export function StatusShare({ orgId, overview }: { orgId: string; overview: Overview }) {
  const t = useMessages()
  const m = useOverviewMessages()
  const words = useOverviewWords(overview.currency)
  const { count, byStatus, filter } = overview.orders
  return (
    <ChartFrame title={m.byStatus}>
      <ul className={css.shares}>
        {[...stack].reverse().map((status) => {
          const found = byStatus.find((each) => each.status === status)
          const value = found?.count ?? 0
          return (
            <li key={status}>
              <span className={css.swatch} data-part={status} />
              <span>{t.status[status]}</span>
              <span className={`${css.percent} od-number`}>{words.percent(count === 0 ? 0 : value / count)}</span>
              <Link
                className={`${css.plain} od-number`}
                href={ordersHref(orgId, found?.filter ?? `${filter} and status eq '${status}'`)}
                prefetch={false}
              >
                {words.number(value)}
              </Link>
              <span className={css.meter} aria-hidden="true">
                <span data-part={status} style={{ width: `${count === 0 ? 0 : (value / count) * 100}%` }} />
              </span>
            </li>
          )
        })}
      </ul>
    </ChartFrame>
  )
}
