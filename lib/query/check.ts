import type { Field, Resource } from '@/lib/resources/resource'
import type { CheckedFilter, CheckedOperator, FieldRef, Scalar } from './checked'
import { readInstant } from './instant'
import { nearestName } from './nearest'
import { parseFilter } from './parse'
import { canonicalPath, filterNames, findField } from './paths'
import { filterOrigin, oneOf, orList, queryError, type TextOrigin } from './query-error'
import type { CompareOperator, FilterTree, Literal } from './tree'

/**
 * Parses and checks `$filter` text for a resource. Throws a 400 (`InvalidFilter` unless the origin says otherwise)
 * that names the position, what was found and what is allowed.
 */
export const readFilter = (text: string, resource: Resource, origin: TextOrigin = filterOrigin): CheckedFilter =>
  checkFilter(parseFilter(text, origin), resource, origin)

/** Checks fields, operators and literal types of a parsed filter against a resource. */
export function checkFilter(tree: FilterTree, resource: Resource, origin: TextOrigin = filterOrigin): CheckedFilter {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return { kind: tree.kind, nodes: tree.nodes.map((node) => checkFilter(node, resource, origin)) }
    case 'not':
      return { kind: 'not', node: checkFilter(tree.node, resource, origin) }
    case 'present':
      return { kind: 'present', field: requireField(tree.path, tree.at, resource, origin).ref }
    case 'in':
      return checkList(tree, resource, origin)
    case 'compare':
      return checkComparison(tree, resource, origin)
  }
}

type Found = { ref: FieldRef; field: Field; name: string }

function requireField(path: string, at: number, resource: Resource, origin: TextOrigin): Found {
  const found = findField(resource, path)
  const names = filterNames(resource)
  if (!found || found.field.filterable === false) {
    const begin = `${canonicalPath(path, resource.aliases)}.`
    const inside = names.filter((name) => name.startsWith(begin))
    if (inside.length > 0) {
      throw queryError(origin, `'${path}' holds several properties: name one, as in ${inside[0]}.`, {
        position: at,
        found: path,
        expected: inside,
      })
    }
    const nearest = nearestName(path, names)
    throw queryError(
      origin,
      `${oneOf(resource.name)} cannot be filtered by '${path}'. ${nearest ? `Did you mean ${nearest}?` : `Try ${orList(names)}.`}`,
      { position: at, found: path, expected: names, nearest },
    )
  }
  if (found.field.type === 'open' && !found.ref.below) {
    throw queryError(origin, `'${path}' holds properties of its own: name one, as in ${path}.color.`, {
      position: at,
      found: path,
      expected: [`${path}.<name>`],
    })
  }
  return { ...found, name: path }
}

function checkComparison(
  tree: Extract<FilterTree, { kind: 'compare' }>,
  resource: Resource,
  origin: TextOrigin,
): CheckedFilter {
  const found = requireField(tree.path, tree.at, resource, origin)
  requireOperator(tree.operator, found, tree, origin)
  const { operator, value } = tree
  if (operator === 'eq' || operator === 'ne') {
    const equal: CheckedFilter =
      value.type === 'null'
        ? { kind: 'null', field: found.ref }
        : { kind: 'compare', operator: 'eq', field: found.ref, value: checkLiteral(value, found, origin) }
    return operator === 'eq' ? equal : { kind: 'not', node: equal }
  }
  if (isTextOperator(operator)) {
    if (value.type !== 'string') throw wrongType(value, found, 'text in single quotes', origin)
    return { kind: 'compare', operator, field: found.ref, value: value.value }
  }
  // Spec nodeblocks 5.1: ordering comparisons with null are false.
  if (value.type === 'null') return { kind: 'constant', value: false }
  const scalar = checkLiteral(value, found, origin)
  if (typeof scalar === 'boolean') throw wrongType(value, found, 'a number or text', origin)
  return { kind: 'compare', operator, field: found.ref, value: scalar }
}

function checkList(tree: Extract<FilterTree, { kind: 'in' }>, resource: Resource, origin: TextOrigin): CheckedFilter {
  const found = requireField(tree.path, tree.at, resource, origin)
  const values: Scalar[] = []
  let orNull = false
  for (const literal of tree.values) {
    if (literal.type === 'null') orNull = true
    else values.push(checkLiteral(literal, found, origin))
  }
  const members: CheckedFilter = { kind: 'in', field: found.ref, values: [...new Set(values)] }
  if (!orNull) return members
  const absent: CheckedFilter = { kind: 'null', field: found.ref }
  return values.length === 0 ? absent : { kind: 'or', nodes: [members, absent] }
}

