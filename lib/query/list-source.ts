import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import type { AnyColumn } from '@/db/dialect/columns'
import type { SearchIndex } from '@/db/dialect/search-sql'
import type { Resource } from '@/lib/resources/resource'
import type { AnyColumnMap, ColumnMap, ColumnRef } from './column-map'

export type Selection = Record<string, AnyColumn | SQL>

/** Rows of a selection, decoded. */
export type SelectedRow<S extends Selection> = SelectResultFields<S>

/** Where a list's rows come from. Make it once, at module level: prepared statements hang on its identity. */
export type ListSource<S extends Selection = Selection> = {
  resource: Resource
  columns: AnyColumnMap
  select: S
  search?: {
    index: SearchIndex
    /** The integer column the index's entries are filed under. */
    number: AnyColumn
    /** Texts whose match ranks a row higher: the name, the public number. */
    rankBy: readonly ColumnRef[]
  }
}

export const listSource = <const R extends Resource, S extends Selection>(source: {
  resource: R
  columns: ColumnMap<R>
  select: S
  search?: ListSource['search']
}): ListSource<S> => ({ ...source, columns: source.columns as unknown as AnyColumnMap })

/**
 * A condition of the list itself, beside the caller's filter: the organization, what is published today. `key` names
 * its SQL, which must depend on nothing else; `values` are what differs between calls.
 */
export type Condition = {
  key: string
  values: readonly (string | number)[]
  sql: (bound: SQLWrapper[]) => SQL
}

export const columnEquals = (column: AnyColumn, value: string | number): Condition => ({
  key: `${column.name}=`,
  values: [value],
  sql: ([bound]) => sql`${column} = ${bound}`,
})
