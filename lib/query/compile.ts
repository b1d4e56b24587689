import { Column, is, Placeholder, SQL, type SQLWrapper, sql } from 'drizzle-orm'
import {
  distinct,
  folded,
  inList,
  jsonMembers,
  jsonMemberValue,
  openNull,
  openPresent,
  openTest,
  type SqlType,
  textTest,
  typed,
  unindexed,
} from '@/db/dialect/query-sql'
import { matchCondition } from '@/db/dialect/search-sql'
import type { FieldType, Resource } from '@/lib/resources/resource'
import type { CheckedFilter, FieldRef } from './checked'
import type { AnyColumnMap, ChildTable, ColumnMap, ColumnRef, JsonList } from './column-map'
import { newSlots, type Plan, planFilter, type Test } from './plan'

/** How a slot appears in a statement: a placeholder of a prepared one, or the value itself as a parameter. */
export type SlotSql = (slot: number) => SQLWrapper

export type CompileContext = {
  columns: AnyColumnMap
  slot: SlotSql
  /** The value of the map's `scopedBy` column, when the list is limited to one. */
  scope?: SQLWrapper
  /**
   * Given where very many rows are known to match: which fields' ranges must not lead to their index, because one that
   * holds nearly everything is no way to a page. Nor do conditions on lists lead then.
   */
  looseRange?: (path: string) => boolean
}

/**
 * A checked filter as a condition for `where` (or `and(…)`), for both engines. It selects the rows for which the
 * filter is true. It may still be null for other rows, so never put SQL's `not` around it: compile `not(filter)`.
 * `scope` is the value of the map's `scopedBy` column that the list is limited to, for the children's indexes.
 */
export function compileFilter<R extends Resource>(
  columns: ColumnMap<R>,
  filter: CheckedFilter,
  scope?: string,
  looseRange?: CompileContext['looseRange'],
): SQL {
  const slots = newSlots()
  const plan = planFilter(filter, slots, columns.searched?.fields)
  return compilePlan(plan, {
    columns: columns as unknown as AnyColumnMap,
    slot: (slot) => sql.param(slots.values[slot]),
    scope: scope === undefined ? undefined : sql.param(scope),
    looseRange,
  })
}

export function compilePlan(plan: Plan, context: CompileContext): SQL {
  switch (plan.kind) {
    case 'constant':
      return plan.value ? sql`1 = 1` : sql`1 = 0`
    case 'and':
    case 'or':
      return joinBalanced(
        plan.nodes.map((node) => compilePlan(node, context)),
        plan.kind,
      )
    case 'test':
      return compileTest(plan, context)
  }
}

/** A flat chain of terms is parsed as a tree as deep as it is long, and engines limit that depth; halves are not. */
function joinBalanced(parts: SQL[], kind: 'and' | 'or'): SQL {
  if (parts.length <= 16) return sql`(${sql.join(parts, sql.raw(` ${kind} `))})`
  const half = Math.ceil(parts.length / 2)
  return sql`(${joinBalanced(parts.slice(0, half), kind)} ${sql.raw(kind)} ${joinBalanced(parts.slice(half), kind)})`
}

type TestPlan = Extract<Plan, { kind: 'test' }>

function compileTest({ field, test, not }: TestPlan, context: CompileContext): SQL {
  const { columns, slot } = context
  if (test.kind === 'compare' && test.match !== undefined) {
    const { index, number } = columns.searched!
    const exact = compileTest({ kind: 'test', field, test: { ...test, match: undefined }, not }, context)
    return sql`(${matchCondition(index, number, slot(test.match))} and ${exact})`
  }
  if (field.list === undefined) {
    const ref = columns.fields[field.path]
    if (!ref) throw new Error(`The column map has no ${field.path}.`)
    const found = readRef(ref)
    const isLoose = isRange(test, not) && context.looseRange?.(field.path)
    return scalarTest(isLoose ? { ...found, value: unindexed(found.value) } : found, field, test, not, slot)
  }
  const list = columns.lists[field.list]
  if (!list) throw new Error(`The column map has no list ${field.list}.`)
  return 'json' in list ? jsonListTest(list, field, test, not, slot) : childTest(list, field, test, not, context)
}

const isRange = (test: Test, not: boolean) =>
  test.kind === 'compare' && ['gt', 'ge', 'lt', 'le', ...(not ? ['eq'] : [])].includes(test.operator)

/** An expression with what is known of it. */
type Value = { value: Column | SQL; folded?: Column | SQL; nullable: boolean }

export function readRef(ref: ColumnRef): Value {
  const { value, folded: kept } = is(ref, SQL) || is(ref, Column) ? { value: ref, folded: undefined } : ref
  return { value, folded: kept, nullable: !(is(value, Column) && value.notNull) }
}

export const sqlType = (type: FieldType): SqlType =>
  type === 'integer' || type === 'date' ? 'integer' : type === 'number' || type === 'boolean' ? type : 'text'

