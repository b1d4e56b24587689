import type { Field, Resource } from '@/lib/resources/resource'
import { type Aggregate, readAggregates, requireScalar } from './aggregates'
import { type Call, closingParenthesis, partsOf, readCalls, shifted, skipSpace, unexpected } from './apply-scanner'
import { readFilter } from './check'
import type { CheckedFilter, FieldRef } from './checked'
import { requireCleanText } from './lexer'
import { orderByOrigin, readOrderBy, readSortKeys, type SortKey } from './order-by'
import { filterLimits } from './parse'
import { sortNames } from './paths'
import { queryError, type TextOrigin } from './query-error'

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

export const applyLimits = { groupKeys: 3, top: 100 }

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
      return { kind: 'aggregate', aggregates: readAggregates(inside, shape.resource, [], within) }
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
      step.aggregates = readAggregates(
        inside,
        shape.resource,
        step.by.map((key) => key.name),
        within,
      )
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
