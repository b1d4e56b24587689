import { type SQL, sql } from 'drizzle-orm'
import type { AnyColumn } from '@/db/dialect/columns'
import { unindexed } from '@/db/dialect/query-sql'
import { matchCondition, matchValue } from '@/db/dialect/search-sql'
import type { AnyColumnMap } from './column-map'
import { compilePlan, isEquality, type SlotSql } from './compile'
import type { ListQuery } from './list-query'
import type { Condition, ListSource } from './list-source'
import { addSlot, newSlots, type Plan, planFilter, type Slots } from './plan'
import { tokenRun } from './search'
import { identityOf } from './statements'

/** What limits a list beside the caller's filter. */
export type ListScope = {
  /** What the list is limited to, always the first condition: usually the organization. */
  scope?: { column: AnyColumn; value: string }
  /** Further conditions of the list itself. */
  conditions?: readonly Condition[]
}

/** The conditions of a list: their shape as `key`, their values in `slots`, their SQL. */
export type ListWhere = {
  key: string
  slots: Slots
  /** Some condition gives its rows through an index by itself: a search, an indexed field of a list. */
  narrowed: boolean
  /** With `steered`, the scope's own index is left alone, so that the narrow condition leads; see `looseRange`. */
  sql: (slot: SlotSql, steered?: boolean, looseRange?: (path: string) => boolean) => SQL
}

export function listWhere(source: ListSource, query: ListQuery, { scope, conditions = [] }: ListScope): ListWhere {
  const slots = newSlots()
  const scopeSlot = scope && addSlot(slots, scope.value)
  const own = conditions.map((condition) => ({
    condition,
    slots: condition.values.map((value) => addSlot(slots, value)),
  }))
  if (query.search && !source.search) throw new Error(`The list of ${source.resource.name} has no search index.`)
  const search = query.search && source.search
  const searchSlot = search && addSlot(slots, matchValue(query.search!.terms.map(tokenRun)))
  const plan = query.filter && planFilter(query.filter, slots, source.columns.searched?.fields)
  const isChildScope = scope !== undefined && scope.column === source.columns.scopedBy
  return {
    key: JSON.stringify([
      identityOf(source),
      scope?.column.name ?? null,
      own.map((entry) => [entry.condition.key, entry.slots.length]),
      search !== undefined,
      plan ?? null,
    ]),
    slots,
    narrowed: search !== undefined || (plan !== undefined && isNarrow(plan, source.columns)),
    sql(slot, steered = false, looseRange = undefined) {
      const parts: SQL[] = []
      const scopeSql = scopeSlot === undefined ? undefined : slot(scopeSlot)
      if (scopeSql) parts.push(sql`${steered ? unindexed(scope!.column) : scope!.column} = ${scopeSql}`)
      for (const entry of own) parts.push(sql`(${entry.condition.sql(entry.slots.map(slot))})`)
      if (search) parts.push(matchCondition(search.index, search.number, slot(searchSlot!)))
      if (plan)
        parts.push(
          compilePlan(plan, { columns: source.columns, slot, scope: isChildScope ? scopeSql : undefined, looseRange }),
        )
      return parts.length === 0 ? sql`1 = 1` : sql.join(parts, sql` and `)
    },
  }
}

function isNarrow(plan: Plan, columns: AnyColumnMap): boolean {
  if (plan.kind === 'and') return plan.nodes.some((node) => isNarrow(node, columns))
  if (plan.kind !== 'test' || plan.not) return false
  const { field, test } = plan
  if (test.kind === 'compare' && test.match !== undefined) return true
  const list = field.list === undefined ? undefined : columns.lists[field.list]
  return list !== undefined && !('json' in list) && isEquality(test) && (list.indexed?.includes(field.path) ?? false)
}
