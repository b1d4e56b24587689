import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table'

/** How a cell looks on the card a row is on narrow screens. */
type CardLook = 'dim' | 'strong' | 'end' | 'whole'

/** What our tables know of a column beyond TanStack's own words. */
export type ColumnMeta = {
  /** The words of the column's head, also said by sort links. */
  label: string
  /** Pixels; without one the column shares what is left. */
  width?: number
  /** A CSS width that follows the screen's, for a column that takes less than its share of what is left. */
  fluid?: string
  /** Pixels it keeps at least when it shares what is left; 140 when not said. */
  minWidth?: number
  align?: 'end'
  /** The field `$orderBy` takes; without one the column does not sort. */
  sort?: string
  /** What the first click asks for: newest and largest first where that is what people look for. */
  descendingFirst?: boolean
  /** Left out where the table would not fit on a common screen with it, unless the reader chose it. */
  wideOnly?: boolean
  /** Share of the column that a skeleton bar fills, 0 to 1. */
  skeleton?: number
  /** Not shown until the reader chooses it. */
  hidden?: boolean
  /** Fields an export needs for this column; the column's id when left out. */
  fields?: readonly string[]
  /** Its place among the list's `cards` on narrow screens, and how it looks there. `hidden` leaves it out. */
  card?: 'hidden' | readonly [area: string, ...looks: CardLook[]]
}

/** What our tables can do; wider tables add features here once. */
export const features = tableFeatures({ columnVisibilityFeature, columnMeta: {} as ColumnMeta })
export type Features = typeof features

export const columnsOf = <Row extends object>() => createColumnHelper<Features, Row>()

/** Said aloud although they are the default: laid out as cards, some browsers take a table for plain boxes. */
export const aria = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  head: { role: 'columnheader' },
} as const
