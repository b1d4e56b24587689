import { emptyValue, readCell, writeCell } from './columns'
import { pasteTarget } from './fill'
import type { GridStore } from './grid-store'
import type { Range } from './range'
import { parseTsv, printTsv } from './tsv'

/** What pasting would do, before it is done. */
export type PastePlan = {
  cells: string[][]
  /** Cells in the longest line. */
  width: number
  target: Range
  /** Rows below the last one. */
  missingRows: number
  /** Columns beyond the last one. */
  cutColumns: number
}

/** The selected cells as other spreadsheets take them. */
export function copyCells({ sheet, columns, range }: GridStore): string {
  const { top, left, bottom, right } = range
  const lines: string[][] = []
  for (let row = top; row <= bottom; row++) {
    const cells = sheet.rowAt(row)?.cells
    if (cells) lines.push(columns.slice(left, right + 1).map((column, i) => writeCell(column, cells[left + i]!)))
  }
  return printTsv(lines)
}

/** Undefined when there is nothing to paste. */
export function planPaste({ sheet, columns, range }: GridStore, text: string): PastePlan | undefined {
  const lines = parseTsv(text)
  const width = Math.max(0, ...lines.map((line) => line.length))
  if (width === 0) return undefined
  const target = pasteTarget(lines.length, width, range)
  return {
    cells: lines,
    width,
    target,
    missingRows: Math.max(0, target.bottom - sheet.count + 1),
    cutColumns: Math.max(0, target.right - columns.length + 1),
  }
}

/**
 * Pastes what fits. Values that no column can read stay as text and are marked. Answers the cells that were changed
 * and those of read-only columns that were left out.
 */
export function pasteCells(store: GridStore, plan: PastePlan): { changed: number; readOnly: number } {
  const { cells, width, target } = plan
  const inside: Range = {
    ...target,
    bottom: Math.min(target.bottom, store.sheet.count - 1),
    right: Math.min(target.right, store.columns.length - 1),
  }
  let readOnly = 0
  const changed = store.fillRange(inside, (place) => {
    const column = store.columns[place.column]!
    const line = cells[(place.row - target.top) % cells.length]!
    const text = line[(place.column - target.left) % width]
    if (column.readOnly) readOnly++
    return text === undefined ? emptyValue(column) : readCell(column, text)
  })
  store.selectRange(inside)
  return { changed, readOnly }
}
