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

const clamp = (width: number) => Math.round(Math.min(columnWidths.most, Math.max(columnWidths.least, width)))

/** The right edge of a column's head: dragged, or moved with the arrow keys, it makes the column wider or narrower. */
export function ColumnEdge({ label, width, onResize }: Props) {
  const m = useListMessages()
  const drag = useRef<{ from: number; width: number }>(undefined)
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
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { from: event.clientX, width: widthOf(event.currentTarget) }
      }}
      onPointerMove={(event) => {
        if (drag.current) onResize(clamp(drag.current.width + event.clientX - drag.current.from))
      }}
      onPointerUp={() => {
        drag.current = undefined
      }}
      onPointerCancel={() => {
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
