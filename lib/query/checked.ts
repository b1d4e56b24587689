import type { FieldType } from '@/lib/resources/resource'

/**
 * A filter that is known to make sense for one resource: canonical paths, values of the field's type. Every
 * vocabulary's filter ends here (see build.ts), and only this is compiled to SQL or evaluated.
 *
 * Meaning, the same for every engine and for evaluate.ts (spec nodeblocks 5.1): a node is true or false, never unknown.
 * A comparison is true when the path has a value, or through a list any value, for which it holds. `ne` is the
 * complement of `eq`. `null` is true when there is no value or some value is null; `present` when some value is not.
 */
export type CheckedFilter =
  | { kind: 'and' | 'or'; nodes: CheckedFilter[] }
  | { kind: 'not'; node: CheckedFilter }
  | { kind: 'compare'; operator: CheckedOperator; field: FieldRef; value: Scalar }
  | { kind: 'in'; field: FieldRef; values: Scalar[] }
  | { kind: 'null'; field: FieldRef }
  | { kind: 'present'; field: FieldRef }
  | { kind: 'constant'; value: boolean }

export type CheckedOperator = 'eq' | 'gt' | 'ge' | 'lt' | 'le' | 'co' | 'startswith' | 'endswith'

/** Dates are milliseconds since the epoch. */
export type Scalar = string | number | boolean

export type FieldRef = {
  /** The key in the resource's fields. */
  path: string
  type: FieldType
  /** The list the path leads through, or is. */
  list?: string
  /** Names below an `open` field: `customFields.gift.color` has `['gift', 'color']`. */
  below?: string[]
}
