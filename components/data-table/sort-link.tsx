'use client'

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { ShallowLink } from '@/components/ui/shallow-link'
import type { ListUrl } from '@/lib/client/list-url'
import { useMessages } from '@/lib/client/messages/use-messages'
import { ColumnEdge } from './column-edge'
import { aria, type ColumnMeta } from './columns'
import css from './sort-link.module.css'

type Props = {
  id: string
  meta: ColumnMeta
  list: ListUrl
  /** Where it stays while scrolling sideways, in pixels. */
  left?: number
  onResize?: (column: string, width: number) => void
}

/** The head of a column: its words, where it sorts a link to the list sorted by it, and the edge that resizes it. */
export function SortLink({ id, meta, list, left, onResize }: Props) {
  const t = useMessages()
  const { label, sort, descendingFirst, align } = meta
  const current = list.state.sort
  const ascending = sort !== undefined && current === sort
  const descending = sort !== undefined && current === `-${sort}`
  const toDescending = ascending || (!descending && descendingFirst)
  const Arrow = ascending ? IconArrowUp : IconArrowDown
  return (
    <th
      scope="col"
      {...aria.head}
      data-align={align}
      data-wide={meta.wideOnly ? '' : undefined}
      data-pinned={left === undefined ? undefined : ''}
      style={left === undefined ? undefined : { left }}
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : undefined}
    >
      {sort ? (
        <ShallowLink
          className={css.sort}
          href={list.href({ sort: toDescending ? `-${sort}` : sort })}
          title={toDescending ? t.list.sortDescending({ column: label }) : t.list.sortAscending({ column: label })}
          data-active={ascending || descending || undefined}
        >
          {label}
          <Arrow className={css.arrow} size={13} stroke={2.2} aria-hidden />
        </ShallowLink>
      ) : (
        <span className={css.plain}>{label}</span>
      )}
      {onResize && <ColumnEdge label={label} width={meta.width} onResize={(width) => onResize(id, width)} />}
    </th>
  )
}
