import { createListeners } from '@/lib/client/listeners'
import {
  type CellProblem,
  type CellValue,
  checkCell,
  emptyValue,
  type GridColumn,
  readCell,
  writeCell,
} from './columns'
import { dragTarget, fillDown, patternAt } from './fill'
import { clampPlace, heightOf, type Place, type Range, rangeOf, samePlace, widthOf } from './range'
import { type Edit, isCellDirty, isDirty, Sheet, type SheetRow, wholeRow } from './sheet'

/** How a cell came to be edited: typed text replaces it and arrows leave it; opened, the arrows stay inside. */
export type Editing = false | 'typed' | 'opened'

/** What there is to save, for the bar that says so. */
export type Summary = { cells: number; added: number; removed: number; problems: number; dirty: boolean }

/**
 * The state of a spreadsheet on screen: its rows, the selection and the cell that is edited. Components subscribe and
 * pick what they show, so that moving the selection renders two rows and not two thousand.
 */
export class GridStore {
  readonly sheet: Sheet
  /** The cell that has the keyboard. */
  active: Place = { row: 0, column: 0 }
  /** The other corner of the selection, which Shift moves. */
  head: Place = { row: 0, column: 0 }
  range: Range = { top: 0, left: 0, bottom: 0, right: 0 }
  /** The place the latest act is about: what must be in sight. */
  shown: Place | undefined
  editing: Editing = false
  /** What the handle is being dragged over. */
  filling: Range | undefined
  /** Whether the keyboard is in the grid: the active cell takes the focus when it changes. */
  hasFocus = false
  /** Escape was pressed in a cell: Tab now leads out of the grid instead of to the next cell. */
  left = false
  /** A save was tried: from then on also what nobody has filled in yet is a problem. */
  insists = false
  /** Raised by every change of the rows, not by moving about. */
  version = 0
  #listeners = createListeners()
  #summary: { version: number; value: Summary } | undefined

  constructor(columns: readonly GridColumn[]) {
    this.sheet = new Sheet(columns, () => {
      this.version++
      this.#keepInside()
      this.tell()
    })
  }

  readonly subscribe = this.#listeners.subscribe

  tell() {
    this.#listeners.tell()
  }

  get columns() {
    return this.sheet.columns
  }

  set columns(columns: readonly GridColumn[]) {
    this.sheet.columns = columns
    this.version++
    this.tell()
  }