const isTextOperator = (operator: CompareOperator): operator is 'co' | 'startswith' | 'endswith' =>
  operator === 'co' || operator === 'startswith' || operator === 'endswith'

const equality = ['eq', 'ne', 'in', 'pr']
const ordering = ['gt', 'ge', 'lt', 'le']
const textual = ['co', 'startswith', 'endswith']

/** Which operators each type takes; the documentation and the filter editor read it too. */
export const operatorsByType: Record<Field['type'], readonly string[]> = {
  id: [...equality, ...textual],
  enum: [...equality, ...textual],
  string: [...equality, ...ordering, ...textual],
  integer: [...equality, ...ordering],
  number: [...equality, ...ordering],
  boolean: equality,
  date: [...equality, ...ordering],
  open: [...equality, ...ordering, ...textual],
  any: [...equality, ...ordering, ...textual],
}

const typeNames: Record<Field['type'], string> = {
  id: 'an id',
  enum: 'one of a few words',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date-time',
  open: 'any value',
  any: 'any value',
}

function requireOperator(operator: CompareOperator, found: Found, tree: { at: number }, origin: TextOrigin): void {
  const allowed = operatorsByType[found.field.type]
  if (allowed.includes(operator)) return
  throw queryError(
    origin,
    `'${found.name}' is ${typeNames[found.field.type]} and cannot be compared with ${operator}. Use ${orList(allowed)}.`,
    { position: tree.at, found: operator, expected: [...allowed] },
  )
}

function checkLiteral(literal: Exclude<Literal, { type: 'null' }>, found: Found, origin: TextOrigin): Scalar {
  const { field } = found
  switch (field.type) {
    case 'open':
    case 'any':
      if (literal.type === 'date') throw wrongType(literal, found, `text in single quotes ('${literal.value}')`, origin)
      return literal.value
    case 'id':
    case 'string':
      if (literal.type !== 'string') throw wrongType(literal, found, 'text in single quotes', origin)
      return literal.value
    case 'enum':
      return checkWord(literal, found, origin)
    case 'integer':
    case 'number':
      if (literal.type !== 'number') throw wrongType(literal, found, 'a number without quotes', origin)
      return literal.value
    case 'boolean':
      if (literal.type !== 'boolean') throw wrongType(literal, found, 'true or false, without quotes', origin)
      return literal.value
    case 'date':
      return checkDate(literal, found, origin)
  }
}

function checkWord(literal: Exclude<Literal, { type: 'null' }>, found: Found, origin: TextOrigin): string {
  const words = found.field.values ?? []
  if (literal.type === 'string' && words.includes(literal.value)) return literal.value
  if (literal.type !== 'string')
    throw wrongType(literal, found, `one of ${words.map((word) => `'${word}'`).join(', ')}`, origin)
  const nearest = nearestName(literal.value, words)
  throw queryError(
    origin,
    `'${literal.value}' is not a value of '${found.name}'. ${nearest ? `Did you mean '${nearest}'? ` : ''}Allowed are ${orList(words, 30)}.`,
    { position: literal.at, found: literal.value, expected: [...words], nearest },
  )
}

function checkDate(literal: Exclude<Literal, { type: 'null' }>, found: Found, origin: TextOrigin): number {
  const instant = literal.type === 'date' || literal.type === 'string' ? readInstant(literal.value) : undefined
  if (instant !== undefined) return instant
  const plusLost = 'value' in literal && /\d \d\d:\d\d$/.test(String(literal.value))
  const hint = plusLost ? ' In a URL the + of an offset is written %2B.' : ''
  throw wrongType(
    literal,
    found,
    'a date-time with its offset (2024-01-31T09:00:00Z or 2024-01-31T09:00:00+09:00)',
    origin,
    hint,
  )
}

function wrongType(literal: Literal, found: Found, expected: string, origin: TextOrigin, hint = '') {
  const shown = literal.type === 'null' ? 'null' : String(literal.value)
  return queryError(
    origin,
    `'${found.name}' is ${typeNames[found.field.type]}: expected ${expected}, found ${describe(literal)}.${hint}`,
    { position: literal.at, found: shown, expected: [expected] },
  )
}

function describe(literal: Literal): string {
  if (literal.type === 'null') return 'null'
  const text = String(literal.value)
  const shown = text.length > 40 ? `${text.slice(0, 37)}…` : text
  const kinds = {
    string: `the text '${shown}'`,
    number: `the number ${shown}`,
    boolean: shown,
    date: `the date ${shown}`,
  }
  return kinds[literal.type]
}

export type { CheckedFilter, CheckedOperator }
