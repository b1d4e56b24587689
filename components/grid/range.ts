/** A place in the grid, counted from 0 among the rows and columns that are shown. */
export type Place = { row: number; column: number }

/** A rectangle of places, its edges included. */
export type Range = { top: number; left: number; bottom: number; right: number }

export const rangeOf = (a: Place, b: Place): Range => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
})

export const heightOf = ({ top, bottom }: Range) => bottom - top + 1
export const widthOf = ({ left, right }: Range) => right - left + 1
export const isSingle = (range: Range) => heightOf(range) === 1 && widthOf(range) === 1

export const contains = (range: Range, { row, column }: Place) =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right

export const samePlace = (a: Place, b: Place) => a.row === b.row && a.column === b.column

const clamp = (value: number, last: number) => Math.max(0, Math.min(value, last))

/** The nearest place that exists. */
export const clampPlace = ({ row, column }: Place, rows: number, columns: number): Place => ({
  row: clamp(row, rows - 1),
  column: clamp(column, columns - 1),
})

/**
 * Where Ctrl and an arrow lead: from a filled cell to the last filled one in a row, else to the next filled one, else
 * to the edge.
 */
export function jump(from: number, step: 1 | -1, count: number, isEmpty: (at: number) => boolean): number {
  const last = step === 1 ? count - 1 : 0
  if (from === last) return from
  let at = from + step
  if (!isEmpty(from) && !isEmpty(at)) {
    while (at !== last && !isEmpty(at + step)) at += step
    return at
  }
  while (at !== last && isEmpty(at)) at += step
  return at
}
