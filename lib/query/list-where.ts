import { type SQL, sql } from 'drizzle-orm'
import type { AnyColumn } from '@/db/dialect/columns'
import { matchCondition, matchValue } from '@/db/dialect/search-sql'
import { compilePlan, type SlotSql } from './compile'
import type { ListQuery } from './list-query'
import type { Condition, ListSource } from './list-source'
import { addSlot, newSlots, planFilter, type Slots } from './plan'
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
export type ListWhere = { key: string; slots: Slots; sql: (slot: SlotSql) => SQL }

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
    sql(slot) {
      const parts: SQL[] = []
      const scopeSql = scopeSlot === undefined ? undefined : slot(scopeSlot)
      if (scopeSql) parts.push(sql`${scope!.column} = ${scopeSql}`)
      for (const entry of own) parts.push(sql`(${entry.condition.sql(entry.slots.map(slot))})`)
      if (search) parts.push(matchCondition(search.index, search.number, slot(searchSlot!)))
      if (plan)
        parts.push(compilePlan(plan, { columns: source.columns, slot, scope: isChildScope ? scopeSql : undefined }))
      return parts.length === 0 ? sql`1 = 1` : sql.join(parts, sql` and `)
    },
  }
}
