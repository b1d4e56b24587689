import type { Cursor, CursorValue } from './cursor'
import type { ListQuery } from './list-query'

export type Page<T> = {
  rows: T[]
  /** Exact: all rows that match, before paging. */
  total: number
  /** Where the neighbouring pages begin, when there are any; the adapter makes tokens or page numbers of them. */
  next?: Cursor
  previous?: Cursor
}

/** A read along the sort order from behind a row, or against it. `cursor` without values is before the very first row. */
export type Walk = { cursor?: CursorValue[]; backward: boolean; limit: number; offset: number }

/** A row with the values of its sort keys. */
export type Keyed<T> = { row: T; key: CursorValue[] }

/**
 * Reads one page and finds out whether it has neighbours. `read` gives rows in walking order; it is called once, and
 * once more where only asking tells whether rows still stand behind the cursor one came from.
 */
export async function readPage<T>(
  { limit, offset, cursor }: ListQuery['page'],
  total: number,
  ranked: boolean,
  read: (walk: Walk) => Promise<Keyed<T>[]>,
): Promise<Page<T>> {
  const cursorAt = (direction: Cursor['direction'], values: CursorValue[]): Cursor =>
    ranked ? { direction, values, ranked } : { direction, values }
  const backward = cursor?.direction === 'previous'
  const found = await read({ cursor: cursor?.values, backward, limit: limit + 1, offset })
  const more = found.length > limit
  const page = more ? found.slice(0, limit) : found
  if (backward) page.reverse()
  const rows = page.map((entry) => entry.row)
  if (page.length === 0) {
    // Beyond either end: the way back begins at that end.
    if (total === 0 || (!cursor && offset === 0)) return { rows, total }
    return { rows, total, ...(backward ? { next: cursorAt('next', []) } : { previous: cursorAt('previous', []) }) }
  }

  const [first, last] = [page[0]!.key, page.at(-1)!.key]
  const exists = async (values: CursorValue[], before: boolean) =>
    (await read({ cursor: values, backward: before, limit: 1, offset: 0 })).length > 0
  const hasNext = backward ? await exists(last, false) : more
  const hasPrevious = backward ? more : cursor ? await exists(first, true) : offset > 0
  return {
    rows,
    total,
    ...(hasNext ? { next: cursorAt('next', last) } : {}),
    ...(hasPrevious ? { previous: cursorAt('previous', first) } : {}),
  }
}
