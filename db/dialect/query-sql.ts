import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { fold } from '../../lib/fold'
import { engine } from './engine'

/**
 * The pieces of query SQL that the engines spell differently. `x` is what is asked about, `bound` a bound parameter.
 * Nothing here gives null unless it says so.
 */
const lean = engine === 'sqlite'

/** What a value is, as far as SQL cares. */
export type SqlType = 'text' | 'integer' | 'number' | 'boolean'

/** A parameter with its type said, because the server cannot always infer it. */
export function typed(bound: SQLWrapper, type: SqlType): SQL {
  if (lean) return sql`${bound}`
  if (type === 'text') return sql`cast(${bound} as text)`
  if (type === 'integer') return sql`cast(${bound} as bigint)`
  return type === 'number' ? sql`cast(${bound} as double precision)` : sql`cast(${bound} as boolean)`
}

/** The value as the driver takes it. */
export const driverValue = (value: string | number | boolean | null): string | number | boolean | null =>
  lean && typeof value === 'boolean' ? Number(value) : value

/** Many values as one parameter, for `inList`. */
export const listValue = (values: readonly (string | number | boolean)[]): unknown =>
  lean ? JSON.stringify(values.map(driverValue)) : [...values]

/** `x` is among the values of a `listValue` parameter; null when `x` is. */
export function inList(x: SQLWrapper, bound: SQLWrapper, type: SqlType): SQL {
  if (lean) return sql`${x} in (select value from json_each(${bound}))`
  const array = { text: 'text', integer: 'bigint', number: 'double precision', boolean: 'boolean' }[type]
  return sql`${x} = any(cast(${bound} as ${sql.raw(array)}[]))`
}

/** Null-safe inequality. */
export const distinct = (x: SQLWrapper, y: SQLWrapper): SQL => sql`${x} is distinct from ${y}`
export const notDistinct = (x: SQLWrapper, y: SQLWrapper): SQL => sql`${x} is not distinct from ${y}`

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)).join('')
const katakana = `${range(0x30a1, 0x30f6)}${range(0x30fd, 0x30fe)}ς`
const hiragana = `${range(0x3041, 0x3096)}${range(0x309d, 0x309e)}σ`

/** The text as `fold` in fold.ts folds it; null when `x` is. */
export function folded(x: SQLWrapper): SQL {
  if (lean) return sql`fold(${x})`
  // The ICU root collation lower-cases all of Unicode, as JavaScript does; "C" would know ASCII only.
  return sql`translate(lower(normalize(${x}, NFKC) collate "und-x-icu"), ${sql.raw(`'${katakana}'`)}, ${sql.raw(`'${hiragana}'`)}) collate "C"`
}

/** A folded text holds, begins or ends with a folded parameter, taken literally; null when the text is. */
export function textTest(operator: 'co' | 'startswith' | 'endswith', text: SQLWrapper, bound: SQLWrapper): SQL {
  const part = typed(bound, 'text')
  if (operator === 'co') return lean ? sql`instr(${text}, ${part}) > 0` : sql`strpos(${text}, ${part}) > 0`
  if (operator === 'startswith') {
    return lean ? sql`substr(${text}, 1, length(${part})) = ${part}` : sql`starts_with(${text}, ${part})`
  }
  // substr(x, -0) is the whole text on one engine, right(x, 0) is empty on the other.
  return lean
    ? sql`(length(${text}) >= length(${part}) and (length(${part}) = 0 or substr(${text}, -length(${part})) = ${part}))`
    : sql`right(${text}, length(${part})) = ${part}`
}

/** A JSON column's text as it was written, for answers it is copied into unread. */
export const jsonText = (column: SQLWrapper): SQL<string> =>
  lean ? sql<string>`${column}` : sql<string>`cast(${column} as text)`

/** The members of a JSON array column as a table named `member` with the column `value`. */
export const jsonMembers = (column: SQLWrapper): SQL =>
  lean ? sql`json_each(${column}) member` : sql`jsonb_array_elements(cast(${column} as jsonb)) member(value)`

/** A property of such a member, or the member itself for an empty path; null when it is absent. */
export function jsonMemberValue(path: readonly string[], type: SqlType): SQL {
  if (lean) return path.length === 0 ? sql`member.value` : sql`json_extract(member.value, ${jsonPath(path)})`
  const text = sql`(member.value #>> ${sql.param([...path])}::text[])`
  if (type === 'text') return sql`${text} collate "C"`
  return typed(text, type)
}

const jsonPath = (path: readonly string[]) => `$${path.map((name) => `."${name}"`).join('')}`

/** The JSON below a path, for the open tests; the whole column for an empty path. */
export type OpenPlace = { column: SQLWrapper; path: readonly string[] }

