'use client'

import { type ColumnDef, FlexRender, type Row as TableRow } from '@tanstack/react-table'
import { memo, useSyncExternalStore } from 'react'
import { isSelected, type SelectionStore } from '@/lib/client/list-selection'
import { aria, type ColumnMeta, type Features } from './columns'
import css from './data-row.module.css'
import table from './data-table.module.css'
import { SelectBox } from './select-box'

export type RowLeads = {
  /** Opens a row; the table remembers where it stood. */
  onOpen: (id: string, href: string) => void
  onToggle: (id: string, range: boolean) => void
}

type Props<Row extends { id: string }> = RowLeads & {
  row: TableRow<Features, Row>
  original: Row
  columns: ReadonlyArray<ColumnDef<Features, Row, unknown>>
  /** Where each column that stays while scrolling sideways stands, in pixels. */
  offsets: ReadonlyMap<string, number>
  href: string
  label: string
  selection?: SelectionStore<Row>
  /** Fields that changed under the reader's eyes, for a moment. */
  flash?: boolean
}

const never = () => () => undefined

/** One row. It draws anew when its own resource, its own selection or the columns change, whatever happens beside it. */
function DataRowPlain<Row extends { id: string }>(props: Props<Row>) {
  const { row, original, offsets, href, label, selection, onOpen, onToggle, flash } = props
  const { id } = original
  const read = () => selection !== undefined && isSelected(selection.get(), id)
  const selected = useSyncExternalStore(selection?.subscribe ?? never, read, () => false)
  const reason = useSyncExternalStore(
    selection?.subscribe ?? never,
    () => selection?.reasons().get(id),
    () => undefined,
  )
  const cells = row.getVisibleCells()
  const open = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen(id, href)
  }
  // Cells that stay in place hold their own part of the link; this is where the rest of the row's link stands.
  const coverAt = cells.findIndex((cell, i) => i > 0 && !offsets.has(cell.column.id))
  return (
    <>
      <tr
        {...aria.row}
        className={css.row}
        data-row={id}
        data-selected={selected || undefined}
        data-flash={flash || undefined}
        aria-selected={selection ? selected : undefined}
      >
        {selection && (
          <td {...aria.cell} className={table.selectCell} data-column="select" data-pinned="" style={{ left: 0 }}>
            <SelectBox label={label} checked={selected} onToggle={(range) => onToggle(id, range)} />
          </td>
        )}
        {cells.map((cell, i) => {
          const { align, width, wideOnly, card } = cell.column.columnDef.meta as ColumnMeta
          const left = offsets.get(cell.column.id)
          return (
            <td
              key={cell.id}
              {...aria.cell}
              data-column={cell.column.id}
              data-align={align}
              data-fixed={width ? '' : undefined}
              data-wide={wideOnly ? '' : undefined}
              data-pinned={left === undefined ? undefined : ''}
              data-card={card === 'hidden' ? card : card?.slice(1).join(' ')}
              style={{ left, gridArea: card === 'hidden' ? undefined : card?.[0] }}
            >
              {i === 0 ? (
                <a className={css.rowLink} href={href} aria-label={label} data-row-link onClick={open}>
                  <FlexRender cell={cell} />
                </a>
              ) : (
                <FlexRender cell={cell} />
              )}
              {/* biome-ignore lint/a11y/useAnchorContent: the same link as the row's own, for the pointer alone. */}
              {i === coverAt && <a className={css.cover} href={href} aria-hidden tabIndex={-1} onClick={open} />}
            </td>
          )
        })}
      </tr>
      {selected && reason && (
        <tr {...aria.row} data-reason>
          <td {...aria.cell} colSpan={cells.length + 1}>
            <span>{reason}</span>
          </td>
        </tr>
      )}
    </>
  )
}

export const DataRow = memo(
  DataRowPlain,
  (before, after) =>
    before.original === after.original &&
    before.columns === after.columns &&
    before.offsets === after.offsets &&
    before.href === after.href &&
    before.label === after.label &&
    before.selection === after.selection &&
    before.flash === after.flash,
) as typeof DataRowPlain
