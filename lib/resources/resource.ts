/**
 * What a resource looks like to its readers, said once: the query language checks against it, the SQL column map
 * must cover it (a missing field does not compile), tables and documentation read it. Pure data, safe in the browser.
 */
export type FieldType = 'id' | 'string' | 'enum' | 'integer' | 'number' | 'boolean' | 'date' | 'open' | 'any'

export type Field = {
  /**
   * `id` compares like a string; `enum` refuses words outside `values`; `date` is an instant;
   * `open` is a free JSON object (`customFields`): any path below it is allowed and typed by the literal;
   * `any` is one JSON value of no fixed type (an attribute's value), typed by the literal.
   */
  type: FieldType
  label: string
  values?: readonly string[]
  nullable?: boolean
  /** Default true. */
  filterable?: boolean
  /** Default true, but never below a list and never for `open` and `any`. */
  sortable?: boolean
}

/** What `$expand` puts in place of a reference. */
export type Expansion = {
  /** Name of the resource that appears there, a key of the resource registry. */
  resource: string
  many?: boolean
  /** Where the id stands, when not at the path itself: `productId`; in a list, below each member: `attributeId`. */
  from?: string
  /** In a list, the member's property that is added, where the member itself is not replaced: `attribute`. */
  into?: string
}

export type Resource = {
  name: string
  /** Dotted paths as they stand in the answer: `customer.name`, `lineItems.quantity`, `tags`, `customFields`. */
  fields: Record<string, Field>
  /** Paths that hold several values: `lineItems` (of objects) or `tags` (of scalars). Fields below them mean "any". */
  lists: readonly string[]
  /** Other accepted spellings of whole paths or of leading segments: `items` → `lineItems`, `customer.userId` → `customer.user`. */
  aliases: Record<string, string>
  /** Reference fields by dotted path: `lineItems.product`. */
  expansions: Record<string, Expansion>
  /** Other accepted spellings in `$expand`: `product` → `lineItems.product`. */
  expandAliases?: Record<string, string>
  /** Names `$expand` accepts although nothing changes, because the answer is already whole or no service holds them. */
  inertExpansions?: readonly string[]
  /** Other accepted spellings in `$orderBy` only: `publishedAt` → `publication.publishedAt`. */
  sortAliases?: Record<string, string>
  /** `$orderBy` when none is given; `id` is always appended. */
  defaultSort: readonly { path: string; direction: 'asc' | 'desc' }[]
  /**
   * Fields an index of the list leads to, where the list is one organization's or one user's. Filters and sorts by
   * others, `$search` and `$apply` may have to look at much of the table. Absent for resources whose tables are small.
   */
  indexed?: readonly string[]
  /** Those of them any value of which few rows have: ids, public numbers. */
  selective?: readonly string[]
  /** The field whose values' rows are counted beforehand, and the sort in which an index gives the rows of each. */
  counted?: { by: string; sort: string }
  /** True where `$search` and `$apply` work (decision 41). */
  searchable?: boolean
}

/** Keeps literal keys, so that a column map can be checked against them. */
export const defineResource = <const R extends Resource>(resource: R): R => resource

export type FieldPath<R extends Resource> = keyof R['fields'] & string
