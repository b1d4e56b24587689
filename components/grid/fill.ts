import { heightOf, type Place, type Range, widthOf } from './range'

const modulo = (value: number, size: number) => ((value % size) + size) % size

/** The cell of `source` that a place repeats when the source is laid out again and again in every direction. */
export const patternAt = (source: Range, { row, column }: Place): Place => ({
  row: source.top + modulo(row - source.top, heightOf(source)),
  column: source.left + modulo(column - source.left, widthOf(source)),
})

/**
 * What dragging the handle of `source` to a place covers beside the source itself: down, up, right or left, whichever
 * is farther. Undefined while the pointer is inside.
 */
export function dragTarget(source: Range, to: Place): Range | undefined {
  const down = to.row - source.bottom
  const up = source.top - to.row
  const right = to.column - source.right
  const left = source.left - to.column
  const farthest = Math.max(down, up, right, left)
  if (farthest <= 0) return undefined
  if (farthest === down) return { ...source, top: source.bottom + 1, bottom: to.row }
  if (farthest === up) return { ...source, top: to.row, bottom: source.top - 1 }
  if (farthest === right) return { ...source, left: source.right + 1, right: to.column }
  return { ...source, left: to.column, right: source.left - 1 }
}

/**
 * What Ctrl and D do: the first row of the range is repeated below it; a range of one row takes the row above.
 * Undefined where there is nothing to take.
 */
export function fillDown(range: Range): { source: Range; target: Range } | undefined {
  if (range.top < range.bottom) {
    return { source: { ...range, bottom: range.top }, target: { ...range, top: range.top + 1 } }
  }
  if (range.top === 0) return undefined
  return { source: { ...range, top: range.top - 1, bottom: range.top - 1 }, target: range }
}

/**
 * Where pasted cells land: a block as large as itself from the top left of the selection, or repeated over the whole
 * selection when that is an exact multiple of it.
 */
export function pasteTarget(height: number, width: number, selected: Range): Range {
  const fits = heightOf(selected) % height === 0 && widthOf(selected) % width === 0
  if (fits) return selected
  return {
    top: selected.top,
    left: selected.left,
    bottom: selected.top + height - 1,
    right: selected.left + width - 1,
  }
}
