import { driverValue, listValue } from '@/db/dialect/query-sql'
import { mayMatchValue } from '@/db/dialect/search-sql'
import { fold } from '@/lib/fold'
import type { CheckedFilter, CheckedOperator, FieldRef, Scalar } from './checked'
import { searchWords, tokenRun } from './search'

/**
 * A filter in negation normal form with its values taken out: what is left is the *shape*, which decides the SQL text,
 * so that statements can be prepared once per shape (performance guide). `not` stands on tests only; each test is
 * compiled to its own two-valued complement, and SQL's third value never meets a `not`.
 */
export type Plan =
  | { kind: 'and' | 'or'; nodes: Plan[] }
  | { kind: 'constant'; value: boolean }
  | { kind: 'test'; field: FieldRef; test: Test; not: boolean }

export type Test =
  | { kind: 'null' }
  | { kind: 'present' }
  | {
      kind: 'compare'
      operator: CheckedOperator
      type: 'text' | 'number' | 'boolean'
      slot: number
      /** A question for the search index that every row passing the test answers with yes. */
      match?: number
    }
  /** `x in (a, b, c)`. */
  | { kind: 'few'; type: 'text' | 'number' | 'boolean'; slots: number[] }
  /** All values in one parameter. */
  | { kind: 'many'; type: 'text' | 'number' | 'boolean'; slot: number }

/** The values of a statement in the order of their slots, ready for the driver. */
export type Slots = { values: unknown[] }

export const newSlots = (): Slots => ({ values: [] })

/** Keeps a value and gives its slot. */
export const addSlot = (slots: Slots, value: unknown): number => slots.values.push(value) - 1

/** Lists up to this length get a parameter each, so that the planner sees how many there are. */
const few = 4

const everything: Plan = { kind: 'constant', value: true }
const nothing: Plan = { kind: 'constant', value: false }

/** Splits a checked filter into shape and values. `searched` are the fields whose texts a search index holds in full. */
export function planFilter(filter: CheckedFilter, slots: Slots, searched: readonly string[] = [], not = false): Plan {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return join(
        (filter.kind === 'and') !== not ? 'and' : 'or',
        filter.nodes.map((node) => planFilter(node, slots, searched, not)),
      )
    case 'not':
      return planFilter(filter.node, slots, searched, !not)
    case 'constant':
      return filter.value === not ? nothing : everything
    case 'null':
    case 'present':
      return { kind: 'test', field: filter.field, test: { kind: filter.kind }, not }
    case 'in':
      return planList(filter.field, filter.values, slots, not)
    case 'compare':
      return planComparison(filter, slots, searched, not)
  }
}

function join(kind: 'and' | 'or', nodes: Plan[]): Plan {
  const neutral = kind === 'and'
  if (nodes.some((node) => node.kind === 'constant' && node.value !== neutral)) return neutral ? nothing : everything
  const rest = nodes.filter((node) => node.kind !== 'constant')
  return rest.length === 0 ? (neutral ? everything : nothing) : rest.length === 1 ? rest[0]! : { kind, nodes: rest }
}

const typeOf = (value: Scalar): 'text' | 'number' | 'boolean' =>
  typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean')

function planList(field: FieldRef, values: Scalar[], slots: Slots, not: boolean): Plan {
  const possible = field.type === 'integer' ? values.filter(isWhole) : values
  // Values of several types meet in open fields only; each type is its own question there.
  const byType = (['text', 'number', 'boolean'] as const).map((type) =>
    possible.filter((value) => typeOf(value) === type),
  )
  const tests = byType
    .filter((group) => group.length > 0)
    .map((group): Plan => {
      const type = typeOf(group[0]!)
      const test: Test =
        group.length <= few
          ? { kind: 'few', type, slots: group.map((value) => addSlot(slots, driverValue(value))) }
          : { kind: 'many', type, slot: addSlot(slots, listValue(group)) }
      return { kind: 'test', field, test, not }
    })
  return tests.length === 0 ? (not ? everything : nothing) : join(not ? 'and' : 'or', tests)
}

/** A number an integer column can hold and a parameter of that type can carry. */
const isWhole = (value: Scalar) => Number.isSafeInteger(value)

function planComparison(
  { operator, field, value }: Extract<CheckedFilter, { kind: 'compare' }>,
  slots: Slots,
  searched: readonly string[],
  not: boolean,
): Plan {
  if (field.type === 'integer' && typeof value === 'number' && !isWhole(value)) {
    return planFraction(operator, field, value, slots, not)
  }
  const textual = operator === 'co' || operator === 'startswith' || operator === 'endswith'
  const slot = addSlot(slots, textual ? fold(String(value)) : driverValue(value))
  const test: Test = { kind: 'compare', operator, type: typeOf(value), slot }
  const words = textual && !not && searched.includes(field.path) ? searchWords(String(value)) : []
  if (words.length > 0) test.match = addSlot(slots, mayMatchValue(tokenRun(words).tokens))
  return { kind: 'test', field, test, not }
}

/** `quantity gt 2.5` is `quantity ge 3`; beyond 2^53 every whole number we keep is on one side. */
function planFraction(operator: CheckedOperator, field: FieldRef, value: number, slots: Slots, not: boolean): Plan {
  if (operator === 'eq') return not ? everything : nothing
  const upward = operator === 'gt' || operator === 'ge'
  const limit = Number.MAX_SAFE_INTEGER
  const whole = Math.min(limit, Math.max(-limit, upward ? Math.ceil(value) : Math.floor(value)))
  const slot = addSlot(slots, whole)
  return { kind: 'test', field, test: { kind: 'compare', operator: upward ? 'ge' : 'le', type: 'number', slot }, not }
}
