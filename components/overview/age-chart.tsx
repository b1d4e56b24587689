'use client'

import Link from 'next/link'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Overview, ordersHref } from '@/lib/client/overview'
import { ChartFrame } from './chart-frame'
import css from './overview.module.css'
import { StatusTable } from './status-table'
import { useOverviewWords } from './use-overview-words'

const openStack = ['PENDING', 'ACCEPTED', 'PROCESSING'] as const

/** How long open orders have waited: what has waited longest is what somebody should look at. */
export function AgeChart({ orgId, overview }: { orgId: string; overview: Overview }) {
  const t = useMessages()
  const m = useOverviewMessages()
  const words = useOverviewWords(overview.currency)
  const { byAge, count } = overview.open
  const most = Math.max(1, ...byAge.map((age) => age.count))
  const countOf = (age: (typeof byAge)[number], status: string) => age.byStatus.find((each) => each.status === status)
  return (
    <ChartFrame
      title={m.openByAge}
      hint={m.openByAgeHint}
      table={
        <StatusTable
          orgId={orgId}
          title={m.openByAge}
          head={m.age}
          statuses={openStack}
          rows={byAge.map((age) => ({
            key: age.fromHours,
            name: words.age(age.fromHours, age.toHours),
            byStatus: age.byStatus,
            all: words.number(age.count),
          }))}
          number={words.number}
        />
      }
    >
      {count === 0 ? (
        <p className={css.nothing}>{m.noneOpen}</p>
      ) : (
        <ul className={css.ages}>
          {byAge.map((age) => (
            <li key={age.fromHours}>
              <span>{words.age(age.fromHours, age.toHours)}</span>
              <span className={css.ageBar}>
                {openStack.map((status) => {
                  const found = countOf(age, status)
                  return (
                    found && (
                      <Link
                        key={status}
                        data-part={status}
                        style={{ width: `${(found.count / most) * 100}%` }}
                        href={ordersHref(orgId, found.filter)}
                        prefetch={false}
                        aria-label={`${t.status[status]} ${words.number(found.count)}`}
                        title={`${t.status[status]} ${words.number(found.count)}`}
                      />
                    )
                  )
                })}
              </span>
              <Link className={`${css.plain} od-number`} href={ordersHref(orgId, age.filter)} prefetch={false}>
                {words.number(age.count)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </ChartFrame>
  )
}
