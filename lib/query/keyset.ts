import type { Column } from 'drizzle-orm'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { nullsTerm } from '@/db/dialect/query-sql'
import type { Direction } from './order-by'

/** One key of a total order. Null counts as the smallest value. */
export type KeysetKey = { value: Column | SQL; nullable: boolean; direction: Direction }

export const reversed = <K extends { direction: Direction }>(keys: readonly K[]): K[] =>
  keys.map((key) => ({ ...key, direction: key.direction === 'asc' ? 'desc' : 'asc' }))

/** `order by` terms. Nulls are placed on purpose; where there are none, naming their place would only cost the index. */
export const orderTerms = (keys: readonly KeysetKey[]): SQL[] =>
  keys.map(({ value, nullable, direction }) =>
    nullable ? sql`${value} ${nullsTerm(direction)}` : sql`${value} ${sql.raw(direction)}`,
  )

/** A key's bound cursor value, undefined when it is null. */
export type Bound = SQLWrapper | undefined

/**
 * "Behind the row with these key values": a row comparison where all keys go one way, else `a <= ? and (a < ? or …)`.
 * The plain `a < ? or (a = ? and …)` would make an index unusable (performance guide).
 */
export function behind(keys: readonly KeysetKey[], bounds: readonly Bound[]): SQL {
  const plain = keys.every((key, index) => !key.nullable && key.direction === keys[0]!.direction && bounds[index])
  if (plain && keys.length > 1) {
    const left = sql.join(
      keys.map((key) => sql`${key.value}`),
      sql`, `,
    )
    const right = sql.join(
      bounds.map((bound) => sql`${bound}`),
      sql`, `,
    )
    return sql`(${left}) ${sql.raw(keys[0]!.direction === 'asc' ? '>' : '<')} (${right})`
  }
  const [key, ...rest] = keys
  const [bound, ...restBounds] = bounds
  const past = strictlyBehind(key!, bound)
  if (rest.length === 0) return past
  const within = atOrBehind(key!, bound)
  const inner = sql`(${past} or ${behind(rest, restBounds)})`
  return within ? sql`(${within} and ${inner})` : inner
}

function strictlyBehind({ value, nullable, direction }: KeysetKey, bound: Bound): SQL {
  if (direction === 'asc') return bound ? sql`${value} > ${bound}` : sql`${value} is not null`
  if (!bound) return sql`1 = 0`
  return nullable ? sql`(${value} < ${bound} or ${value} is null)` : sql`${value} < ${bound}`
}

function atOrBehind({ value, nullable, direction }: KeysetKey, bound: Bound): SQL | undefined {
  if (direction === 'asc') return bound && sql`${value} >= ${bound}`
  if (!bound) return sql`${value} is null`
  return nullable ? sql`(${value} <= ${bound} or ${value} is null)` : sql`${value} <= ${bound}`
}
