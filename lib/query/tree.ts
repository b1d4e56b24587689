/**
 * What `$filter` text says, before anybody knows which resource it is about: names are only names, and literals keep
 * the type they were written with. `at` is the offset in the text; trees that were built by hand leave it 0.
 */
export type Literal =
  | { type: 'string'; value: string; at: number }
  | { type: 'number'; value: number; at: number }
  | { type: 'boolean'; value: boolean; at: number }
  | { type: 'null'; at: number }
  /** An unquoted date or date-time, as it was written. */
  | { type: 'date'; value: string; at: number }

export const comparisonOperators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'co'] as const
export const textFunctions = ['startswith', 'endswith', 'contains'] as const

/** `contains(a,'x')` is the same as `a co 'x'` and is kept as `co`. */
export type CompareOperator = (typeof comparisonOperators)[number] | 'startswith' | 'endswith'

export type FilterTree =
  | { kind: 'and' | 'or'; nodes: FilterTree[] }
  | { kind: 'not'; node: FilterTree }
  | { kind: 'compare'; operator: CompareOperator; path: string; value: Literal; at: number }
  | { kind: 'in'; path: string; values: Literal[]; at: number }
  | { kind: 'present'; path: string; at: number }
