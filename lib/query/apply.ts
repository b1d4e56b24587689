import type { Field, FieldType, Resource } from '@/lib/resources/resource'
import { readFilter } from './check'
import type { CheckedFilter, FieldRef } from './checked'
import { requireCleanText } from './lexer'
import { nearestName } from './nearest'
import { orderByOrigin, readOrderBy, readSortKeys, type SortKey } from './order-by'
import { filterLimits } from './parse'
import { filterNames, findField, sortNames } from './paths'
import { orList, queryError, type TextOrigin } from './query-error'

/**
 * The steps of `$apply`, checked (spec nodeblocks 5.6). Until a `groupby` or `aggregate`, rows are whole objects and
 * filters and sorts speak of the resource; behind one, rows have the grouping properties and aliases only.
 */
export type ApplyStep =
  | { kind: 'filter'; filter: CheckedFilter }
  | { kind: 'orderby'; keys: SortKey[] }
  | { kind: 'top'; count: number }
  | { kind: 'aggregate'; aggregates: Aggregate[] }
  | GroupStep

export type GroupStep = {
  kind: 'groupby'
  by: GroupKey[]
  /** Which of a group's objects its aggregates or its `top` look at. */
  filter?: CheckedFilter
  aggregates: Aggregate[]
  /** The first objects of each group, when the inner steps end in orderby or top. */
  top?: { keys: SortKey[]; count: number }
}

/** `name` is the property as the request wrote it, and its name in the answer. */
export type GroupKey = { name: string; field: FieldRef }

export const aggregateMethods = ['sum', 'max', 'min', 'average', 'countdistinct'] as const
export type AggregateMethod = (typeof aggregateMethods)[number]

export type Aggregate =
  | { alias: string; type: 'integer'; method: 'count' }
  | { alias: string; type: FieldType; method: AggregateMethod; field: FieldRef }

export const applyLimits = { steps: 5, groupKeys: 3, aggregates: 20, top: 100 }

/** What the rows look like behind the steps: the resource itself, or a made-up one of keys and aliases. */
export type AppliedShape = { resource: Resource; grouped: boolean }

/**
 * Reads `$apply`, and with it `$orderBy`, which speaks of the resulting rows. Throws 400 `InvalidApply` with position.
 *
 *   apply   = step *( ( "then" | "/" ) step )
 *   step    = "filter(" filter ")" | "orderby(" orderBy ")" | "top(" integer ")" | "identity"
 *           | "aggregate(" agg *( "," agg ) ")"
 *           | "groupby((" path *( "," path ) ")" [ "," inner ] ")"
 *   inner   = filter steps, then aggregate(…), or orderby(…) and top(…)
 *   agg     = "$count" "as" alias | path "with" method "as" alias
 *
 *   example: filter(name eq 'xxx') then groupby((category), aggregate($count as count))
 *   example: groupby((category), orderby(createdAt desc) then top(3))
 *   example: filter(isPromoted eq true)/aggregate(variants.price.amount with average as mean)
 *   example: groupby((colour))                         => 400 9
 *   example: aggregate(name with sum as total)         => 400 10
 */
export function readApply(
  text: string,
  resource: Resource,
  orderBy?: string,
): { steps: ApplyStep[]; sort: SortKey[]; shape: AppliedShape } {
  const origin: TextOrigin = { code: 'InvalidApply', parameter: '$apply', offset: 0 }
  if (new TextEncoder().encode(text).length > filterLimits.bytes) {
    throw queryError(origin, `The text is longer than ${filterLimits.bytes} bytes.`, { position: filterLimits.bytes })
  }
  requireCleanText(text, origin)
  const shape: AppliedShape = { resource, grouped: false }
  const steps: ApplyStep[] = []
  for (const call of readCalls(text, origin)) {
    const step = checkStep(call, shape, origin)
    if (!step) continue
    steps.push(step)
    if (step.kind === 'groupby') setShape(shape, groupShape(step.by, step.aggregates, shape.resource))
    if (step.kind === 'aggregate') setShape(shape, groupShape([], step.aggregates, shape.resource))
  }
  return { steps, sort: readAppliedSort(orderBy, shape), shape }
}

/** The shape of the rows behind already checked steps. */
export function appliedShape(steps: readonly ApplyStep[], resource: Resource): AppliedShape {
  const shape: AppliedShape = { resource, grouped: false }
  for (const step of steps) {
    if (step.kind === 'groupby') setShape(shape, groupShape(step.by, step.aggregates, shape.resource))
    if (step.kind === 'aggregate') setShape(shape, groupShape([], step.aggregates, shape.resource))
  }
  return shape
}

