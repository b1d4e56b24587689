'use client'

import { useQuery } from '@tanstack/react-query'
import { ShallowLink } from '@/components/ui/shallow-link'
import { formatNumber } from '@/lib/client/format'
import type { ListUrl } from '@/lib/client/list-url'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { orderCountsQuery } from '@/lib/client/orders'
import { orderStatuses } from '@/lib/resources/order'
import css from './order-list.module.css'
import { statusOfView } from './views'

/** The built-in views with how many orders each holds now. */
export function StatusTabs({ orgId, list, enabled }: { orgId: string; list: ListUrl; enabled: boolean }) {
  const { locale, messages: t } = useLanguage()
  const { data } = useQuery({ ...orderCountsQuery(orgId), enabled })
  const counts = data?.value
  const current = statusOfView(list.state.view)
  const tabs = [
    { view: '', label: t.list.all, count: counts?.reduce((sum, { count }) => sum + count, 0), active: !current },
    ...orderStatuses.map((status) => ({
      view: status.toLowerCase(),
      label: t.status[status],
      count: counts && (counts.find((each) => each.status === status)?.count ?? 0),
      active: status === current,
    })),
  ]
  return (
    <nav className={css.tabs} aria-label={t.list.views}>
      {tabs.map(({ view, label, count, active }) => (
        <ShallowLink
          key={view}
          href={list.href({ view })}
          className={css.tab}
          aria-current={active ? 'page' : undefined}
        >
          {label}
          {count !== undefined && <span className={`${css.count} od-number`}>{formatNumber(locale, count)}</span>}
        </ShallowLink>
      ))}
    </nav>
  )
}
