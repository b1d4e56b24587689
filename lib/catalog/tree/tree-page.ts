import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { categories, locations } from '@/db/schema'
import { whileUnchanged } from '@/lib/catalog/while-unchanged'
import { sortExpression } from '@/lib/query/compile'
import { orderTerms } from '@/lib/query/keyset'
import type { ListQuery } from '@/lib/query/list-query'
import { type Condition, columnEquals, type ListSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runList } from '@/lib/query/run-list'
import type { TreeTable } from './parent'

export type TreeRow<Node> = { node: Node; children: Node[] }

const isRoot = (table: TreeTable): Condition => ({ key: 'root', values: [], sql: () => isNull(table.parentId) })

/**
 * One level of a tree, a page of it, each node with all its children in the same order (spec nodeblocks 8, Trees).
 * The level is what stands below `parentId`; without one it is the roots, or with a filter whatever matches (S9).
 * `conditions` hold for nodes and children.
 */
export function findTreePage<Node extends { id: string; parentId: string | null }>(
  db: Reader,
  source: ListSource,
  query: ListQuery,
  parentId: string | undefined,
  conditions: readonly Condition[] = [],
): Promise<Page<TreeRow<Node>>> {
  const table = source.columns.table === categories ? categories : locations
  const key = JSON.stringify([source.resource.name, query.filter, query.sort, query.page, parentId])
  return whileUnchanged(`tree ${key}`, () => readTreePage<Node>(db, source, table, query, parentId, conditions))
}

async function readTreePage<Node extends { id: string; parentId: string | null }>(
  db: Reader,
  source: ListSource,
  table: TreeTable,
  query: ListQuery,
  parentId: string | undefined,
  conditions: readonly Condition[],
): Promise<Page<TreeRow<Node>>> {
  const level = parentId !== undefined ? [columnEquals(table.parentId, parentId)] : query.filter ? [] : [isRoot(table)]
  const page = await runList(db, source, query, { conditions: [...level, ...conditions] })
  const nodes = page.rows as Node[]
  if (nodes.length === 0) return { ...page, rows: [] }

  const keys = query.sort.map(({ path, direction }) => ({ ...sortExpression(source.columns, path), direction }))
  const children = (await db
    .select()
    .from(table)
    .where(
      and(
        inArray(
          table.parentId,
          nodes.map(({ id }) => id),
        ),
        ...conditions.map(conditionSql),
      ),
    )
    .orderBy(...orderTerms(keys))) as unknown as Node[]
  const byParent = Map.groupBy(children, (child) => child.parentId)
  return { ...page, rows: nodes.map((node) => ({ node, children: byParent.get(node.id) ?? [] })) }
}

const conditionSql = ({ values, sql: build }: Condition): SQL => build(values.map((value) => sql.param(value) as never))
