// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by themselves cannot stand in a table element.
// biome-ignore-all lint/a11y/useFocusableInteractive: the field in the active cell has the focus, for all of them.
'use client'

import { type CSSProperties, useLayoutEffect, useMemo, useRef } from 'react'
import { useWindow } from '@/components/ui/use-window'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import css from './grid.module.css'
import { GridRow } from './grid-row'
import { GridStatus } from './grid-status'
import type { GridStore } from './grid-store'
import { onGridKey } from './keys'
import { boxOf, columnEdges, gutterWidth, rowHeight, scrollTo } from './layout'
import { PasteDialog } from './paste-dialog'
import { type NewRows, roomFor, useClipboard } from './use-clipboard'
import { useGrid } from './use-grid'
import { usePointer } from './use-pointer'

type Props = {
  store: GridStore
  /** What the table is of. */
  label: string
  /** Absent: pasting adds no rows. */
  newRows?: NewRows
  /** Ctrl or ⌘ and S. */
  onSave: () => void
}

/**
 * A spreadsheet: cells are moved through, selected, edited, copied from and to other spreadsheets, filled and taken
 * back by keyboard and by mouse. It knows nothing of what its rows are. Only the rows in sight are drawn.
 */
export function Grid({ store, label, newRows, onSave }: Props) {
  const m = useGridMessages()
  const box = useRef<HTMLDivElement>(null)
  const count = useGrid(store, ({ sheet }) => sheet.count)
  const columns = useGrid(store, (grid) => grid.columns)
  const activeRow = useGrid(store, ({ active }) => active.row)
  const shown = useGrid(store, (grid) => grid.shown)
  const edges = useMemo(() => columnEdges(columns), [columns])
  const { first, last } = useWindow(box, count, rowHeight)
  const pointer = usePointer(store, box, edges)
  const clipboard = useClipboard(store, newRows)

  useLayoutEffect(() => {
    if (box.current && shown) scrollTo(box.current, edges, shown)
  }, [edges, shown])

  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
  // The row that has the keyboard stays, wherever one scrolls.
  if (activeRow < first && count > 0) drawn.unshift(activeRow)
  else if (activeRow >= last && activeRow < count) drawn.push(activeRow)

  return (
    <>
      <div
        ref={box}
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-describedby="grid-instructions"
        tabIndex={-1}
        className={css.grid}
        style={{ '--row': `${rowHeight}px`, '--gutter': `${gutterWidth}px` } as CSSProperties}
        onKeyDown={(event) => onGridKey(event, store, event.currentTarget, onSave)}
        onMouseDown={pointer.onMouseDown}
        onDoubleClick={pointer.onDoubleClick}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
        onFocus={(event) => {
          store.hasFocus = true
          if (event.target !== event.currentTarget) store.leave(false)
        }}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget)) return
          store.hasFocus = false
          store.leave(false)
        }}
      >
        <GridHead store={store} width={edges.at(-1)!} />
        <div role="rowgroup" className={css.body} style={{ height: count * rowHeight, width: edges.at(-1) }}>
          {drawn.map((at) => (
            <GridRow key={at} store={store} at={at} />
          ))}
          <Selection store={store} edges={edges} />
        </div>
      </div>
      <p id="grid-instructions" className="od-hidden">
        {m.instructions}
      </p>
      <GridStatus store={store} />
      {clipboard.asking && (
        <PasteDialog
          plan={clipboard.asking}
          room={roomFor(store, newRows)}
          isFiltered={store.sheet.isFiltered}
          onPaste={(add) => clipboard.paste(clipboard.asking!, add)}
          onClose={clipboard.cancel}
        />
      )}
    </>
  )
}

function GridHead({ store, width }: { store: GridStore; width: number }) {
  const m = useGridMessages()
  const columns = useGrid(store, (grid) => grid.columns)
  const left = useGrid(store, ({ range }) => range.left)
  const right = useGrid(store, ({ range }) => range.right)
  return (
    <div role="rowgroup" className={css.head} style={{ width }}>
      <div role="row" aria-rowindex={1} className={css.headRow}>
        <div role="columnheader" aria-colindex={1} className={css.number} data-row-head={-1} title={m.selectAll}>
          <span className="od-hidden">{m.rowHead}</span>
        </div>
        {columns.map((column, i) => (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={i + 2}
            className={css.title}
            data-column-head={i}
            data-type={column.type}
            data-selected={(i >= left && i <= right) || undefined}
            style={{ width: column.width }}
          >
            {column.title}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The frame around what is selected, the handle at its corner, and what the handle is dragged over. */
function Selection({ store, edges }: { store: GridStore; edges: readonly number[] }) {
  const m = useGridMessages()
  const range = useGrid(store, (grid) => grid.range)
  const filling = useGrid(store, (grid) => grid.filling)
  const isEditing = useGrid(store, ({ editing }) => editing !== false)
  const count = useGrid(store, ({ sheet }) => sheet.count)
  if (count === 0) return null
  return (
    <div role="presentation" aria-hidden>
      {!isEditing && (
        <div className={css.frame} style={boxOf(edges, range)}>
          <span className={css.handle} data-handle title={m.fillHandle} />
        </div>
      )}
      {filling && <div className={css.filling} style={boxOf(edges, filling)} />}
    </div>
  )
}
