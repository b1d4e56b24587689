// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by themselves cannot stand in a table element.
// biome-ignore-all lint/a11y/useFocusableInteractive: the field in the active cell has the focus, for all of them.
'use client'

import { IconAlertCircleFilled, IconCheck } from '@tabler/icons-react'
import { memo, useId } from 'react'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { CellField } from './cell-field'
import { type CellValue, type GridColumn, isUnread, showCell } from './columns'
import css from './grid.module.css'
import type { GridStore } from './grid-store'
import { rowHeight } from './layout'
import { isCellDirty, isDirty, type SheetRow, wholeRow } from './sheet'
import { sayProblem, useGrid } from './use-grid'

/** Which of a row's cells are selected and which is the active one, as plain text so that equal ones compare equal. */
function marksOf({ range, active }: GridStore, at: number): string {
  if (at < range.top || at > range.bottom) return ''
  return `${range.left} ${range.right} ${active.row === at ? active.column : -1}`
}

type Props = { store: GridStore; at: number }

/** One row. It is drawn again only when its own cells, or its part of the selection, change. */
export const GridRow = memo(function GridRow({ store, at }: Props) {
  const m = useGridMessages()
  const row = useGrid(store, ({ sheet }) => sheet.rowAt(at))
  const marks = useGrid(store, (grid) => marksOf(grid, at))
  const columns = useGrid(store, (grid) => grid.columns)
  useGrid(store, ({ insists }) => insists)
  if (!row) return null
  const [left, right, active] = marks === '' ? [-1, -2, -1] : marks.split(' ').map(Number)
  const state = row.removed ? 'removed' : row.stored === null ? 'new' : isDirty(row) ? 'changed' : undefined
  const told = row.errors?.[wholeRow]
  const number = at + 1
  const name = state === 'removed' ? m.rowRemoved : state === 'new' ? m.rowNew : state ? m.rowChanged : m.rowNumber
  return (
    <div
      role="row"
      aria-rowindex={number + 1}
      className={css.row}
      data-state={state}
      data-active={(active ?? -1) >= 0 || undefined}
      style={{ top: at * rowHeight }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        aria-label={told ? `${name({ row: number })}. ${told}` : name({ row: number })}
        className={css.number}
        data-row-head={at}
        data-selected={marks !== '' || undefined}
        data-problem={told ? true : undefined}
        title={told}
      >
        {state === 'new' ? '+' : state === 'removed' ? '−' : told ? '!' : number}
      </div>
      {columns.map((column, i) => (
        <Cell
          key={column.key}
          store={store}
          row={row}
          at={at}
          column={column}
          index={i}
          isActive={i === active}
          isSelected={i >= left! && i <= right!}
        />
      ))}
    </div>
  )
})

type CellProps = {
  store: GridStore
  row: SheetRow
  at: number
  column: GridColumn
  index: number
  isActive: boolean
  isSelected: boolean
}

function Cell({ store, row, at, column, index, isActive, isSelected }: CellProps) {
  const m = useGridMessages()
  const { locale } = useLanguage()
  const id = useId()
  const value = row.cells[index]!
  const problem = store.problemOf(row, index, (found) => sayProblem(found, m, locale))
  const readOnly = column.readOnly === true || row.removed === true
  return (
    <div
      role="gridcell"
      aria-colindex={index + 2}
      aria-selected={isSelected}
      aria-readonly={readOnly || undefined}
      className={css.cell}
      data-row={at}
      data-column={index}
      data-type={column.type}
      data-read-only={column.readOnly || undefined}
      data-selected={isSelected || undefined}
      data-active={isActive || undefined}
      data-dirty={(!row.removed && isCellDirty(row, index)) || undefined}
      data-problem={problem ? true : undefined}
      style={{ width: column.width }}
    >
      <Shown column={column} value={value} readOnly={readOnly} />
      {isActive && (
        <CellField
          store={store}
          column={column}
          value={value}
          readOnly={readOnly}
          label={m.cell({ column: column.title, row: at + 1 })}
          problemId={problem ? id : undefined}
        />
      )}
      {problem && (
        <span className={css.problem} id={id} data-above={at > 3 && at >= store.sheet.count - 3 ? true : undefined}>
          <IconAlertCircleFilled size={14} aria-hidden />
          {problem}
        </span>
      )}
    </div>
  )
}

function Shown({ column, value, readOnly }: { column: GridColumn; value: CellValue; readOnly: boolean }) {
  const m = useGridMessages()
  const { locale } = useLanguage()
  if (column.type !== 'boolean' || isUnread(value)) {
    return <span className={css.shown}>{showCell(column, value, locale)}</span>
  }
  return (
    <span className={css.shown}>
      <span className={css.tick} data-on={value === true || undefined} data-toggle={readOnly ? undefined : true}>
        {value === true && <IconCheck size={13} stroke={3} aria-hidden />}
      </span>
      <span className="od-hidden">{value === true ? m.yes : m.no}</span>
    </span>
  )
}
