'use client'

import { useRef } from 'react'
import { useListMessages } from '@/lib/client/messages/areas/list'
import css from './column-edge.module.css'

export const columnWidths = { least: 56, most: 800, step: 16 }

type Props = {
  label: string
  /** Pixels, when the column has a width of its own. */
  width?: number
  onResize: (width: number) => void
}

/** The `col` that gives a head's column its width. */
function columnOf(edge: HTMLElement): HTMLElement | undefined {
  const th = edge.closest('th')
  const at = th ? [...(th.parentElement?.children ?? [])].indexOf(th) : -1
  return edge.closest('table')?.querySelectorAll('col')[at]
}

const clamp = (width: number) => Math.round(Math.min(columnWidths.most, Math.max(columnWidths.least, width)))

/** The right edge of a column's head: dragged, or moved with the arrow keys, it makes the column wider or narrower. */
export function ColumnEdge({ label, width, onResize }: Props) {
  const m = useListMessages()
  const drag = useRef<{ from: number; start: number; width: number; column?: HTMLElement }>(undefined)
  const widthOf = (edge: HTMLElement) => width ?? edge.closest('th')?.getBoundingClientRect().width ?? 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be focused and moved; ARIA calls this a window splitter.
    <span
      role="separator"
      tabIndex={0}
      className={css.edge}
      aria-orientation="vertical"
      aria-label={m.resizeColumn({ column: label })}
      aria-valuenow={width ?? columnWidths.least}
      aria-valuemin={columnWidths.least}
      aria-valuemax={columnWidths.most}
      onFocus={(event) => {
        // A column that shares what is left has no width to tell until it is measured.
        event.currentTarget.setAttribute('aria-valuenow', String(Math.round(widthOf(event.currentTarget))))
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        const start = widthOf(event.currentTarget)
        drag.current = { from: event.clientX, start, width: start, column: columnOf(event.currentTarget) }
      }}
      onPointerMove={(event) => {
        if (!drag.current) return
        // The column alone follows the pointer; the rows are told when it has come to rest.
        drag.current.width = clamp(drag.current.start + event.clientX - drag.current.from)
        if (drag.current.column) drag.current.column.style.width = `${drag.current.width}px`
      }}
      onPointerUp={() => {
        if (drag.current && drag.current.width !== drag.current.start) onResize(drag.current.width)
        drag.current = undefined
      }}
      onPointerCancel={() => {
        if (drag.current?.column) drag.current.column.style.width = width ? `${width}px` : ''
        drag.current = undefined
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
        if (step === 0) return
        event.preventDefault()
        event.stopPropagation()
        onResize(clamp(widthOf(event.currentTarget) + step * columnWidths.step))
      }}
    />
  )
}
