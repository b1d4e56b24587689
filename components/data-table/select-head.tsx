'use client'

import { useSyncExternalStore } from 'react'
import { pageSelection, type SelectionStore, withRows } from '@/lib/client/list-selection'
import { useListMessages } from '@/lib/client/messages/areas/list'
import { aria } from './columns'
import css from './data-table.module.css'
import { SelectBox } from './select-box'

type Props<Row extends { id: string }> = { selection: SelectionStore<Row>; rows: readonly Row[] }

/** The checkbox over the others: selects the page, or nothing of it. */
export function PageBox<Row extends { id: string }>({ selection, rows }: Props<Row>) {
  const m = useListMessages()
  const how = useSyncExternalStore(
    selection.subscribe,
    () => pageSelection(selection.get(), rows),
    () => 'none' as const,
  )
  return (
    <SelectBox
      label={m.selectPage}
      checked={how === 'all'}
      mixed={how === 'some'}
      onToggle={() => selection.set(withRows(selection.get(), rows, how !== 'all'))}
    />
  )
}

export const SelectHead = <Row extends { id: string }>(props: Props<Row>) => (
  <th scope="col" {...aria.head} className={css.selectCell} data-pinned="" style={{ left: 0 }}>
    <PageBox {...props} />
  </th>
)