  #keepInside() {
    this.active = clampPlace(this.active, this.sheet.count, this.columns.length)
    this.head = clampPlace(this.head, this.sheet.count, this.columns.length)
    this.range = rangeOf(this.active, this.head)
  }

  /** Moves the active cell; with `extend` it stays, and the selection reaches from it to the place. */
  select(to: Place, { extend = false } = {}) {
    const place = clampPlace(to, this.sheet.count, this.columns.length)
    if (samePlace(place, this.head) && (extend || samePlace(place, this.active))) return
    this.editing = false
    if (!extend) this.active = place
    this.head = place
    this.shown = place
    this.range = rangeOf(this.active, this.head)
    this.tell()
  }

  /** Selects a rectangle; the active cell is its top left. Nothing scrolls, unless a place is to be shown. */
  selectRange({ top, left, bottom, right }: Range, shown?: Place) {
    this.editing = false
    this.shown = shown
    this.active = { row: top, column: left }
    this.head = { row: bottom, column: right }
    this.#keepInside()
    this.tell()
  }

  /** Sets whether Tab leads out of the grid. */
  leave(left: boolean) {
    if (this.left === left) return
    this.left = left
    this.tell()
  }

  selectAll() {
    this.selectRange({ top: 0, left: 0, bottom: this.sheet.count - 1, right: this.columns.length - 1 })
  }

  get activeColumn() {
    return this.columns[this.active.column]!
  }

  get activeRow() {
    return this.sheet.rowAt(this.active.row)
  }

  mayEdit(place: Place = this.active) {
    return !this.columns[place.column]?.readOnly && !this.sheet.rowAt(place.row)?.removed
  }

  edit(how: Editing) {
    if (how && !this.mayEdit()) return
    if (this.editing === how) return
    this.editing = how
    this.tell()
  }

  /** Ends editing and keeps what was typed. */
  commit(text: string) {
    if (!this.editing) return
    this.editing = false
    const { row, column } = this.active
    const value = readCell(this.activeColumn, text)
    if (this.sheet.edit([{ row, column, value }], this.range) === 0) this.tell()
  }

  /** Sets the active cell, if it may be. */
  set(value: CellValue) {
    this.sheet.edit([{ ...this.active, value }], this.range)
  }

  /** Sets every cell of a range, as one step; answers how many became different. */
  fillRange(target: Range, valueAt: (place: Place) => CellValue): number {
    const edits: Edit[] = []
    for (let row = target.top; row <= target.bottom; row++) {
      for (let column = target.left; column <= target.right; column++) {
        edits.push({ row, column, value: valueAt({ row, column }) })
      }
    }
    return this.sheet.edit(edits, target)
  }

  clear() {
    this.fillRange(this.range, ({ column }) => emptyValue(this.columns[column]!))
  }

  /** Repeats one range over another, column types minding. */
  #repeat(source: Range, target: Range): number {
    return this.fillRange(target, (place) => {
      const from = patternAt(source, place)
      const value = this.sheet.rowAt(from.row)!.cells[from.column]!
      if (from.column === place.column) return value
      return readCell(this.columns[place.column]!, writeCell(this.columns[from.column]!, value))
    })
  }

  fillDown() {
    const parts = fillDown(this.range)
    if (parts) this.#repeat(parts.source, parts.target)
  }

  dragFill(to: Place | undefined) {
    const next = to && dragTarget(this.range, to)
    if (JSON.stringify(next) === JSON.stringify(this.filling)) return
    this.filling = next
    this.tell()
  }

  finishFill() {
    const target = this.filling
    this.filling = undefined
    if (!target) return this.tell()
    const source = this.range
    this.#repeat(source, target)
    this.selectRange({
      top: Math.min(source.top, target.top),
      left: Math.min(source.left, target.left),
      bottom: Math.max(source.bottom, target.bottom),
      right: Math.max(source.right, target.right),
    })
  }

  undo() {
    this.#goBack(this.sheet.undo())
  }

  redo() {
    this.#goBack(this.sheet.redo())
  }

  #goBack(step: { at?: Range } | undefined) {
    if (!step?.at || step.at.bottom >= this.sheet.count) return
    this.selectRange(step.at, { row: step.at.top, column: step.at.left })
  }

  /** The message about a cell: what the server said, else what can be seen without it. Undefined when it is fine. */
  problemOf(row: SheetRow, column: number, say: (problem: CellProblem) => string): string | undefined {
    if (row.removed) return undefined
    const told = row.errors?.[column]
    if (told) return told
    // What came from the server and was not touched is not this page's to complain about.
    if (row.stored && !isCellDirty(row, column)) return undefined
    const found = this.#check(row, column)
    return found && say(found)
  }

  #check(row: SheetRow, column: number): CellProblem | undefined {
    const found = checkCell(this.columns[column]!, row.cells[column]!)
    return found?.kind === 'required' && row.stored === null && !this.insists ? undefined : found
  }

  insist(insists: boolean) {
    if (this.insists === insists) return
    this.insists = insists
    this.version++
    this.tell()
  }

  /** The next cell, by rows, with a message; from the top again after the last. */
  nextProblem(): Place | undefined {
    const { count } = this.sheet
    for (let i = 1; i <= count; i++) {
      const row = this.sheet.rowAt((this.active.row + i) % count)!
      const column = this.columns.findIndex((_, at) => this.problemOf(row, at, () => 'wrong') !== undefined)
      if (column >= 0 || row.errors?.[wholeRow])
        return { row: (this.active.row + i) % count, column: Math.max(0, column) }
    }
    return undefined
  }

  get selectionSize() {
    return { rows: heightOf(this.range), columns: widthOf(this.range) }
  }

  get summary(): Summary {
    if (this.#summary?.version === this.version) return this.#summary.value
    const value: Summary = { cells: 0, added: 0, removed: 0, problems: 0, dirty: false }
    for (const row of this.sheet.rows) {
      if (row.errors) value.problems += Object.keys(row.errors).length
      if (!isDirty(row)) continue
      value.dirty = true
      if (row.removed) value.removed++
      else if (row.stored === null) value.added++
      if (row.removed) continue
      this.columns.forEach((_, i) => {
        if (row.stored !== null && !isCellDirty(row, i)) return
        if (row.stored !== null) value.cells++
        if (!row.errors?.[i] && this.#check(row, i)) value.problems++
      })
    }
    this.#summary = { version: this.version, value }
    return value
  }
}
