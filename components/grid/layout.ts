import type { GridColumn } from './columns'
import type { Place, Range } from './range'

/** Pixels. The styles say the same. */
export const rowHeight = 34
export const headHeight = 36
export const gutterWidth = 56

/** Where each column begins, in pixels from the grid's left edge; one more for the end of the last. */
export function columnEdges(columns: readonly GridColumn[]): number[] {
  const edges = [gutterWidth]
  for (const { width } of columns) edges.push(edges.at(-1)! + width)
  return edges
}

/** The place under a point, given in pixels inside the scrolled content; clamped by whoever selects it. */
export function placeAt(edges: readonly number[], x: number, y: number): Place {
  const column = edges.findLastIndex((edge) => x >= edge)
  return { row: Math.floor((y - headHeight) / rowHeight), column: Math.min(column, edges.length - 2) }
}

/** A range as a rectangle below the head, in pixels. */
export const boxOf = (edges: readonly number[], { top, left, bottom, right }: Range) => ({
  top: top * rowHeight,
  left: edges[left]!,
  width: edges[right + 1]! - edges[left]!,
  height: (bottom - top + 1) * rowHeight,
})

/** Scrolls just so far that a place is in sight, clear of the head and the row numbers. */
export function scrollTo(box: HTMLElement, edges: readonly number[], { row, column }: Place) {
  const top = row * rowHeight
  const seen = box.clientHeight - headHeight
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + rowHeight > box.scrollTop + seen) box.scrollTop = top + rowHeight - seen
  const [left, right] = [edges[column]!, edges[column + 1]!]
  if (left - gutterWidth < box.scrollLeft) box.scrollLeft = left - gutterWidth
  else if (right > box.scrollLeft + box.clientWidth)
    box.scrollLeft = Math.min(right - box.clientWidth, left - gutterWidth)
}

/** How many whole rows are in sight. */
export const rowsInSight = (box: HTMLElement) =>
  Math.max(1, Math.floor((box.clientHeight - headHeight) / rowHeight) - 1)
