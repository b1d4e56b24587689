import type { SQL } from 'drizzle-orm'
import type { AnyColumn, AnyTable } from '@/db/dialect/columns'
import type { SearchIndex } from '@/db/dialect/search-sql'
import type { FieldPath, Resource } from '@/lib/resources/resource'

/**
 * Where a field's value stands. `folded` is a kept column with `fold` of the text: give it for texts that are searched
 * often, because folding a million rows while reading takes seconds.
 */
export type ColumnRef = AnyColumn | SQL | { value: AnyColumn | SQL; folded: AnyColumn | SQL }

type ListName<R extends Resource> = R['lists'][number]

/** The fields that lie below a list, or are it. */
export type ListPath<R extends Resource, L extends string> = Extract<FieldPath<R>, L | `${L}.${string}`>

export type ScalarPath<R extends Resource> = Exclude<FieldPath<R>, { [L in ListName<R>]: ListPath<R, L> }[ListName<R>]>

/**
 * Where every field of a resource is in the tables. Complete by type: a resource that gains a field does not compile
 * until its map has it.
 *
 *   const orderColumns: ColumnMap<typeof orderResource> = {
 *     table: orders,
 *     id: orders.id,
 *     scopedBy: orders.organizationId,
 *     fields: { id: orders.id, status: orders.status, … },
 *     lists: { lineItems: { table: orderLines, parent: orderLines.orderId, scope: orderLines.organizationId,
 *       indexed: ['lineItems.sku'], fields: { 'lineItems.sku': orderLines.sku, … } } },
 *   }
 */
export type ColumnMap<R extends Resource> = {
  table: AnyTable
  id: AnyColumn
  /** What the children's `scope` columns repeat: `orders.organizationId`. */
  scopedBy?: AnyColumn
  searched?: Searched<FieldPath<R>>
  fields: Record<ScalarPath<R>, ColumnRef>
  lists: { [L in ListName<R>]: ChildTable<ListPath<R, L>> | JsonList<ListPath<R, L>> }
}

/**
 * Texts that stand in a search index in full, whatever else does. `co`, `startswith` and `endswith` then look only at
 * rows the index holds the words for, instead of folding every text there is.
 */
export type Searched<P extends string = string> = { index: SearchIndex; number: AnyColumn; fields: readonly P[] }

/** A list whose members are rows of a child table. */
export type ChildTable<P extends string = string> = {
  table: AnyTable
  /** The child's column that holds the parent's id; never null. */
  parent: AnyColumn
  fields: Record<P, ColumnRef>
  /** Fields whose `eq` and `in` an index of the child serves; they are asked as `id in (select …)`. */
  indexed?: readonly P[]
  /** Numbers whose every comparison an index of the child serves. */
  ordered?: readonly P[]
  /** The child's copy of the parent's `scopedBy` column (its organization), first in those indexes. */
  scope?: AnyColumn
  /** Rows that are members at all, when not all are. */
  where?: SQL
}

/** A list that is a JSON array in a column; members' properties by path, `[]` for a list of plain values. */
export type JsonList<P extends string = string> = {
  json: AnyColumn
  fields: Record<P, readonly string[]>
}

/** A column map whose resource does not matter any more. */
export type AnyColumnMap = {
  table: AnyTable
  id: AnyColumn
  scopedBy?: AnyColumn
  searched?: Searched
  fields: Record<string, ColumnRef>
  lists: Record<string, ChildTable | JsonList>
}