function setShape(shape: AppliedShape, resource: Resource): void {
  shape.resource = resource
  shape.grouped = true
}

function groupShape(by: GroupKey[], aggregates: Aggregate[], before: Resource): Resource {
  const fields: Record<string, Field> = {}
  for (const key of by) {
    const field = before.fields[key.field.path]!
    fields[key.name] = { ...field, nullable: true, filterable: true, sortable: true }
  }
  for (const aggregate of aggregates)
    fields[aggregate.alias] = { type: aggregate.type, label: aggregate.alias, nullable: true }
  const defaultSort = by.map((key) => ({ path: key.name, direction: 'asc' as const }))
  return { name: 'group', fields, lists: [], aliases: {}, expansions: {}, defaultSort }
}

function readAppliedSort(orderBy: string | undefined, shape: AppliedShape): SortKey[] {
  if (!orderBy?.trim()) return []
  return shape.grouped ? readGroupSort(orderBy, shape.resource, orderByOrigin) : readOrderBy(orderBy, shape.resource)
}

const readGroupSort = (text: string, shape: Resource, origin: TextOrigin): SortKey[] =>
  readSortKeys(
    text,
    (name) => (Object.hasOwn(shape.fields, name) ? name : undefined),
    sortNames(shape),
    origin,
    'group',
  )

/** A step as written: its word and the text between its parentheses, none for `identity`. */
type Call = { word: string; at: number; inside?: string; insideAt: number }

const stepWords = ['filter', 'groupby', 'aggregate', 'orderby', 'top', 'identity']
const wordPattern = /[A-Za-z]+/y

function wordAt(text: string, at: number): string | undefined {
  wordPattern.lastIndex = at
  return wordPattern.exec(text)?.[0]
}

const skipSpace = (text: string, at: number): number => {
  let next = at
  while (text[next] === ' ') next++
  return next
}

function readCalls(text: string, origin: TextOrigin): Call[] {
  const calls: Call[] = []
  let at = skipSpace(text, 0)
  for (;;) {
    if (calls.length === applyLimits.steps) {
      throw queryError(origin, `At most ${applyLimits.steps} steps may follow each other.`, { position: at })
    }
    const call = readCall(text, at, origin)
    calls.push(call)
    at = skipSpace(
      text,
      call.inside === undefined ? call.at + call.word.length : call.insideAt + call.inside.length + 1,
    )
    if (at >= text.length) return calls
    const separator = text[at] === '/' ? '/' : wordAt(text, at)
    if (separator !== '/' && separator?.toLowerCase() !== 'then') {
      throw unexpected(text, at, ['then', '/', 'the end'], origin)
    }
    at = skipSpace(text, at + separator.length)
  }
}

function readCall(text: string, at: number, origin: TextOrigin): Call {
  const written = wordAt(text, at)
  const word = written?.toLowerCase()
  if (!word || !stepWords.includes(word)) {
    const nearest = written && nearestName(written, stepWords)
    throw unexpected(text, at, stepWords, origin, nearest)
  }
  if (word === 'identity') return { word, at, insideAt: at }
  const open = skipSpace(text, at + word.length)
  if (text[open] !== '(') throw unexpected(text, open, ['('], origin)
  const close = closingParenthesis(text, open)
  if (close < 0) throw unexpected(text, text.length, [')'], origin)
  return { word, at, inside: text.slice(open + 1, close), insideAt: open + 1 }
}

/** Quotes hide parentheses; a doubled quote closes and opens again, which comes to the same. */
function closingParenthesis(text: string, open: number): number {
  let depth = 0
  let quoted = false
  for (let at = open; at < text.length; at++) {
    const char = text[at]
    if (char === "'") quoted = !quoted
    else if (quoted) continue
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return at
  }
  return -1
}

const shifted = (origin: TextOrigin, by: number): TextOrigin => ({ ...origin, offset: origin.offset + by })

function unexpected(text: string, at: number, expected: string[], origin: TextOrigin, nearest?: string) {
  const found = at < text.length ? text.slice(at, at + 40) : 'the end'
  const shown = at < text.length ? `'${text.slice(at, at + 20)}'` : 'the end'
  return queryError(
    origin,
    `Found ${shown}, expected ${orList(expected)}.${nearest ? ` Did you mean ${nearest}?` : ''}`,
    {
      position: at,
      found,
      expected,
      nearest,
    },
  )
}

