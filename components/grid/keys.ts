import type { KeyboardEvent } from 'react'
import type { GridStore } from './grid-store'
import { rowsInSight } from './layout'
import { isSingle, jump, type Place } from './range'

/** The one field inside the active cell, which has the keyboard. */
export const fieldOf = (box: HTMLElement) => box.querySelector<HTMLTextAreaElement | HTMLSelectElement>('[data-field]')

/** Brings the keyboard into the active cell, from a button outside. */
export function focusActive(store: GridStore) {
  store.hasFocus = true
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[role="grid"] [data-field]')?.focus())
}

/** Keeps what is being typed. */
export function commitField(store: GridStore, box: HTMLElement | null) {
  const field = box && fieldOf(box)
  if (store.editing && field) store.commit(field.value)
}

const arrows: Record<string, Place> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

const by = ({ row, column }: Place, step: Place): Place => ({ row: row + step.row, column: column + step.column })

/** Tab goes on in the next row after the last column; undefined at the very end, where it leaves the grid. */
function tabPlace(store: GridStore, back: boolean): Place | undefined {
  const { row, column } = store.active
  const width = store.columns.length
  const next = row * width + column + (back ? -1 : 1)
  if (next < 0 || next >= store.sheet.count * width) return undefined
  return { row: Math.floor(next / width), column: next % width }
}

/** Opens the active cell; a yes or no is turned over instead. */
export function openCell(store: GridStore) {
  if (!store.mayEdit()) return
  if (store.activeColumn.type !== 'boolean') return store.edit('opened')
  store.set(store.activeRow?.cells[store.active.column] !== true)
}

/**
 * What a key means in the grid. Keys that mean nothing here, letters above all, go to the field of the active cell,
 * so that every input method composes where it should.
 */
export function onGridKey(event: KeyboardEvent<HTMLElement>, store: GridStore, box: HTMLElement, save: () => void) {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return
  const ctrl = event.ctrlKey || event.metaKey
  if (ctrl && event.key.toLowerCase() === 's') {
    event.preventDefault()
    commitField(store, box)
    return save()
  }
  if (event.target === box) return onLeftKey(event, store, box)
  const handled = store.editing ? onEditingKey(event, store, box) : onMovingKey(event, store, box, ctrl)
  if (handled) event.preventDefault()
}

/** The grid itself has the focus after Escape: only the way back in is ours, Tab is the browser's. */
function onLeftKey(event: KeyboardEvent, store: GridStore, box: HTMLElement) {
  if (event.key !== 'Enter' && event.key !== 'F2' && !arrows[event.key]) return
  event.preventDefault()
  store.leave(false)
  fieldOf(box)?.focus({ preventScroll: true })
}

function onEditingKey(event: KeyboardEvent, store: GridStore, box: HTMLElement): boolean {
  const { key } = event
  const field = fieldOf(box)
  const go = (step: Place) => {
    commitField(store, box)
    store.select(by(store.active, step))
    return true
  }
  if (key === 'Escape') {
    event.stopPropagation()
    store.edit(false)
    return true
  }
  if (key === 'Enter' && event.altKey && field instanceof HTMLTextAreaElement) {
    field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
    return true
  }
  if (key === 'Enter') return go({ row: event.shiftKey ? -1 : 1, column: 0 })
  if (key === 'Tab') {
    const to = tabPlace(store, event.shiftKey)
    commitField(store, box)
    if (to) store.select(to)
    return to !== undefined
  }
  if (key === 'F2') {
    store.edit(store.editing === 'typed' ? 'opened' : 'typed')
    return true
  }
  const arrow = arrows[key]
  if (arrow && store.editing === 'typed' && !event.shiftKey && field instanceof HTMLTextAreaElement) return go(arrow)
  return false
}

function jumpFrom(store: GridStore, from: Place, step: Place): Place {
  const isEmpty = (row: number, column: number) => {
    const value = store.sheet.rowAt(row)?.cells[column]
    return value === null || value === '' || value === undefined
  }
  if (step.row !== 0) {
    const row = jump(from.row, step.row as 1 | -1, store.sheet.count, (at) => isEmpty(at, from.column))
    return { ...from, row }
  }
  const column = jump(from.column, step.column as 1 | -1, store.columns.length, (at) => isEmpty(from.row, at))
  return { ...from, column }
}

function onMovingKey(event: KeyboardEvent, store: GridStore, box: HTMLElement, ctrl: boolean): boolean {
  const { key, shiftKey: extend } = event
  const from = extend ? store.head : store.active
  const go = (to: Place) => {
    store.select(to, { extend })
    return true
  }
  const arrow = arrows[key]
  if (arrow && !event.altKey) return go(ctrl ? jumpFrom(store, from, arrow) : by(from, arrow))
  if (ctrl) return onCommand(event, store, go)
  switch (key) {
    case 'Tab': {
      const to = tabPlace(store, extend)
      if (to) store.select(to)
      return to !== undefined
    }
    case 'Home':
      return go({ ...from, column: 0 })
    case 'End':
      return go({ ...from, column: store.columns.length - 1 })
    case 'PageUp':
      return go({ ...from, row: from.row - rowsInSight(box) })
    case 'PageDown':
      return go({ ...from, row: from.row + rowsInSight(box) })
    case 'Enter':
    case 'F2':
      openCell(store)
      return true
    case ' ':
      if (extend) {
        store.selectRange({ ...store.range, left: 0, right: store.columns.length - 1 })
        return true
      }
      if (store.activeColumn.type !== 'boolean') return false
      openCell(store)
      return true
    case 'Delete':
    case 'Backspace':
      store.clear()
      return true
    case 'Escape':
      // The first Escape gives up a selection of several cells, the next one leaves the grid.
      if (!isSingle(store.range)) store.select(store.active)
      else {
        store.leave(true)
        box.focus({ preventScroll: true })
      }
      return true
    default:
      return false
  }
}

function onCommand(event: KeyboardEvent, store: GridStore, go: (to: Place) => boolean): boolean {
  const last = { row: store.sheet.count - 1, column: store.columns.length - 1 }
  switch (event.key.toLowerCase()) {
    case 'home':
      return go({ row: 0, column: 0 })
    case 'end':
      return go(last)
    case 'a':
      store.selectAll()
      return true
    case 'd':
      store.fillDown()
      return true
    case 'z':
      if (event.shiftKey) store.redo()
      else store.undo()
      return true
    case 'y':
      store.redo()
      return true
    default:
      return false
  }
}
