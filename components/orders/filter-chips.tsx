'use client'

import { IconX } from '@tabler/icons-react'
import { ShallowLink } from '@/components/ui/shallow-link'
import type { ListState } from '@/lib/client/list-state'
import type { ListUrl } from '@/lib/client/list-url'
import type { Messages } from '@/lib/client/messages/en'
import { useMessages } from '@/lib/client/messages/use-messages'
import { onlyAxes, withoutAxes } from './axis-filters'
import css from './order-list.module.css'
import { statusOfView } from './views'

export type Condition = { key: keyof ListState; name: string; value: string }

/** What narrows the list, each with the part of the address it stands in. */
export function conditionsOf({ view, q, filter }: ListState, t: Messages): Condition[] {
  const status = statusOfView(view)
  return [
    ...(status ? [{ key: 'view' as const, name: t.list.statusChip, value: t.status[status] }] : []),
    ...(q ? [{ key: 'q' as const, name: t.list.searchChip, value: q }] : []),
    ...(filter ? [{ key: 'filter' as const, name: t.list.filterChip, value: filter }] : []),
  ]
}

/** The filter in the address, shown and removable. */
export function FilterChips({ list }: { list: ListUrl }) {
  const t = useMessages()
  const rest = withoutAxes(list.state.filter) ?? list.state.filter
  // Taking the rest away leaves what the menus beside it say.
  const kept = onlyAxes(list.state.filter)
  return conditionsOf({ ...list.state, filter: rest }, t)
    .filter(({ key }) => key === 'filter')
    .map(({ key, name, value }) => (
      <span key={key} className={css.chip}>
        <span className={css.chipText} title={value}>
          <span className={css.chipName}>{name} </span>
          <span className="od-mono">{value}</span>
        </span>
        <ShallowLink
          href={list.href({ [key]: kept })}
          className={css.chipRemove}
          aria-label={t.list.remove({ what: `${name} ${value}` })}
        >
          <IconX size={14} />
        </ShallowLink>
      </span>
    ))
}
