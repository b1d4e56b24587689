import { type CellValue, type GridColumn, sameValue, showCell } from './columns'
import type { Range } from './range'
import { UndoStack } from './undo-stack'

/** A message that belongs to a row as a whole stands under this column. */
export const wholeRow = -1

/** What was said about the cells of a row, by column. */
export type CellErrors = Readonly<Record<number, string>>

/** One row. It is replaced, never changed, so that whoever shows it sees at once whether it is the same. */
export type SheetRow = {
  readonly key: string
  /** What the server has; null for a row that exists here only. */
  readonly stored: readonly CellValue[] | null
  readonly cells: readonly CellValue[]
  readonly errors?: CellErrors
  /** To be deleted with the next save. */
  readonly removed?: boolean
}

type RowState = { cells: readonly CellValue[]; removed?: boolean }

/** What one act changed: each row before and after (null: not there), and where rows came or went the order. */
type Step = {
  rows: Map<string, [RowState | null, RowState | null]>
  order?: [readonly string[], readonly string[]]
  at?: Range
}

/** One cell's new value; the row is counted among those shown. */
export type Edit = { row: number; column: number; value: CellValue }

/** What became of rows that were sent to the server. */
export type Settled = {
  /** Accepted with these cells; `id` is the new key of a row that was only here. */
  stored: { key: string; cells: readonly CellValue[]; id?: string }[]
  failed: { key: string; errors: CellErrors }[]
  gone: string[]
}

export const isDirty = ({ stored, cells, removed }: SheetRow) =>
  removed === true || stored === null || (stored !== cells && stored.some((value, i) => !sameValue(value, cells[i]!)))

export const isCellDirty = ({ stored, cells }: SheetRow, column: number) =>
  stored !== null && !sameValue(stored[column]!, cells[column]!)

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/**
 * The rows of a spreadsheet, what of them differs from the server, and the way back. It lives outside of React: a
 * change of two thousand cells is one call of `changed`.
 */
export class Sheet {
  #rows: readonly SheetRow[] = []
  #places = new Map<string, number>()
  /** Keys of the rows that a filter leaves. */
  #shown: readonly string[] | null = null
  #undo = new UndoStack<Step>()
  /** Keys that rows had before they were stored; steps still say those. */
  #renamed = new Map<string, string>()
  #nextNew = 1

  constructor(
    public columns: readonly GridColumn[],
    /** Called after every change. */
    private readonly changed: () => void,
  ) {}

  get rows() {
    return this.#rows
  }

  get count() {
    return this.#shown ? this.#shown.length : this.#rows.length
  }

  get isFiltered() {
    return this.#shown !== null
  }

  get canUndo() {
    return this.#undo.canUndo
  }

  get canRedo() {
    return this.#undo.canRedo
  }