const openValue = ({ column, path }: OpenPlace): SQL =>
  path.length === 0 ? sql`cast(${column} as jsonb)` : sql`(cast(${column} as jsonb) #> ${sql.param([...path])}::text[])`

/** The values there: an array's members, else the value itself. An object has none. Named `item`. */
function openItems(place: OpenPlace): SQL {
  if (lean) return sql`json_each(${place.column}, ${jsonPath(place.path)}) item`
  const value = openValue(place)
  return sql`jsonb_array_elements(case when jsonb_typeof(${value}) = 'array' then ${value} else jsonb_build_array(${value}) end) item(value)`
}

/** Some value there has the parameter's JSON type and `test` holds for it. */
export function openTest(place: OpenPlace, type: 'text' | 'number' | 'boolean', test: (value: SQL) => SQL): SQL {
  if (lean) {
    const types = { text: sql`('text')`, number: sql`('integer', 'real')`, boolean: sql`('true', 'false')` }[type]
    return sql`exists (select 1 from ${openItems(place)} where typeof(item.key) <> 'text' and item.type in ${types} and ${test(sql`item.value`)})`
  }
  const jsonType = { text: sql`'string'`, number: sql`'number'`, boolean: sql`'boolean'` }[type]
  // Numbers and booleans are compared through a guarded cast: `and` promises no order of evaluation.
  const text = sql`case when jsonb_typeof(item.value) = ${jsonType} then item.value #>> '{}' end`
  const value =
    type === 'text'
      ? sql`(${text}) collate "C"`
      : sql`cast(${text} as ${sql.raw(type === 'number' ? 'double precision' : 'boolean')})`
  return sql`exists (select 1 from ${openItems(place)} where ${test(value)})`
}

/** There is nothing, a JSON null, an empty array, or an array with a null. */
export function openNull(place: OpenPlace): SQL {
  if (lean) {
    const path = jsonPath(place.path)
    return sql`(coalesce(json_type(${place.column}, ${path}), 'null') = 'null' or (json_type(${place.column}, ${path}) = 'array' and (json_array_length(${place.column}, ${path}) = 0 or exists (select 1 from ${openItems(place)} where item.type = 'null'))))`
  }
  const value = openValue(place)
  return sql`(coalesce(jsonb_typeof(${value}), 'null') = 'null' or ${value} = '[]' or (jsonb_typeof(${value}) = 'array' and ${value} @> '[null]'))`
}

/** There is an object, a value that is not null, or an array with one. */
export function openPresent(place: OpenPlace): SQL {
  if (lean) {
    return sql`exists (select 1 from ${openItems(place)} where item.type <> 'null' or typeof(item.key) = 'text') or coalesce(json_type(${place.column}, ${jsonPath(place.path)}), '') = 'object'`
  }
  return sql`exists (select 1 from ${openItems(place)} where jsonb_typeof(item.value) <> 'null')`
}

/** Adds what SQLite lacks to a connection. The server needs none of it. */
export function registerFunctions(connection: {
  function(name: string, options: { deterministic: boolean }, run: (value: unknown) => unknown): unknown
}): void {
  connection.function('fold', { deterministic: true }, (value) => (typeof value === 'string' ? fold(value) : value))
}

/** Whether the session's sort places nulls as the list wants them anyway; naming it then costs the index. */
export function nullsTerm(direction: 'asc' | 'desc'): SQL {
  // Null is the smallest on one engine and the largest on the other (architecture guide).
  return direction === 'asc' ? sql`asc nulls first` : sql`desc nulls last`
}

/**
 * Joins children to parents in this order. Left to itself, SQLite reads all children by whatever index their condition
 * fits and looks each row up; from the parents, the children of one lie together.
 */
export const orderedJoin: SQL = lean ? sql`cross join` : sql`join`

/**
 * The same value, but not one whose index may be used. SQLite keeps no statistics of ours and would walk a long index
 * for its order where a subquery gives the few rows at once; the server's planner knows better by itself.
 */
export const unindexed = (x: SQLWrapper): SQL => (lean ? sql`+${x}` : sql`${x}`)

/** A mean as a double on both engines, null of nothing. `only` is a `filter (where …)`, or nothing. */
export const mean = (x: SQLWrapper, only: SQL): SQL =>
  lean ? sql`avg(${x})${only}` : sql`cast(sum(${x})${only} as double precision) / nullif(count(${x})${only}, 0)`

/** A null that a server can tell the type of. */
export const nullOf = (type: SqlType): SQL => {
  if (lean) return sql`null`
  return type === 'text' ? sql`cast(null as text) collate "C"` : typed(sql`null`, type)
}
