import type { ColumnDef } from '@tanstack/react-table'
import { decodeColumns, encodeColumns } from '@/lib/client/list-columns'
import type { ColumnMeta, Features } from './columns'

type Column<Row extends object> = ColumnDef<Features, Row, unknown>

export const metaOf = <Row extends object>(column: Column<Row>) => column.meta as ColumnMeta

export type Arranged<Row extends object> = {
  /** What is shown, in order, with the reader's widths. */
  columns: Column<Row>[]
  /** Columns besides the first that stay while scrolling sideways; they come right after it. */
  pinned: string[]
}

/**
 * The columns as an address or a view arranges them. The first column names the row and is always there, first. What
 * is not known (any more) is left out; without an arrangement the usual columns are shown.
 */
export function arrange<Row extends object>(
  all: readonly Column<Row>[],
  cols: string,
  columnOf?: (id: string) => Column<Row> | undefined,
): Arranged<Row> {
  const { columns: ids, pinned = [], widths = {} } = decodeColumns(cols)
  const name = all[0]!
  if (!ids) return { columns: all.filter((column) => !metaOf(column).hidden), pinned: [] }
  const found = ids.flatMap((id) => {
    const column = all.find((each) => each.id === id) ?? columnOf?.(id)
    return column && id !== name.id ? [column] : []
  })
  const isPinned = ({ id }: Column<Row>) => pinned.includes(id!)
  const ordered = [name, ...found.filter(isPinned), ...found.filter((column) => !isPinned(column))]
  return {
    columns: ordered.map((column) => {
      const width = widths[column.id!]
      // What somebody chose is shown on every screen.
      return { ...column, meta: { ...metaOf(column), wideOnly: undefined, ...(width ? { width } : {}) } } as Column<Row>
    }),
    pinned: found.filter(isPinned).map(({ id }) => id!),
  }
}

/** What the reader sees of an arrangement: columns for wide screens are not on this one. */
export const onScreen = <Row extends object>(columns: readonly Column<Row>[]): Column<Row>[] =>
  columns.filter((column) => !metaOf(column).wideOnly || window.innerWidth >= 1600)

/** The arrangement with one column's width changed. */
export function withWidth<Row extends object>(
  arranged: Arranged<Row>,
  cols: string,
  id: string,
  width: number,
): string {
  const { widths = {} } = decodeColumns(cols)
  return encodeColumns({
    columns: onScreen(arranged.columns).map((column) => column.id!),
    pinned: arranged.pinned,
    widths: { ...widths, [id]: width },
  })
}