  /** The row at a place among those shown. */
  rowAt(at: number): SheetRow | undefined {
    if (!this.#shown) return this.#rows[at]
    const key = this.#shown[at]
    return key === undefined ? undefined : this.row(key)
  }

  row(key: string): SheetRow | undefined {
    const place = this.#places.get(this.#renamed.get(key) ?? key)
    return place === undefined ? undefined : this.#rows[place]
  }

  /** The place of a row among those shown; -1 when it is not. */
  placeOf(key: string): number {
    return this.#shown ? this.#shown.indexOf(key) : (this.#places.get(key) ?? -1)
  }

  #setRows(rows: readonly SheetRow[]) {
    this.#rows = rows
    this.#places = new Map(rows.map(({ key }, i) => [key, i]))
    if (this.#shown) {
      const known = new Set(this.#shown.map((key) => this.#renamed.get(key) ?? key))
      // Rows that came after the filter was set are shown: somebody has just made them.
      this.#shown = rows.filter(({ key, stored }) => known.has(key) || stored === null).map(({ key }) => key)
    }
    this.changed()
  }

  /** Shows the rows that hold the text in one of their cells; what is edited afterwards stays in sight. */
  filter(text: string, locale: string) {
    const wanted = fold(text.trim())
    this.#shown =
      wanted === ''
        ? null
        : this.#rows
            .filter(({ cells }) =>
              this.columns.some((column, i) => fold(showCell(column, cells[i]!, locale)).includes(wanted)),
            )
            .map(({ key }) => key)
    this.changed()
  }

  /** Takes the server's rows. What is unsaved here stays on top of them. */
  load(fresh: readonly { key: string; cells: readonly CellValue[] }[]) {
    const arrived = new Set(fresh.map(({ key }) => key))
    const rows = fresh.map(({ key, cells }): SheetRow => {
      const row = this.row(key)
      if (!row?.stored) return { key, stored: cells, cells }
      const kept = row.cells.map((value, i) => (sameValue(value, row.stored![i]!) ? cells[i]! : value))
      const clean = kept.every((value, i) => sameValue(value, cells[i]!))
      return { ...row, stored: cells, cells: clean ? cells : kept }
    })
    this.#setRows([...rows, ...this.#rows.filter((row) => !arrived.has(row.key) && isDirty(row))])
  }

  /** Changes cells, as one step. Cells of removed rows and of read-only columns stay. */
  edit(edits: Iterable<Edit>, at?: Range): number {
    const cellsOf = new Map<string, CellValue[]>()
    let count = 0
    for (const { row: place, column, value } of edits) {
      const row = this.rowAt(place)
      if (!row || row.removed || this.columns[column]?.readOnly) continue
      const cells = cellsOf.get(row.key) ?? row.cells
      if (sameValue(cells[column]!, value)) continue
      if (cells === row.cells) cellsOf.set(row.key, [...cells])
      cellsOf.get(row.key)![column] = value
      count++
    }
    if (cellsOf.size === 0) return 0
    this.#do({
      rows: new Map([...cellsOf].map(([key, cells]) => [key, [this.row(key)!, { cells }]])),
      at,
    })
    return count
  }

  /** Adds rows at the end, as one step, and tells their keys. */
  add(list: readonly (readonly CellValue[])[]): string[] {
    const before = this.#rows.map(({ key }) => key)
    const keys = list.map(() => `new ${this.#nextNew++}`)
    this.#do({
      rows: new Map(keys.map((key, i) => [key, [null, { cells: list[i]! }]])),
      order: [before, [...before, ...keys]],
    })
    return keys
  }

  /** Rows to be deleted with the next save; those the server does not have go at once. One step. */
  remove(keys: readonly string[]) {
    const rows = keys.flatMap((key) => this.row(key) ?? []).filter(({ removed }) => !removed)
    if (rows.length === 0) return
    const order = this.#rows.map(({ key }) => key)
    const fresh = new Set(rows.filter(({ stored }) => stored === null).map(({ key }) => key))
    this.#do({
      rows: new Map(
        rows.map((row) => [row.key, [row, row.stored === null ? null : { cells: row.cells, removed: true }]]),
      ),
      order: fresh.size > 0 ? [order, order.filter((key) => !fresh.has(key))] : undefined,
    })
  }

  /** Takes back the deletion of rows that was not saved yet. */
  keep(keys: readonly string[]) {
    const rows = keys.flatMap((key) => this.row(key) ?? []).filter(({ removed }) => removed)
    if (rows.length > 0) this.#do({ rows: new Map(rows.map((row) => [row.key, [row, { cells: row.cells }]])) })
  }

  /** Back to what the server has, as one step that can be taken back like any other. */
  discard() {
    const order = this.#rows.map(({ key }) => key)
    const dirty = this.#rows.filter(isDirty)
    if (dirty.length === 0) return
    this.#do({
      rows: new Map(dirty.map((row) => [row.key, [row, row.stored ? { cells: row.stored } : null]])),
      order: [order, this.#rows.filter(({ stored }) => stored !== null).map(({ key }) => key)],
    })
  }

  #do(step: Step) {
    this.#undo.push(step)
    this.#apply(step, 1)
  }

  /** Takes the latest step back; answers where it was. */
  undo(): { at?: Range } | undefined {
    const step = this.#undo.undo()
    if (step) this.#apply(step, 0)
    return step
  }

  redo(): { at?: Range } | undefined {
    const step = this.#undo.redo()
    if (step) this.#apply(step, 1)
    return step
  }

  #apply({ rows, order }: Step, side: 0 | 1) {
    const now = (key: string) => this.#renamed.get(key) ?? key
    const next = new Map(this.#rows.map((row) => [row.key, row]))
    for (const [key, states] of rows) {
      const state = states[side]
      const row = next.get(now(key))
      if (!state) {
        // A row that has been stored meanwhile cannot just vanish: it is deleted with the next save.
        if (row?.stored) next.set(row.key, { ...row, removed: true })
        else next.delete(now(key))
      } else if (row) {
        next.set(row.key, withState(row, states[side === 0 ? 1 : 0] ?? null, state))
      } else if (order) {
        next.set(now(key), { key: now(key), stored: null, cells: state.cells })
      }
    }
    if (!order) return this.#setRows([...next.values()])
    const sorted = order[side].flatMap((key) => next.get(now(key)) ?? [])
    const placed = new Set(sorted)
    this.#setRows([...sorted, ...[...next.values()].filter((row) => !placed.has(row))])
  }

  /** What the server said. Once rows are deleted there, earlier steps cannot be taken back any more. */
  settle({ stored, failed, gone }: Settled) {
    const next = new Map(this.#rows.map((row) => [row.key, row]))
    const ids = new Map<string, string>()
    for (const { key, cells, id } of stored) {
      const row = next.get(key)
      if (!row) continue
      next.set(key, { ...row, key: id ?? key, stored: cells, errors: undefined })
      if (id) ids.set(key, id)
    }
    for (const { key, errors } of failed) {
      const row = next.get(key)
      if (row) next.set(key, { ...row, errors })
    }
    for (const key of gone) next.delete(key)
    for (const [key, id] of ids) this.#renamed.set(key, id)
    if (gone.length > 0) this.#undo.clear()
    this.#setRows([...next.values()])
  }
}

/**
 * A row after a step. Only what the step changed becomes different: the other cells may have other values by now. What
 * was said about a cell holds no longer once the cell is another.
 */
function withState(row: SheetRow, from: RowState | null, { cells: to, removed }: RowState): SheetRow {
  const cells = to.map((value, i) => (from && sameValue(from.cells[i]!, value) ? row.cells[i]! : value))
  const left = Object.entries(row.errors ?? {}).filter(([column]) =>
    Number(column) === wholeRow ? false : sameValue(row.cells[Number(column)]!, cells[Number(column)]!),
  )
  return {
    ...row,
    cells: row.stored?.every((value, i) => sameValue(value, cells[i]!)) ? row.stored : cells,
    removed,
    errors: left.length > 0 ? Object.fromEntries(left) : undefined,
  }
}
