import { fold } from '@/lib/fold'
import type { CheckedFilter, CheckedOperator, FieldRef, Scalar } from './checked'
import { readInstant } from './instant'

/**
 * Decides a filter for one plain object: an answer of the API, or a row shaped like one. Dates may be ISO strings or
 * milliseconds; a reference may be an id or an object with `id`. The SQL that compile.ts makes decides the same.
 */
export function evaluate(filter: CheckedFilter, object: unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.nodes.every((node) => evaluate(node, object))
    case 'or':
      return filter.nodes.some((node) => evaluate(node, object))
    case 'not':
      return !evaluate(filter.node, object)
    case 'constant':
      return filter.value
    case 'null':
      return isNull(membersOf(filter.field, object))
    case 'present':
      return anyValue(membersOf(filter.field, object), (value) => value !== null)
    case 'in':
      return anyValue(membersOf(filter.field, object), (value) =>
        filter.values.some((wanted) => compare('eq', value, wanted)),
      )
    case 'compare':
      return anyValue(membersOf(filter.field, object), (value) => compare(filter.operator, value, filter.value))
  }
}

/** What a path leads to: one value, or a list of what each member leads to. */
type Found = unknown | Found[]

function membersOf(field: FieldRef, object: unknown): Found {
  if (field.list === undefined) return valueAt(field, field.path, object)
  const list = follow(object, field.list.split('.'))
  const rest = field.path === field.list ? '' : field.path.slice(field.list.length + 1)
  return Array.isArray(list) ? list.map((member) => valueAt(field, rest, member)) : []
}

function valueAt(field: FieldRef, path: string, object: unknown): Found {
  const value = follow(object, path === '' ? [] : path.split('.'))
  if (field.type === 'open' || field.type === 'any') {
    const inner = follow(value, field.below ?? [])
    // An array's members count as values, a second level of arrays does not.
    return Array.isArray(inner) ? inner.map((member) => (Array.isArray(member) ? {} : orNull(member))) : orNull(inner)
  }
  if (field.type === 'id' && typeof value === 'object' && value !== null) return orNull((value as { id?: unknown }).id)
  if (field.type === 'date' && typeof value === 'string') return orNull(readInstant(value))
  return orNull(value)
}

const orNull = (value: unknown): unknown => value ?? null

function follow(object: unknown, path: string[]): unknown {
  let current = object
  for (const name of path) {
    if (typeof current !== 'object' || current === null || Array.isArray(current) || !Object.hasOwn(current, name))
      return undefined
    current = (current as Record<string, unknown>)[name]
  }
  return current
}

function anyValue(found: Found, holds: (value: unknown) => boolean): boolean {
  return Array.isArray(found) ? found.some((member) => anyValue(member, holds)) : holds(found)
}

function isNull(found: Found): boolean {
  return Array.isArray(found) ? found.length === 0 || found.some(isNull) : found === null
}

/** Text orders by code point, as UTF-8 bytes do in the store; JavaScript's own `<` orders by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x === y) continue
    const [xSurrogate, ySurrogate] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff]
    return xSurrogate === ySurrogate ? x - y : xSurrogate ? 1 : -1
  }
  return a.length - b.length
}

function compare(operator: CheckedOperator, value: unknown, wanted: Scalar): boolean {
  if (typeof value !== typeof wanted) return false
  if (operator === 'eq') return value === wanted
  if (typeof value === 'string' && typeof wanted === 'string') {
    if (operator === 'co') return fold(value).includes(fold(wanted))
    if (operator === 'startswith') return fold(value).startsWith(fold(wanted))
    if (operator === 'endswith') return fold(value).endsWith(fold(wanted))
    return holds(operator, compareText(value, wanted))
  }
  if (typeof value === 'number' && typeof wanted === 'number') return holds(operator, value - wanted)
  return false
}

function holds(operator: CheckedOperator, sign: number): boolean {
  if (operator === 'gt') return sign > 0
  if (operator === 'ge') return sign >= 0
  if (operator === 'lt') return sign < 0
  return operator === 'le' && sign <= 0
}
