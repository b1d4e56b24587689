import { changePercent, type Rounding } from './amount'
import type { CellValue, GridColumn } from './columns'
import type { GridStore } from './grid-store'
import { heightOf, type Range } from './range'
import type { Edit } from './sheet'

/** What is done to a whole column, or to the selected part of it. */
export type ColumnChange =
  | { kind: 'set'; value: CellValue }
  | { kind: 'percent'; hundredths: number; step: number; rounding: Rounding }
  | { kind: 'replace'; find: string; with: string; matchCase: boolean }

/** The kinds that make sense for a column. */
export function changesFor({ type }: GridColumn): ColumnChange['kind'][] {
  if (type === 'money' || type === 'integer') return ['percent', 'set']
  return type === 'text' ? ['replace', 'set'] : ['set']
}

/** Percent as people type it, in hundredths; undefined when it is none. */
export function readPercent(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[−–—]/g, '-').replace(/[\s%]/g, '')
  if (!/^[+-]?\d{1,4}([.,]\d{1,2})?$/.test(plain)) return undefined
  const value = Math.round(Number(plain.replace(',', '.')) * 100)
  return value >= -10_000 && value <= 100_000 ? value : undefined
}

/** The text with every place where `find` stands replaced, read from the left. */
function replaceText(text: string, { find, with: by, matchCase }: Extract<ColumnChange, { kind: 'replace' }>): string {
  const same = (a: string) => a === find || (!matchCase && a.toLowerCase() === find.toLowerCase())
  let done = ''
  let at = 0
  while (at < text.length) {
    const found = same(text.slice(at, at + find.length))
    done += found ? by : text[at]
    at += found ? find.length : 1
  }
  return done
}

/** The value after the change; what it does not apply to stays as it is. */
export function changeValue(value: CellValue, change: ColumnChange): CellValue {
  switch (change.kind) {
    case 'set':
      return change.value
    case 'percent': {
      if (typeof value !== 'number') return value
      return Math.max(0, changePercent(value, change.hundredths, change.step, change.rounding))
    }
    case 'replace': {
      if (typeof value !== 'string' || change.find === '') return value
      return replaceText(value, change)
    }
  }
}

/** The rows a change is for: the selected ones, or all that are shown when only one is. */
export const rowsOf = (store: GridStore): Range =>
  heightOf(store.range) > 1 ? store.range : { ...store.range, top: 0, bottom: store.sheet.count - 1 }

/** The cells of a column that the change makes different. */
export function editsOf(store: GridStore, column: number, change: ColumnChange): (Edit & { before: CellValue })[] {
  const { top, bottom } = rowsOf(store)
  const edits: (Edit & { before: CellValue })[] = []
  for (let row = top; row <= bottom; row++) {
    const found = store.sheet.rowAt(row)
    if (!found || found.removed) continue
    const before = found.cells[column]!
    const value = changeValue(before, change)
    if (value !== before) edits.push({ row, column, value, before })
  }
  return edits
}
