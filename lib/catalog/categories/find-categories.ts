import { eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { categories } from '@/db/schema'
import { categoryColumns } from '@/lib/catalog/columns'
import { findTreePage, type TreeRow } from '@/lib/catalog/tree/tree-page'
import { notFound } from '@/lib/errors'
import type { ListQuery } from '@/lib/query/list-query'
import { type Condition, columnEquals, listSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runList } from '@/lib/query/run-list'
import { categoryResource, categoryTreeResource } from '@/lib/resources/category'
import type { Category } from './category'

const source = listSource({
  resource: categoryResource,
  columns: categoryColumns,
  select: getTableColumns(categories),
})

const treeSource = { ...source, resource: categoryTreeResource }

const active: Condition = columnEquals(categories.status, 'ACTIVE')

/** All categories (C13). */
export const findCategories = (db: Reader, query: ListQuery): Promise<Page<Category>> => runList(db, source, query, {})

/** One level of the tree of ACTIVE categories, each node with its children (C12). */
export const findCategoryTree = (
  db: Reader,
  query: ListQuery,
  parentId: string | undefined,
): Promise<Page<TreeRow<Category>>> => findTreePage<Category>(db, treeSource, query, parentId, [active])

/** @throws AppError NotFound */
export async function getCategory(db: Reader, id: string): Promise<Category> {
  const [category] = await db.select().from(categories).where(eq(categories.id, id))
  if (!category) throw notFound('Category')
  return category
}

/** Those of the ids that exist. */
export const findCategoriesById = (db: Reader, ids: readonly string[]): Promise<Category[]> =>
  db
    .select()
    .from(categories)
    .where(inArray(categories.id, [...ids]))
