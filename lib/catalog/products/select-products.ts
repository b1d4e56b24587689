import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { products } from '@/db/schema'
import { productColumns } from '@/lib/catalog/columns'
import { AppError, badArgument } from '@/lib/errors'
import { and, not } from '@/lib/query/build'
import type { CheckedFilter } from '@/lib/query/checked'
import { listQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import { runList } from '@/lib/query/run-list'
import type { SearchQuery } from '@/lib/query/search'
import { productResource } from '@/lib/resources/product'
import { type ChangeRow, findDeletedProducts } from './change-outcome'
import { listRunOf, productSource } from './find-product-lists'

/** How many products one act takes: named one by one, or chosen by a filter. */
export const changeLimits = { ids: 1000, filter: 10_000 }

/** Which products an act is for. */
export type ProductSelection =
  | { ids: readonly string[] }
  | {
      filter?: CheckedFilter
      search?: SearchQuery
      excludeIds?: readonly string[]
      /** How many the caller believes these are, exclusions taken off. */
      expectedCount?: number
    }

/** A product to act on; or what is known of one that is gone. */
export type ProductTarget = { id: string; gone?: ChangeRow }

const source = listSource({
  resource: productResource,
  columns: productColumns,
  select: { id: products.id },
  search: productSource.search,
})

/**
 * The products of a selection, in the order of the request, or of the list. Named ones that were deleted are among them.
 * @throws AppError NotFound naming those that are not this organization's (decision 38), BadArgument for too many,
 *   Conflict when a filter selects another number than expected
 */
export async function findSelectedProducts(
  db: Reader,
  organizationId: string,
  selection: ProductSelection,
): Promise<ProductTarget[]> {
  if (!('ids' in selection)) return findFiltered(db, organizationId, selection)
  const { ids } = selection
  const known = new Set<string>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .select({ id: products.id, organizationId: products.organizationId })
      .from(products)
      .where(inArray(products.id, ids.slice(from, from + 500)))
    for (const row of rows) if (row.organizationId === organizationId) known.add(row.id)
  }
  const missing = ids.filter((id) => !known.has(id))
  const deleted = await findDeletedProducts(db, missing, organizationId)
  const details = ids.flatMap((id, i) =>
    known.has(id) || deleted.has(id)
      ? []
      : [{ code: 'UnknownReference' as const, target: `ids.${i}`, message: 'There is no such product.' }],
  )
  if (details.length > 0) {
    throw new AppError('NotFound', 'Product was not found. Nothing was changed.', {
      target: 'Product',
      details: details.slice(0, 50),
    })
  }
  return ids.map((id) => ({ id, gone: deleted.get(id) }))
}

async function findFiltered(
  db: Reader,
  organizationId: string,
  { filter, search, excludeIds = [], expectedCount }: Extract<ProductSelection, { filter?: CheckedFilter }>,
): Promise<ProductTarget[]> {
  const excluded: CheckedFilter | undefined =
    excludeIds.length > 0
      ? not({ kind: 'in', field: { path: 'id', type: 'id' }, values: [...new Set(excludeIds)] })
      : undefined
  const query = listQuery(productResource, {
    filter: filter || excluded ? and(filter, excluded) : undefined,
    search,
    sorted: true,
    page: { limit: changeLimits.filter, offset: 0 },
  })
  const { total, rows } = await runList(db, source, query, listRunOf({ organizationId }))
  if (expectedCount !== undefined && total !== expectedCount) {
    throw new AppError(
      'Conflict',
      `The filter selects ${total} products now, not ${expectedCount}. Look at the list again. Nothing was changed.`,
      { target: 'expectedCount', inner: { code: 'CountChanged', count: total } },
    )
  }
  if (total > changeLimits.filter) {
    throw badArgument(
      'RequestBody',
      `The filter selects ${total} products; ${changeLimits.filter} can be changed at once.`,
      [{ code: 'TooMany', target: 'filter', message: `At most ${changeLimits.filter} products. Narrow the filter.` }],
    )
  }
  return rows as ProductTarget[]
}
