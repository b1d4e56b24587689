/** What q text says (spec other-order-apis C.6), before anybody looks at an order. */
export type Literal = { text: string; quoted: boolean }

export type Bound = { operator: '>' | '>=' | '<' | '<='; value: Literal }

export type Predicate =
  | { kind: 'null' | 'missing' | 'exists' }
  | { kind: 'equals'; value: Literal }
  | { kind: 'any'; values: Literal[] }
  /** One bound, or both of a range; all must hold. */
  | { kind: 'bounds'; bounds: Bound[] }
  | { kind: 'regex'; pattern: string }

/** All clauses must hold. `at` is the offset in the text. */
export type Clause = { path: string; predicate: Predicate; at: number }
