import type { Reader } from '@/db'
import { orders } from '@/db/schema'
import { AppError, badArgument } from '@/lib/errors'
import { and, not } from '@/lib/query/build'
import type { CheckedFilter } from '@/lib/query/checked'
import { listQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import { runList } from '@/lib/query/run-list'
import type { SearchQuery } from '@/lib/query/search'
import { orderResource } from '@/lib/resources/order'
import { orderColumns } from './columns'
import { orderSource, scopeOf, wholeOrdersOnly } from './find-orders'
import { readMovableOrders } from './movable-order'
import { findDeletedOrders, type RowResult } from './row-outcome'

/** How many orders one act takes: named one by one, or chosen by a filter. */
export const bulkLimits = { ids: 1000, filter: 10_000 }

/** Which orders an act is for. */
export type OrderSelection =
  | {
      ids: readonly string[]
      /** The versions the caller saw, by id; an order at another one is left alone. */
      versions?: Readonly<Record<string, number>>
    }
  | {
      filter?: CheckedFilter
      search?: SearchQuery
      excludeIds?: readonly string[]
      /** How many the caller believes these are, exclusions taken off. */
      expectedCount?: number
    }

/** An order to act on, at the version it is expected to have; or what is known of one that is gone. */
export type Target = { id: string; version?: number; gone?: RowResult }

const source = listSource({
  resource: orderResource,
  columns: orderColumns,
  select: { id: orders.id, version: orders.version },
  search: orderSource.search,
})

/**
 * The orders of a selection, in the order of the request, or of the list. Named ones that were deleted are among them.
 * @throws AppError NotFound naming those that are not this organization's (decision 38), BadArgument for too many,
 *   Conflict when a filter selects another number than expected
 */
export async function findSelected(
  db: Reader,
  organizationId: string | undefined,
  selection: OrderSelection,
): Promise<Target[]> {
  if (!('ids' in selection)) return findFiltered(db, organizationId, selection)
  const { ids, versions } = selection
  const known = await readMovableOrders(db, ids, organizationId)
  const missing = ids.filter((id) => !known.has(id))
  const deleted = await findDeletedOrders(db, missing, organizationId)
  const details = ids.flatMap((id, i) =>
    known.has(id) || deleted.has(id)
      ? []
      : [{ code: 'UnknownReference' as const, target: `ids.${i}`, message: 'There is no such order.' }],
  )
  if (details.length > 0) {
    throw new AppError('NotFound', 'Order was not found. Nothing was changed.', {
      target: 'Order',
      details: details.slice(0, 50),
    })
  }
  return ids.map((id) => ({ id, version: versions?.[id], gone: deleted.get(id) }))
}

async function findFiltered(
  db: Reader,
  organizationId: string | undefined,
  { filter, search, excludeIds = [], expectedCount }: Extract<OrderSelection, { filter?: CheckedFilter }>,
): Promise<Target[]> {
  const excluded: CheckedFilter | undefined =
    excludeIds.length > 0
      ? not({ kind: 'in', field: { path: 'id', type: 'id' }, values: [...new Set(excludeIds)] })
      : undefined
  const query = listQuery(orderResource, {
    filter: filter || excluded ? and(filter, excluded) : undefined,
    search,
    sorted: true,
    page: { limit: bulkLimits.filter, offset: 0 },
  })
  const { total, rows } = await runList(db, source, query, {
    scope: scopeOf({ organizationId }),
    conditions: [wholeOrdersOnly],
  })
  if (expectedCount !== undefined && total !== expectedCount) {
    throw new AppError(
      'Conflict',
      `The filter selects ${total} orders now, not ${expectedCount}. Look at the list again. Nothing was changed.`,
      { target: 'expectedCount', inner: { code: 'CountChanged', count: total } },
    )
  }
  if (total > bulkLimits.filter) {
    throw badArgument('RequestBody', `The filter selects ${total} orders; ${bulkLimits.filter} can be moved at once.`, [
      { code: 'TooMany', target: 'filter', message: `At most ${bulkLimits.filter} orders. Narrow the filter.` },
    ])
  }
  return rows as Target[]
}
