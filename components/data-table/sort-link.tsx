'use client'

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { ShallowLink } from '@/components/ui/shallow-link'
import type { ListUrl } from '@/lib/client/list-url'
import { useMessages } from '@/lib/client/messages/use-messages'
import { aria, type ColumnMeta } from './columns'
import css from './data-table.module.css'

/** The head of a column: its words, and where it sorts, a link to the list sorted by it. */
export function SortLink({ meta, list }: { meta: ColumnMeta; list: ListUrl }) {
  const t = useMessages()
  const { label, sort, descendingFirst, align } = meta
  const wide = meta.wideOnly ? '' : undefined
  if (!sort) {
    return (
      <th scope="col" {...aria.head} data-align={align} data-wide={wide}>
        <span className={css.plain}>{label}</span>
      </th>
    )
  }
  const current = list.state.sort
  const ascending = current === sort
  const descending = current === `-${sort}`
  const toDescending = ascending || (!descending && descendingFirst)
  const Arrow = ascending ? IconArrowUp : IconArrowDown
  return (
    <th
      scope="col"
      {...aria.head}
      data-align={align}
      data-wide={wide}
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : undefined}
    >
      <ShallowLink
        className={css.sort}
        href={list.href({ sort: toDescending ? `-${sort}` : sort })}
        title={toDescending ? t.list.sortDescending({ column: label }) : t.list.sortAscending({ column: label })}
        data-active={ascending || descending || undefined}
      >
        {label}
        <Arrow className={css.arrow} size={13} stroke={2.2} aria-hidden />
      </ShallowLink>
    </th>
  )
}
