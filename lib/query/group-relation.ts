import { type SQL, sql } from 'drizzle-orm'
import type { AnyColumn } from '@/db/dialect/columns'
import type { Resource } from '@/lib/resources/resource'
import { type ApplyStep, appliedShape } from './apply'
import { filterSql, type Rows } from './apply-rows'
import type { AnyColumnMap } from './column-map'
import { sqlType } from './compile'
import { groupSql } from './group-sql'
import { orderTerms } from './keyset'
import type { SortedKey } from './list-sort'
import type { ListSource } from './list-source'
import type { SortKey } from './order-by'

/** Groups while the steps work on them: a table expression, and how each name is called in it. */
export type Relation = { sql: SQL; shape: Resource; columnOf: Record<string, string>; order?: SortKey[] }

/** What the grouping step makes of rows. */
export function firstRelation(
  source: ListSource,
  rows: Rows,
  step: Extract<ApplyStep, { kind: 'groupby' | 'aggregate' }>,
): Relation {
  const by = step.kind === 'groupby' ? step.by : []
  const filter =
    step.kind === 'groupby' && step.filter
      ? filterSql({ kind: 'filter', filter: step.filter }, source.columns, rows.scope)
      : undefined
  const columnOf: Record<string, string> = {}
  for (const [index, key] of by.entries()) columnOf[key.name] = `k${index}`
  for (const [index, aggregate] of step.aggregates.entries()) columnOf[aggregate.alias] = `a${index}`
  return {
    sql: groupSql({ columns: source.columns, where: rows.where, filter }, by, step.aggregates),
    shape: appliedShape([step], source.resource).resource,
    columnOf,
  }
}

/** Steps behind the grouping see the groups as a table `g`. */
export function nextRelation(relation: Relation, step: ApplyStep, shape: Resource): Relation {
  const columns = relationColumns(relation)
  switch (step.kind) {
    case 'filter':
      return { ...relation, sql: sql`select * from (${relation.sql}) g where ${filterSql(step, columns)}` }
    case 'orderby':
      return { ...relation, order: step.keys }
    case 'top': {
      const terms = orderTerms(groupKeys(relation, withKeys(relation.order ?? [], keysOf(relation))))
      const ordered = terms.length > 0 ? sql` order by ${sql.join(terms, sql`, `)}` : sql``
      return { ...relation, sql: sql`select * from (${relation.sql}) g${ordered} limit ${sql.param(step.count)}` }
    }
    case 'aggregate': {
      const columnOf = Object.fromEntries(step.aggregates.map((aggregate, index) => [aggregate.alias, `a${index}`]))
      const table = sql`(${relation.sql}) g`
      const input = { columns: { ...columns, table: table as unknown as AnyColumnMap['table'] }, where: sql`1 = 1` }
      return { sql: groupSql(input, [], step.aggregates), shape, columnOf }
    }
    case 'groupby':
      throw new Error('Groups are not grouped again; readApply refuses it.')
  }
}

const keysOf = (relation: Relation) =>
  Object.keys(relation.columnOf)
    .filter((name) => relation.columnOf[name]!.startsWith('k'))
    .map((name) => ({ name }))

function relationColumns(relation: Relation): AnyColumnMap {
  const fields = Object.fromEntries(
    Object.entries(relation.columnOf).map(([name, column]) => [name, sql.raw(`g.${column}`)]),
  )
  // Groups have no id and no lists, and nothing asks for them.
  return { table: undefined as never, id: undefined as unknown as AnyColumn, fields, lists: {} }
}

/** Grouping keys identify a group, so they make any order total. */
export function withKeys(order: readonly SortKey[], by: readonly { name: string }[]): SortKey[] {
  const rest = by.filter((key) => !order.some((given) => given.path === key.name))
  return [...order, ...rest.map((key): SortKey => ({ path: key.name, direction: 'asc' }))]
}

export type GroupSortKey = SortedKey & { column: string }

export const groupKeys = (relation: Relation, order: readonly SortKey[]): GroupSortKey[] =>
  order.map(({ path, direction }) => {
    const column = relation.columnOf[path]!
    return { value: sql.raw(`g.${column}`), nullable: true, direction, type: typeIn(relation, path), column }
  })

export const typeIn = (relation: Relation, name: string) => sqlType(relation.shape.fields[name]!.type)
