'use client'

import { type MouseEvent, type RefObject, useRef } from 'react'
import type { GridStore } from './grid-store'
import { commitField, fieldOf, openCell } from './keys'
import { gutterWidth, headHeight, placeAt } from './layout'
import { type Place, rangeOf } from './range'

type Drag = 'cells' | 'rows' | 'columns' | 'fill'

const repeatMs = 60

/**
 * Selecting by mouse: cells, whole rows at their numbers, whole columns at their heads, and the handle that fills.
 * A drag past the edge goes on scrolling.
 */
export function usePointer(store: GridStore, box: RefObject<HTMLElement | null>, edges: readonly number[]) {
  const stop = useRef<(() => void) | undefined>(undefined)

  const placeOf = (x: number, y: number): Place => {
    const element = box.current!
    const frame = element.getBoundingClientRect()
    // Outside of the box the nearest edge counts, one row or column further, so that it scrolls.
    const inX = Math.max(gutterWidth - 1, Math.min(x - frame.left, element.clientWidth))
    const inY = Math.max(headHeight - 1, Math.min(y - frame.top, element.clientHeight))
    return placeAt(edges, inX + element.scrollLeft, inY + element.scrollTop)
  }

  const follow = (drag: Drag, from: Place, x: number, y: number) => {
    const last = { row: store.sheet.count - 1, column: store.columns.length - 1 }
    const place = placeOf(x, y)
    const to = {
      row: Math.max(0, Math.min(place.row, last.row)),
      column: Math.max(0, Math.min(place.column, last.column)),
    }
    if (drag === 'fill') return store.dragFill(to)
    if (drag === 'rows') return store.selectRange(rowsBetween(from, to), { ...to, column: 0 })
    if (drag === 'columns') return store.selectRange(columnsBetween(from, to))
    store.select(to, { extend: true })
  }

  const rowsBetween = (a: Place, b: Place) => ({ ...rangeOf(a, b), left: 0, right: store.columns.length - 1 })
  const columnsBetween = (a: Place, b: Place) => ({ ...rangeOf(a, b), top: 0, bottom: store.sheet.count - 1 })

  const start = (drag: Drag, from: Place) => {
    let at = { x: 0, y: 0, seen: false }
    const onMove = (event: globalThis.MouseEvent) => {
      at = { x: event.clientX, y: event.clientY, seen: true }
      follow(drag, from, at.x, at.y)
    }
    const timer = setInterval(() => {
      const frame = box.current?.getBoundingClientRect()
      if (!frame || !at.seen) return
      const outside = at.x < frame.left || at.x > frame.right || at.y < frame.top || at.y > frame.bottom
      if (outside && drag !== 'columns') follow(drag, from, at.x, at.y)
    }, repeatMs)
    stop.current = () => {
      clearInterval(timer)
      document.removeEventListener('mousemove', onMove)
      document.removeEventListener('mouseup', onUp)
      stop.current = undefined
    }
    const onUp = () => {
      stop.current?.()
      if (drag === 'fill') store.finishFill()
    }
    document.addEventListener('mousemove', onMove)
    document.addEventListener('mouseup', onUp)
  }

  const focusField = () => {
    const field = box.current && fieldOf(box.current)
    if (field && document.activeElement !== field) field.focus({ preventScroll: true })
  }

  const onMouseDown = (event: MouseEvent<HTMLElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element) || store.sheet.count === 0) return
    const target = event.target
    // Inside a cell that is being edited the mouse is the field's.
    if (store.editing && target.closest('[data-field]')) return
    const head = target.closest<HTMLElement>('[data-column-head]')
    const number = target.closest<HTMLElement>('[data-row-head]')
    const cell = target.closest<HTMLElement>('[data-column]')
    const handle = target.closest('[data-handle]')
    if (!head && !number && !cell && !handle) return
    event.preventDefault()
    commitField(store, box.current)
    store.hasFocus = true
    store.leave(false)
    const extend = event.shiftKey
    if (handle) start('fill', store.active)
    else if (number) {
      const row = Number(number.dataset.rowHead)
      if (row < 0) store.selectAll()
      else {
        const from = { row: extend ? store.active.row : row, column: 0 }
        store.selectRange(rowsBetween(from, { row, column: 0 }))
        start('rows', from)
      }
    } else if (head) {
      const column = Number(head.dataset.columnHead)
      const from = { row: 0, column: extend ? store.active.column : column }
      store.selectRange(columnsBetween(from, { row: 0, column }))
      start('columns', from)
    } else if (cell) {
      const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
      store.select(place, { extend })
      if (target.closest('[data-toggle]') && !extend) openCell(store)
      else start('cells', place)
    }
    // At once, for keys that follow within a frame; and again once the field stands in its new cell.
    focusField()
    requestAnimationFrame(focusField)
  }

  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-toggle]')) return
    if (!store.editing && event.target.closest('[data-column]')) openCell(store)
  }

  return { onMouseDown, onDoubleClick }
}