function checkStep(call: Call, shape: AppliedShape, origin: TextOrigin): ApplyStep | undefined {
  const inside = call.inside ?? ''
  const within = shifted(origin, call.insideAt)
  switch (call.word) {
    case 'filter':
      return { kind: 'filter', filter: readFilter(inside, shape.resource, within) }
    case 'orderby': {
      const keys = shape.grouped
        ? readGroupSort(inside, shape.resource, within)
        : readOrderBy(inside, shape.resource, within)
      return { kind: 'orderby', keys }
    }
    case 'top':
      return { kind: 'top', count: readTop(inside, within) }
    case 'aggregate':
      return { kind: 'aggregate', aggregates: readAggregates(inside, shape, [], within) }
    case 'groupby':
      if (shape.grouped)
        throw queryError(origin, 'Rows can be grouped once only.', { position: call.at, found: 'groupby' })
      return readGroupBy(inside, shape, within)
    default:
      return undefined
  }
}

function readTop(text: string, origin: TextOrigin): number {
  const count = /^\s{0,20}\d{1,9}\s{0,20}$/.test(text) ? Number(text) : 0
  if (count < 1 || count > applyLimits.top) {
    throw queryError(origin, `top takes a whole number from 1 to ${applyLimits.top}.`, { position: 0, found: text })
  }
  return count
}

function readGroupBy(text: string, shape: AppliedShape, origin: TextOrigin): GroupStep {
  const open = skipSpace(text, 0)
  if (text[open] !== '(')
    throw unexpected(text, open, ['( and the grouping properties, as in groupby((status), …)'], origin)
  const close = closingParenthesis(text, open)
  if (close < 0) throw unexpected(text, text.length, [')'], origin)
  const by = readGroupKeys(text.slice(open + 1, close), shape.resource, shifted(origin, open + 1))
  const step: GroupStep = { kind: 'groupby', by, aggregates: [] }
  const comma = skipSpace(text, close + 1)
  if (comma >= text.length) return step
  if (text[comma] !== ',') throw unexpected(text, comma, [',', ')'], origin)
  readInner(step, text.slice(comma + 1), shape, shifted(origin, comma + 1))
  return step
}

/** Inside a group: filters first, then either one aggregate, or orderby and top. */
function readInner(step: GroupStep, text: string, shape: AppliedShape, origin: TextOrigin): void {
  const filters: CheckedFilter[] = []
  let keys: SortKey[] | undefined
  let count: number | undefined
  for (const call of readCalls(text, origin)) {
    const within = shifted(origin, call.insideAt)
    const inside = call.inside ?? ''
    const sorted = keys !== undefined || count !== undefined
    const done = step.aggregates.length > 0
    if (call.word === 'identity') continue
    if (call.word === 'filter' && !sorted && !done) filters.push(readFilter(inside, shape.resource, within))
    else if (call.word === 'orderby' && !sorted && !done) keys = readOrderBy(inside, shape.resource, within)
    else if (call.word === 'top' && count === undefined && !done) count = readTop(inside, within)
    else if (call.word === 'aggregate' && !sorted && !done)
      step.aggregates = readAggregates(inside, shape, step.by, within)
    else {
      const message = `${call.word} cannot stand here. Inside groupby write filters, then either one aggregate, or orderby and top.`
      throw queryError(origin, message, {
        position: call.at,
        found: call.word,
        expected: ['filter', 'aggregate', 'orderby', 'top'],
      })
    }
  }
  if (filters.length > 0) step.filter = filters.length === 1 ? filters[0]! : { kind: 'and', nodes: filters }
  if (step.aggregates.length === 0 && (keys || count !== undefined || filters.length > 0)) {
    step.top = { keys: keys ?? [...shape.resource.defaultSort], count: count ?? applyLimits.top }
  }
}

/** The comma-separated parts with their offsets. */
function partsOf(text: string): { text: string; at: number }[] {
  let at = 0
  return text.split(',').map((part) => {
    const trimmed = { text: part.trim(), at: at + (part.length - part.trimStart().length) }
    at += part.length + 1
    return trimmed
  })
}

function readGroupKeys(text: string, resource: Resource, origin: TextOrigin): GroupKey[] {
  const keys: GroupKey[] = []
  for (const part of partsOf(text)) {
    if (part.text === '') throw queryError(origin, 'A grouping property is missing.', { position: part.at })
    const field = requireScalar(part.text, part.at, resource, 'grouped', origin)
    if (keys.some((key) => key.field.path === field.path)) {
      throw queryError(origin, `'${part.text}' is grouped by twice.`, { position: part.at, found: part.text })
    }
    keys.push({ name: part.text, field })
    if (keys.length > applyLimits.groupKeys) {
      throw queryError(origin, `Group by at most ${applyLimits.groupKeys} properties.`, { position: part.at })
    }
  }
  return keys
}

