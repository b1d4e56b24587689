'use client'

import { Fragment, type ReactNode } from 'react'
import { dayKey, daysAgo, formatDay } from '@/lib/client/format'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useNow } from '@/lib/client/use-now'
import css from './history.module.css'

type Props<Item> = {
  /** Newest first. */
  items: readonly Item[]
  at: (item: Item) => string
  keyOf: (item: Item) => string
  timeZone: string
  children: (item: Item) => ReactNode
}

/** What happened, day by day in the zone; the day stays in sight while its entries pass below. */
export function Days<Item>({ items, at, keyOf, timeZone, children }: Props<Item>) {
  const { locale } = useLanguage()
  const m = useHistoryMessages()
  const now = useNow()
  const name = (iso: string) => {
    const days = daysAgo(timeZone, iso, now)
    return days === 0 ? m.days.today : days === 1 ? m.days.yesterday : formatDay(locale, timeZone, iso, now)
  }
  return [...Map.groupBy(items, (item) => dayKey(timeZone, at(item)))].map(([day, group]) => (
    <div key={day}>
      <h3 className={css.day} suppressHydrationWarning>
        {name(at(group[0]!))}
      </h3>
      <ol>
        {group.map((item) => (
          <Fragment key={keyOf(item)}>{children(item)}</Fragment>
        ))}
      </ol>
    </div>
  ))
}
