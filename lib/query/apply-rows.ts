import { type SQL, sql } from 'drizzle-orm'
import type { Resource } from '@/lib/resources/resource'
import type { ApplyStep } from './apply'
import type { AnyColumnMap } from './column-map'
import { compilePlan, sortExpression, sqlType } from './compile'
import { orderTerms } from './keyset'
import type { ListQuery } from './list-query'
import type { SortedKey } from './list-sort'
import type { ListSource } from './list-source'
import { type ListScope, listWhere } from './list-where'
import { type SortKey, withTieBreak } from './order-by'
import { newSlots, planFilter } from './plan'

/** Rows of the resource's own table: a condition, and what an `orderby` said last. */
export type Rows = {
  where: SQL
  scope?: SQL
  order?: SortKey[]
  /** The steps' part of `where`, for the ordinary list. */
  conditions: { key: string; values: []; sql: () => SQL }[]
}

const inline = (values: readonly unknown[]) => (slot: number) => sql`${sql.param(values[slot])}`

/** Applies the steps that stand before any grouping. */
export function selectRows(source: ListSource, query: ListQuery, scope: ListScope, steps: readonly ApplyStep[]): Rows {
  const { columns, resource } = source
  const base = listWhere(source, query, scope)
  const rows: Rows = { where: base.sql(inline(base.slots.values)), conditions: [] }
  if (scope.scope && scope.scope.column === columns.scopedBy) rows.scope = sql`${sql.param(scope.scope.value)}`
  steps.forEach((step, index) => {
    if (step.kind === 'orderby') rows.order = step.keys
    if (step.kind !== 'filter' && step.kind !== 'top') return
    const condition =
      step.kind === 'filter' ? filterSql(step, columns, rows.scope) : topSql(columns, rows, step.count, resource)
    rows.where = step.kind === 'filter' ? sql`${rows.where} and ${condition}` : condition
    rows.conditions.push({
      key: `apply ${base.key} ${JSON.stringify([base.slots.values, steps.slice(0, index + 1)])}`,
      values: [],
      sql: () => condition,
    })
  })
  return rows
}

export function filterSql(step: Extract<ApplyStep, { kind: 'filter' }>, columns: AnyColumnMap, scope?: SQL): SQL {
  const slots = newSlots()
  const plan = planFilter(step.filter, slots, columns.searched?.fields)
  return compilePlan(plan, { columns, slot: inline(slots.values), scope })
}

export const rowKeys = (columns: AnyColumnMap, resource: Resource, keys: readonly SortKey[]): SortedKey[] =>
  withTieBreak(keys).map(({ path, direction }) => ({
    ...sortExpression(columns, path),
    direction,
    type: sqlType(resource.fields[path]!.type),
  }))

function topSql(columns: AnyColumnMap, { where, order }: Rows, count: number, resource: Resource): SQL {
  const terms = orderTerms(rowKeys(columns, resource, order ?? resource.defaultSort))
  return sql`${columns.id} in (select ${columns.id} from ${columns.table} where ${where} order by ${sql.join(terms, sql`, `)} limit ${sql.param(count)})`
}