function requireScalar(name: string, at: number, resource: Resource, what: string, origin: TextOrigin): FieldRef {
  const found = findField(resource, name)
  const names = filterNames(resource)
  if (!found || found.field.filterable === false) {
    const nearest = nearestName(name, names)
    throw queryError(
      origin,
      `A ${resource.name} cannot be ${what} by '${name.slice(0, 60)}'. ${nearest ? `Did you mean ${nearest}?` : `Try ${orList(names)}.`}`,
      { position: at, found: name, expected: names, nearest },
    )
  }
  if (found.field.type === 'open' || found.field.type === 'any') {
    throw queryError(origin, `'${name.slice(0, 60)}' has no fixed type, so nothing can be ${what} by it.`, {
      position: at,
      found: name,
    })
  }
  return found.ref
}

function readAggregates(text: string, shape: AppliedShape, by: GroupKey[], origin: TextOrigin): Aggregate[] {
  const aggregates: Aggregate[] = []
  for (const part of partsOf(text)) {
    const aggregate = readAggregate(part, shape.resource, origin)
    const { alias } = aggregate
    if (alias === '_id' || by.some((key) => key.name === alias) || aggregates.some((other) => other.alias === alias)) {
      throw queryError(origin, `The name '${alias}' is taken: every alias must be new.`, {
        position: part.at,
        found: alias,
      })
    }
    aggregates.push(aggregate)
    if (aggregates.length > applyLimits.aggregates) {
      throw queryError(origin, `At most ${applyLimits.aggregates} values may be aggregated.`, { position: part.at })
    }
  }
  return aggregates
}

function readAggregate(part: { text: string; at: number }, resource: Resource, origin: TextOrigin): Aggregate {
  const words = [...part.text.matchAll(/\S+/g)].map((match) => ({ text: match[0], at: part.at + match.index }))
  const [path, second, third, fourth, fifth] = words
  const expect = (word: { text: string; at: number } | undefined, expected: string[]) =>
    queryError(
      origin,
      `Found ${word ? `'${word.text.slice(0, 40)}'` : 'the end'}, expected ${orList(expected)}. Write $count as alias, or path with method as alias.`,
      {
        position: word?.at ?? part.at + part.text.length,
        found: word?.text ?? 'the end',
        expected,
        nearest: word && nearestName(word.text, expected),
      },
    )
  if (!path) throw expect(undefined, ['$count', 'a property name'])
  if (path.text.toLowerCase() === '$count') {
    if (second?.text.toLowerCase() !== 'as') throw expect(second, ['as'])
    return { alias: readAlias(third, words[3], expect), type: 'integer', method: 'count' }
  }
  if (second?.text.toLowerCase() !== 'with') throw expect(second, ['with'])
  const method = aggregateMethods.find((name) => name === third?.text.toLowerCase())
  if (!method) throw expect(third, [...aggregateMethods])
  if (fourth?.text.toLowerCase() !== 'as') throw expect(fourth, ['as'])
  const alias = readAlias(fifth, words[5], expect)
  const field = requireScalar(path.text, path.at, resource, 'aggregated', origin)
  return { alias, type: aggregateType(method, field, path, origin), method, field }
}

function readAlias(
  word: { text: string; at: number } | undefined,
  surplus: { text: string; at: number } | undefined,
  expect: (word: { text: string; at: number } | undefined, expected: string[]) => Error,
): string {
  if (!word || !/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(word.text))
    throw expect(word, ['an alias of letters, digits and _'])
  if (surplus) throw expect(surplus, [',', ')'])
  return word.text
}

function aggregateType(
  method: AggregateMethod,
  field: FieldRef,
  path: { text: string; at: number },
  origin: TextOrigin,
): FieldType {
  if (method === 'countdistinct') return 'integer'
  const numeric = field.type === 'integer' || field.type === 'number'
  if (numeric) return method === 'average' ? 'number' : field.type
  const sortable = method === 'max' || method === 'min'
  if (sortable && field.type !== 'boolean') return field.type === 'enum' || field.type === 'id' ? 'string' : field.type
  throw queryError(
    origin,
    `'${path.text}' is not a number, so it has no ${method}. Use ${sortable ? 'countdistinct' : 'min, max or countdistinct'}.`,
    {
      position: path.at,
      found: path.text,
    },
  )
}
