import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import { engine } from './engine'

/**
 * The column words every table is written with. They are typed as PostgreSQL and build the engine's own columns, so a
 * synchronous SQLite call does not compile. The casts below, and those in connect.ts, are the price.
 */
const lean = engine === 'sqlite'
const either = <T>(postgres: T, sqlite: unknown): T => (lean ? (sqlite as T) : postgres)

// Byte order on both engines, so that sorting, cursors and comparisons agree (decision 17).
const ordinalText = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })

export const table = either(pg.pgTable, lite.sqliteTable)

/** Unicode text, compared ordinally. */
export const text = either(
  () => ordinalText(),
  () => lite.text(),
)
/** A whole number within 32 bits. */
export const integer = either(
  () => pg.integer(),
  () => lite.integer(),
)
/** A whole number up to 2^53. */
export const bigint = either(
  () => pg.bigint({ mode: 'number' }),
  () => lite.integer(),
)
/** A fractional number. */
export const real = either(
  (name = '') => pg.doublePrecision(name),
  (name = '') => lite.real(name),
)
export const boolean = either(
  () => pg.boolean(),
  () => lite.integer({ mode: 'boolean' }),
)
/** An amount in the currency's minor unit. */
export const money = bigint
/** An instant: milliseconds since the epoch, UTC. */
export const timestamp = bigint
/** Any JSON value, kept as written: keys keep their order. */
export const json = either(
  () => pg.json(),
  () => lite.text({ mode: 'json' }),
)

export const index = either(pg.index, lite.index)
export const uniqueIndex = either(pg.uniqueIndex, lite.uniqueIndex)
export const primaryKey = either(pg.primaryKey, lite.primaryKey)

/**
 * An index on one text that may be long, for equality only: a B-tree of the server engine refuses entries beyond
 * 2,704 bytes, its hash index takes any length. The other engine takes any length in any index, so there it is made
 * over `columns`, when given, and so answers more without the table.
 */
export const equalityIndex = either(
  (name: string, column: AnyPgColumn, _columns?: readonly [AnyPgColumn, ...AnyPgColumn[]]) =>
    pg.index(name).using('hash', column),
  (name: string, column: never, columns?: readonly [never, ...never[]]) =>
    lite.index(name).on(...(columns ?? ([column] as const))),
)

/** Any column or table, for code that works on all of them. */
export type { PgColumn as AnyColumn, PgTable as AnyTable } from 'drizzle-orm/pg-core'
