import type { CheckedClause } from './check'

/** Marks a place where nothing stands; JSON null is something. */
const absent = Symbol('absent')

/** Everything a path leads to; through an array, what each member leads to. */
export function valuesAt(object: unknown, path: string): unknown[] {
  let found: unknown[] = [object]
  for (const name of path.split('.')) {
    found = found.flatMap((value) => {
      const members = Array.isArray(value) ? value : [value]
      if (members.length === 0) return [absent]
      return members.map((member) =>
        typeof member === 'object' && member !== null && Object.hasOwn(member, name)
          ? (member as Record<string, unknown>)[name]
          : absent,
      )
    })
  }
  // A path may end at an array: its members are the values.
  return found.flatMap((value) => (Array.isArray(value) && value.length > 0 ? value : [value]))
}

export const isThere = (value: unknown) => value !== absent && value !== undefined

const isEmpty = (value: unknown) =>
  !isThere(value) || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Decides one clause for an answer of this contract (spec other-order-apis C.6, E.29; decision 48). */
export function holdsFor(clause: CheckedClause, order: unknown): boolean {
  const values = valuesAt(order, clause.path)
  switch (clause.predicate.kind) {
    case 'null':
      return values.some(isEmpty)
    case 'missing':
      return !values.some(isThere)
    case 'exists':
      return values.some((value) => isThere(value) && value !== null && !(Array.isArray(value) && value.length === 0))
    default:
      return values.some(clause.test)
  }
}
