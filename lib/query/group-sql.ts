import { type Column, type SQL, sql } from 'drizzle-orm'
import { jsonMembers, jsonMemberValue, mean, nullOf, orderedJoin } from '@/db/dialect/query-sql'
import type { Aggregate } from './aggregates'
import type { GroupKey } from './apply'
import type { FieldRef } from './checked'
import type { AnyColumnMap } from './column-map'
import { readRef, sqlType } from './compile'

/** The rows to be grouped: those of the map's table for which `where` holds. */
export type GroupInput = {
  columns: AnyColumnMap
  where: SQL
  /** Which rows of a group its aggregates look at; every group stays. */
  filter?: SQL
}

/** Groups as a table with the columns `k0…` for the keys and `a0…` for the aggregates. */
export function groupSql(input: GroupInput, by: readonly GroupKey[], aggregates: readonly Aggregate[]): SQL {
  const keyLists = new Set(by.flatMap((key) => key.field.list ?? []))
  const listOf = (aggregate: Aggregate) => (aggregate.method === 'count' ? undefined : aggregate.field.list)
  const lists = [...new Set(aggregates.flatMap((aggregate) => listOf(aggregate) ?? []))]
  // Each list is unwound in a statement of its own: two at once would multiply each other's members.
  const parts = lists.map((list) => partSql(input, by, aggregates, list, (aggregate) => listOf(aggregate) === list))
  const plain = aggregates.some((aggregate) => listOf(aggregate) === undefined)
  const allGroupsThere = parts.length > 0 && lists.some((list) => keyLists.has(list))
  if (plain || !allGroupsThere) {
    parts.unshift(partSql(input, by, aggregates, undefined, (aggregate) => listOf(aggregate) === undefined))
  }
  return parts.length === 1 ? parts[0]! : mergeParts(parts, by.length, aggregates)
}

/** Each part has a row for a group and values for its own aggregates only; the rest are null and vanish in `max`. */
function mergeParts(parts: SQL[], keys: number, aggregates: readonly Aggregate[]): SQL {
  const keyNames = Array.from({ length: keys }, (_, index) => sql.raw(`k${index}`))
  const values = aggregates.map((aggregate, index) => {
    const value = sql`max(${sql.raw(`a${index}`)})`
    const counted = aggregate.method === 'count' || aggregate.method === 'countdistinct'
    return sql`${counted ? sql`coalesce(${value}, 0)` : value} as ${sql.raw(`a${index}`)}`
  })
  const union = sql.join(parts, sql` union all `)
  const grouped = keys === 0 ? sql`` : sql` group by ${sql.join(keyNames, sql`, `)}`
  return sql`select ${sql.join([...keyNames, ...values], sql`, `)} from (${union}) parts${grouped}`
}

function partSql(
  input: GroupInput,
  by: readonly GroupKey[],
  aggregates: readonly Aggregate[],
  list: string | undefined,
  isOwn: (aggregate: Aggregate) => boolean,
): SQL {
  const own = aggregates.map((aggregate) => (isOwn(aggregate) ? aggregate : undefined))
  const fields = own.flatMap((aggregate) => (aggregate && aggregate.method !== 'count' ? [aggregate.field] : []))
  const { from, value } = unwind(input, by, list, fields)
  const keys = by.map((key, index) => sql`${value(key.field)} as ${sql.raw(`k${index}`)}`)
  const values = own.map((aggregate, index) => {
    const sqlOf = aggregate ? aggregateSql(aggregate, value, input.filter) : nullOf(sqlType(aggregates[index]!.type))
    return sql`${sqlOf} as ${sql.raw(`a${index}`)}`
  })
  const positions = by.map((_, index) => sql.raw(String(index + 1)))
  const grouped = by.length === 0 ? sql`` : sql` group by ${sql.join(positions, sql`, `)}`
  return sql`select ${sql.join([...keys, ...values], sql`, `)} from ${from} where ${input.where}${grouped}`
}

function aggregateSql(aggregate: Aggregate, value: (field: FieldRef) => SQL | Column, filter: SQL | undefined): SQL {
  const only = filter ? sql` filter (where ${filter})` : sql``
  if (aggregate.method === 'count') return sql`count(*)${only}`
  const x = value(aggregate.field)
  switch (aggregate.method) {
    case 'countdistinct':
      return sql`count(distinct ${x})${only}`
    case 'average':
      return mean(x, only)
    default:
      return sql`${sql.raw(aggregate.method)}(${x})${only}`
  }
}

/** What `from` has to be for the keys, and for the fields of one list, and how a field is then called. */
export function unwind(
  { columns, where }: Pick<GroupInput, 'columns' | 'where'>,
  by: readonly GroupKey[],
  list: string | undefined,
  fields: readonly FieldRef[],
): { from: SQL; value: (field: FieldRef) => SQL | Column } {
  const named = new Map<string, SQL>()
  const joins: SQL[] = []
  const keyLists = by.flatMap((key) => key.field.list ?? [])
  for (const name of new Set([...keyLists, ...(list === undefined ? [] : [list])])) {
    const alias = sql.raw(`m${joins.length}`)
    const wanted = [...by.map((key) => key.field), ...(name === list ? fields : [])].filter(
      (field) => field.list === name,
    )
    const paths = [...new Map(wanted.map((field) => [field.path, field])).values()]
    for (const [index, field] of paths.entries()) named.set(field.path, sql`${alias}.${sql.raw(`v${index}`)}`)
    // As a key only, a value counts once for a row, however many members have it.
    const members = membersSql(columns, name, paths, name === list ? undefined : where)
    joins.push(sql` ${orderedJoin} (${members}) ${alias} on ${alias}.p = ${columns.id}`)
  }
  return {
    from: sql`${columns.table}${sql.join(joins)}`,
    value: (field) => named.get(field.path) ?? readRef(columns.fields[field.path]!).value,
  }
}

/** The members of a list: `p` is the parent's id, `v0…` are the fields. With `onceOf`, distinct ones of those parents. */
function membersSql(columns: AnyColumnMap, name: string, fields: readonly FieldRef[], onceOf: SQL | undefined): SQL {
  const list = columns.lists[name]!
  const select = (parent: Column, value: (field: FieldRef) => SQL | Column) => {
    const named = fields.map((field, index) => sql`${value(field)} as ${sql.raw(`v${index}`)}`)
    return sql`select ${onceOf ? sql.raw('distinct ') : sql``}${sql.join([sql`${parent} as p`, ...named], sql`, `)}`
  }
  if ('json' in list) {
    const value = (field: FieldRef) => jsonMemberValue(list.fields[field.path]!, sqlType(field.type))
    return sql`${select(columns.id, value)} from ${columns.table}, ${jsonMembers(list.json)}${onceOf ? sql` where ${onceOf}` : sql``}`
  }
  const conditions = [
    ...(onceOf ? [sql`${list.parent} in (select ${columns.id} from ${columns.table} where ${onceOf})`] : []),
    ...(list.where ? [list.where] : []),
  ]
  const where = conditions.length > 0 ? sql` where ${sql.join(conditions, sql` and `)}` : sql``
  return sql`${select(list.parent, (field) => readRef(list.fields[field.path]!).value)} from ${list.table}${where}`
}
