import { getTableColumns, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { follows, products } from '@/db/schema'
import { productColumns } from '@/lib/catalog/columns'
import { publicationClock, published } from '@/lib/catalog/publication'
import { whileUnchanged } from '@/lib/catalog/while-unchanged'
import type { ListQuery } from '@/lib/query/list-query'
import { type Condition, listSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runApply } from '@/lib/query/run-apply'
import { countList, runList } from '@/lib/query/run-list'
import { productResource } from '@/lib/resources/product'
import type { Product } from './product'

export const productSource = listSource({
  resource: productResource,
  columns: productColumns,
  select: getTableColumns(products),
  search: { index: 'product_search', number: products.number, rankBy: [productColumns.fields.name] },
})

/** Which products a list is of: what everybody may see now, one organization's, what somebody follows. */
export type ProductScope = { publishedOnly?: boolean; organizationId?: string; followedBy?: string }

const visible = (): Condition => {
  const at = publicationClock()
  return { key: 'published', values: [at], sql: ([bound]) => published(bound!) }
}

const followed = (userId: string): Condition => ({
  key: 'followed',
  values: [userId],
  sql: ([bound]) =>
    sql`${products.id} in (select ${follows.productId} from ${follows} where ${follows.userId} = ${bound!})`,
})

/** What a scope means to the list executor. */
export const listRunOf = ({ publishedOnly, organizationId, followedBy }: ProductScope) => ({
  ...(organizationId === undefined ? {} : { scope: { column: products.organizationId, value: organizationId } }),
  conditions: [...(publishedOnly ? [visible()] : []), ...(followedBy === undefined ? [] : [followed(followedBy)])],
})

/** Pages of at most this many rows are kept in memory as a whole. */
const mostKeptRows = 50

/** One page of the products in a scope, with the exact number of all that match. Outside a transaction only. */
export function findProducts(db: Reader, scope: ProductScope, query: ListQuery): Promise<Page<Product>> {
  const run = listRunOf(scope)
  // Following does not change the catalog, so its lists are read each time; they are short.
  if (scope.followedBy !== undefined) return runList(db, productSource, query, run)

  const { filter, search, sort, sorted, page } = query
  const total = () =>
    whileUnchanged(`total ${JSON.stringify([scope, filter, search])}`, () => countList(db, productSource, query, run))
  const read = () => runList(db, productSource, query, { ...run, total })
  // What a shop window shows is asked for again and again; what somebody manages is not.
  if (!scope.publishedOnly || page.limit > mostKeptRows) return read()
  return whileUnchanged(`page ${JSON.stringify([filter, search, sort, sorted, page])}`, read)
}

/** What `$apply` makes of the products in a scope: groups, or ordinary rows (spec nodeblocks 5.6). */
export const findAppliedProducts = (db: Reader, scope: ProductScope, query: ListQuery) =>
  runApply(db, productSource, query, listRunOf(scope))