/** A test of one value, or its complement; a missing value fails every test but `null`. */
function scalarTest(x: Value, field: FieldRef, test: Test, not: boolean, slot: SlotSql): SQL {
  if (field.type === 'open' || field.type === 'any') return openFieldTest(x.value, field, test, not, slot)
  const { value, nullable } = x
  const type = sqlType(field.type)
  const orMissing = (condition: SQL) => (nullable ? sql`(${condition} or ${value} is null)` : condition)
  if (test.kind === 'null') return not ? sql`${value} is not null` : sql`${value} is null`
  if (test.kind === 'present') return not ? sql`${value} is null` : sql`${value} is not null`
  if (test.kind === 'few') {
    const values = test.slots.map((index) => typed(slot(index), type))
    const members = values.length === 1 ? sql`${value} = ${values[0]}` : sql`${value} in (${sql.join(values, sql`, `)})`
    return not
      ? orMissing(
          values.length === 1 ? sql`${value} <> ${values[0]}` : sql`${value} not in (${sql.join(values, sql`, `)})`,
        )
      : members
  }
  if (test.kind === 'many') {
    const members = inList(value, slot(test.slot), type)
    return not ? orMissing(sql`not (${members})`) : members
  }
  const { operator } = test
  if (operator === 'co' || operator === 'startswith' || operator === 'endswith') {
    const condition = textTest(operator, x.folded ?? folded(value), slot(test.slot))
    return not ? orMissing(sql`not (${condition})`) : condition
  }
  const wanted = typed(slot(test.slot), type)
  if (operator === 'eq' && not) return nullable ? distinct(value, wanted) : sql`${value} <> ${wanted}`
  return not ? orMissing(ordered(value, complements[operator], wanted)) : ordered(value, symbols[operator], wanted)
}

const symbols = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const
const complements = { eq: '<>', gt: '<=', ge: '<', lt: '>=', le: '>' } as const

const ordered = (left: SQLWrapper, symbol: string, right: SQLWrapper) => sql`${left} ${sql.raw(symbol)} ${right}`

/** A test of the JSON below an open field. The tests of query-sql.ts are two-valued, so `not` may go around them. */
function openFieldTest(column: SQLWrapper, field: FieldRef, test: Test, not: boolean, slot: SlotSql): SQL {
  const place = { column, path: field.below ?? [] }
  const positive = () => {
    if (test.kind === 'null') return openNull(place)
    if (test.kind === 'present') return openPresent(place)
    return openTest(place, test.type, (value) => {
      if (test.kind === 'few')
        return sql`${value} in (${sql.join(
          test.slots.map((index) => typed(slot(index), test.type)),
          sql`, `,
        )})`
      if (test.kind === 'many') return inList(value, slot(test.slot), test.type)
      const { operator } = test
      return operator === 'co' || operator === 'startswith' || operator === 'endswith'
        ? textTest(operator, folded(value), slot(test.slot))
        : ordered(value, symbols[operator], typed(slot(test.slot), test.type))
    })
  }
  return not ? sql`not (${positive()})` : sql`(${positive()})`
}

/** A test an index can answer with the rows themselves. */
export const isEquality = (test: Test): boolean =>
  test.kind === 'few' || test.kind === 'many' || (test.kind === 'compare' && test.operator === 'eq')

/** Whether an index of the child gives the parents of the members that pass. */
function leadsToParents(list: ChildTable, field: FieldRef, test: Test): boolean {
  if (isEquality(test) && list.indexed?.includes(field.path)) return true
  return (isEquality(test) || test.kind === 'compare') && (list.ordered?.includes(field.path) ?? false)
}

/** "Some member passes the test", or its complement. */
function childTest(list: ChildTable, field: FieldRef, test: Test, not: boolean, context: CompileContext): SQL {
  const { columns, slot, scope } = context
  const ref = list.fields[field.path]
  if (!ref) throw new Error(`The column map has no ${field.path}.`)
  const condition = scalarTest(readRef(ref), field, test, false, slot)
  // Of very many rows a page is found sooner by asking one after the other.
  if (leadsToParents(list, field, test) && !context.looseRange) {
    // The index gives the few parents at once; asking each parent in turn would read them all (performance guide).
    const scoped = list.scope && scope ? [sql`${list.scope} = ${scope}`] : []
    const conditions = [...scoped, condition, ...memberCondition(list)]
    const within = sql`(select ${list.parent} from ${list.table} where ${sql.join(conditions, sql` and `)})`
    return not ? sql`${columns.id} not in ${within}` : sql`${columns.id} in ${within}`
  }
  const members = (...more: SQL[]) => {
    const conditions = [sql`${list.parent} = ${columns.id}`, ...memberCondition(list), ...more]
    return sql`exists (select 1 from ${list.table} where ${sql.join(conditions, sql` and `)})`
  }
  // No member at all is "absent", which is null.
  const some = test.kind === 'null' ? sql`(not ${members()} or ${members(condition)})` : members(condition)
  return not ? sql`not ${some}` : some
}

const memberCondition = (list: ChildTable): SQL[] => (list.where ? [list.where] : [])

function jsonListTest(list: JsonList, field: FieldRef, test: Test, not: boolean, slot: SlotSql): SQL {
  const path = list.fields[field.path]
  if (!path) throw new Error(`The column map has no ${field.path}.`)
  const open = field.type === 'open' || field.type === 'any'
  const value: Value = { value: open ? sql`member.value` : jsonMemberValue(path, sqlType(field.type)), nullable: true }
  const below = open ? [...path, ...(field.below ?? [])] : undefined
  const members = (...conditions: SQL[]) =>
    sql`exists (select 1 from ${jsonMembers(list.json)} where ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`1 = 1`})`
  const condition = scalarTest(value, { ...field, below }, test, false, slot)
  const some = test.kind === 'null' ? sql`(not ${members()} or ${members(condition)})` : members(condition)
  return not ? sql`not ${some}` : some
}

/** A slot of a prepared statement. */
export const placeholder: SlotSql = (slot) => sql`${new Placeholder(`s${slot}`)}`

/** The expression a scalar field is sorted and compared by. */
export function sortExpression(columns: AnyColumnMap, path: string): { value: Column | SQL; nullable: boolean } {
  const ref = columns.fields[path]
  if (!ref) throw new Error(`The column map has no ${path}.`)
  return readRef(ref)
}
