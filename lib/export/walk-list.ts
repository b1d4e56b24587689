import { setImmediate } from 'node:timers/promises'
import type { Reader } from '@/db'
import type { ListQuery } from '@/lib/query/list-query'
import type { ListSource, SelectedRow, Selection } from '@/lib/query/list-source'
import type { ListScope } from '@/lib/query/list-where'
import { runList } from '@/lib/query/run-list'

/** Rows in memory at once; a chunk holds up other requests for a few milliseconds. */
const rowsAtOnce = 500

/**
 * Every row of a list, in chunks along its order, with room for other requests in between. Each chunk begins behind the
 * last row of the one before: a row that is there throughout comes once, however many come and go meanwhile. `total` is
 * the exact number of rows, which is known already.
 */
export async function* walkList<S extends Selection>(
  db: Reader,
  source: ListSource<S>,
  query: ListQuery,
  scope: ListScope,
  total: number,
): AsyncGenerator<SelectedRow<S>[]> {
  let page: ListQuery['page'] = { limit: rowsAtOnce, offset: 0 }
  for (;;) {
    const { rows, next } = await runList(db, source, { ...query, page }, { ...scope, total: () => total })
    yield rows
    if (!next) return
    page = { limit: rowsAtOnce, offset: 0, cursor: next }
    await setImmediate()
  }
}
