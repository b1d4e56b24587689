import type { Field, Resource } from '@/lib/resources/resource'
import type { CheckedFilter, CheckedOperator, FieldRef, Scalar } from './checked'
import { findField } from './paths'

/** Paths a resource knows, and anything below its open fields. */
export type PathOf<R extends Resource> =
  | (keyof R['fields'] & string)
  | {
      [P in keyof R['fields'] & string]: R['fields'][P] extends { type: 'open' } ? `${P}.${string}` : never
    }[keyof R['fields'] & string]

type ValueOf<F> = F extends { type: 'enum'; values: readonly (infer W)[] }
  ? W
  : F extends { type: 'id' | 'string' }
    ? string
    : F extends { type: 'integer' | 'number' }
      ? number
      : F extends { type: 'boolean' }
        ? boolean
        : // Instants are given as Date; they are kept as milliseconds.
          F extends { type: 'date' }
          ? Date
          : Scalar

type FieldAt<R extends Resource, P> = P extends keyof R['fields'] ? R['fields'][P] : { type: 'open' }

/**
 * Makes checked filters by hand: how the other vocabularies, and our own code, ask for rows. Names and value types are
 * checked by the compiler; a wrong name at run time is a programming error and throws a plain Error.
 *
 *   const order = filtersFor(orderResource)
 *   order.and(order.eq('status', 'CLOSED'), order.gt('totalPrice', 1000))
 */
export function filtersFor<const R extends Resource>(resource: R) {
  const ref = (path: string): FieldRef => {
    const found = findField(resource, path)
    if (!found) throw new Error(`The resource ${resource.name} has no field ${path}.`)
    return found.ref
  }
  const compare =
    (operator: CheckedOperator) =>
    <P extends PathOf<R>>(path: P, value: ValueOf<FieldAt<R, P> & Field>): CheckedFilter => ({
      kind: 'compare',
      operator,
      field: ref(path),
      value: plain(value),
    })
  return {
    eq: compare('eq'),
    ne: <P extends PathOf<R>>(path: P, value: ValueOf<FieldAt<R, P> & Field>) => not(compare('eq')(path, value)),
    gt: compare('gt'),
    ge: compare('ge'),
    lt: compare('lt'),
    le: compare('le'),
    /** Case-, width- and kana-insensitive substring. */
    contains: compare('co'),
    startsWith: compare('startswith'),
    endsWith: compare('endswith'),
    in: <P extends PathOf<R>>(path: P, values: readonly ValueOf<FieldAt<R, P> & Field>[]): CheckedFilter => ({
      kind: 'in',
      field: ref(path),
      values: [...new Set(values.map(plain))],
    }),
    isNull: (path: PathOf<R>): CheckedFilter => ({ kind: 'null', field: ref(path) }),
    isPresent: (path: PathOf<R>): CheckedFilter => ({ kind: 'present', field: ref(path) }),
    and,
    or,
    not,
    everything,
    nothing,
  }
}

const plain = (value: unknown): Scalar => (value instanceof Date ? value.getTime() : (value as Scalar))

export const everything: CheckedFilter = { kind: 'constant', value: true }
export const nothing: CheckedFilter = { kind: 'constant', value: false }

/** Undefined members are left out; without any left it is true. */
export function and(...nodes: (CheckedFilter | undefined)[]): CheckedFilter {
  const present = nodes.filter((node) => node !== undefined)
  return present.length === 0 ? everything : present.length === 1 ? present[0]! : { kind: 'and', nodes: present }
}

/** Undefined members are left out; without any left it is false. */
export function or(...nodes: (CheckedFilter | undefined)[]): CheckedFilter {
  const present = nodes.filter((node) => node !== undefined)
  return present.length === 0 ? nothing : present.length === 1 ? present[0]! : { kind: 'or', nodes: present }
}

export const not = (node: CheckedFilter): CheckedFilter => ({ kind: 'not', node })

/**
 * When a filter only fixes some fields to listed values (`status in ('PENDING', 'ACCEPTED') and …eq…`), those values
 * by path; otherwise undefined. For answering counts from kept counters.
 */
export function fixedValues(filter: CheckedFilter | undefined): Map<string, Scalar[]> | undefined {
  const fixed = new Map<string, Scalar[]>()
  const nodes = filter === undefined ? [] : filter.kind === 'and' ? filter.nodes : [filter]
  for (const node of nodes) {
    if (node.kind !== 'compare' && node.kind !== 'in') return undefined
    if (node.kind === 'compare' && node.operator !== 'eq') return undefined
    if (node.field.list !== undefined || node.field.below !== undefined) return undefined
    const values = node.kind === 'in' ? node.values : [node.value]
    const known = fixed.get(node.field.path)
    fixed.set(node.field.path, known ? known.filter((value) => values.includes(value)) : values)
  }
  return fixed
}
