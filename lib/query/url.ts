import { AppError } from '@/lib/errors'
import { findRelativeDates, isRelativeDate, replaceRelativeDates } from '@/lib/relative-date'
import type { FieldType, Resource } from '@/lib/resources/resource'
import { readFilter } from './check'
import type { CheckedFilter, FieldRef, Scalar } from './checked'
import { findField } from './paths'
import { printNumber, printText } from './print'

/**
 * Filter chips of the screens and `$filter` text, both ways, so that what a screen shows can be copied as an API call
 * and the other way round. Safe in the browser.
 */
export type ChipOperator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'between'
  | 'within'
  | 'co'
  | 'notCo'
  | 'startswith'
  | 'endswith'
  | 'present'
  | 'absent'

/**
 * One condition. Dates are ISO text, or days that move on by themselves (lib/relative-date.ts). `between` has two
 * values and includes both; `within`, of dates only, leaves out the second; `present` and `absent` have none.
 */
export type Chip = { path: string; operator: ChipOperator; values: Scalar[] }

const presence: ChipOperator[] = ['present', 'absent']
const text: ChipOperator[] = ['co', 'notCo', 'eq', 'ne', 'startswith', 'endswith', 'in', 'notIn', ...presence]
const numeric: ChipOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'between', ...presence]

/** What a chip's editor offers for each type of field, the most useful first. */
export const chipOperators: Record<FieldType, readonly ChipOperator[]> = {
  string: text,
  id: ['eq', 'ne', 'in', 'notIn', ...presence],
  enum: ['in', 'notIn', ...presence],
  integer: numeric,
  number: numeric,
  boolean: ['eq', ...presence],
  date: ['within', 'ge', 'lt', ...presence],
  open: text,
  any: text,
}

/** The `$filter` text of chips, which all must hold; empty without any. Throws a plain Error for an unknown path. */
export const filterFromChips = (chips: readonly Chip[], resource: Resource): string =>
  chips.map((chip) => printChip(chip, resource)).join(' and ')

function printChip({ path, operator, values }: Chip, resource: Resource): string {
  const field = findField(resource, path)
  if (!field) throw new Error(`The resource ${resource.name} has no field ${path}.`)
  const [first = '', second = ''] = values.map((value) => printOf(field.field.type, value))
  switch (operator) {
    case 'present':
      return `${path} pr`
    case 'absent':
      return `${path} eq null`
    case 'in':
      return `${path} in (${values.map(printScalar).join(', ')})`
    case 'notIn':
      return `not (${path} in (${values.map(printScalar).join(', ')}))`
    case 'between':
      return `${path} ge ${first} and ${path} le ${second}`
    case 'within':
      return `${path} ge ${first} and ${path} lt ${second}`
    case 'notCo':
      return `not (${path} co ${first})`
    case 'startswith':
    case 'endswith':
      return `${operator}(${path}, ${first})`
    default:
      return `${path} ${operator} ${first}`
  }
}

const printOf = (type: FieldType, value: Scalar): string =>
  type === 'date' && typeof value === 'string' && isRelativeDate(value) ? value : printScalar(value)

const printScalar = (value: Scalar): string =>
  typeof value === 'string' ? printText(value) : typeof value === 'number' ? printNumber(value) : String(value)

/** The chips that mean the same as a filter, or undefined when chips cannot say it or the text is not valid. */
export function chipsFromFilter(filter: string, resource: Resource): Chip[] | undefined {
  if (filter.trim() === '') return []
  if (filterProblem(filter, resource)) return undefined
  const relative = new Map(findRelativeDates(filter).map(({ text }, i) => [standIn(i), text]))
  const chips = flatten(readFilter(withStandIns(filter), resource)).map(chipOf)
  if (!chips.every((chip) => chip !== undefined)) return undefined
  const named = chips.map((chip) => ({
    ...chip,
    values: chip.values.map((value) => (typeof value === 'string' ? (relative.get(value) ?? value) : value)),
  }))
  return joinRanges(named, resource)
}

/** The query language has no days that move on, so instants nobody means stand for them while it is read. */
const year1 = Date.parse('0001-01-01T00:00:00Z')
const standIn = (index: number) => new Date(year1 + index).toISOString()
const withStandIns = (filter: string) => replaceRelativeDates(filter, (_, index) => standIn(index))

/** A position in the text with stand-ins, in the text as it was written. */
function positionIn(filter: string, position: number): number {
  let shift = 0
  for (const [i, { text, at }] of findRelativeDates(filter).entries()) {
    if (position < at + shift + standIn(i).length) return position <= at + shift ? position - shift : at
    shift += standIn(i).length - text.length
  }
  return position - shift
}

/** What is wrong with filter text, with its position for underlining; undefined when nothing is. */
export function filterProblem(filter: string, resource: Resource): { message: string; position?: number } | undefined {
  try {
    if (filter.trim() !== '') readFilter(withStandIns(filter), resource)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const position = error.extras.inner?.position
    return {
      message: error.message,
      position: typeof position === 'number' ? positionIn(filter, position) : undefined,
    }
  }
}

const flatten = (filter: CheckedFilter): CheckedFilter[] =>
  filter.kind === 'and' ? filter.nodes.flatMap(flatten) : [filter]

const pathOf = (field: FieldRef): string => [field.path, ...(field.below ?? [])].join('.')

function chipOf(filter: CheckedFilter): Chip | undefined {
  switch (filter.kind) {
    case 'null':
      return { path: pathOf(filter.field), operator: 'absent', values: [] }
    case 'present':
      return { path: pathOf(filter.field), operator: 'present', values: [] }
    case 'in':
      return {
        path: pathOf(filter.field),
        operator: 'in',
        values: filter.values.map((value) => shown(filter.field, value)),
      }
    case 'compare':
      return { path: pathOf(filter.field), operator: filter.operator, values: [shown(filter.field, filter.value)] }
    case 'not':
      return complementOf(filter.node)
    default:
      return undefined
  }
}

function complementOf(filter: CheckedFilter): Chip | undefined {
  const chip = filter.kind === 'not' ? undefined : chipOf(filter)
  const complements: Partial<Record<ChipOperator, ChipOperator>> = { eq: 'ne', in: 'notIn', co: 'notCo' }
  const operator = chip && complements[chip.operator]
  if (chip && operator) return { ...chip, operator }
  // Through a list or an open field, "no member is null" and "a member is there" are two things.
  const single = chip && 'field' in filter && filter.field.list === undefined && filter.field.below === undefined
  if (single && chip.operator === 'absent') return { ...chip, operator: 'present' }
  if (single && chip.operator === 'present') return { ...chip, operator: 'absent' }
  return undefined
}

const shown = (field: FieldRef, value: Scalar): Scalar =>
  field.type === 'date' && typeof value === 'number' ? new Date(value).toISOString() : value

/** `x ge a` directly before `x le b` is one range; of dates also directly before `x lt b`. */
function joinRanges(chips: Chip[], resource: Resource): Chip[] {
  const joined: Chip[] = []
  for (const chip of chips) {
    const last = joined.at(-1)
    const follows = last?.operator === 'ge' && last.path === chip.path
    const isDate = findField(resource, chip.path)?.field.type === 'date'
    const operator = chip.operator === 'le' ? 'between' : chip.operator === 'lt' && isDate ? 'within' : undefined
    if (follows && operator) {
      joined[joined.length - 1] = { path: chip.path, operator, values: [last.values[0]!, chip.values[0]!] }
    } else {
      joined.push(chip)
    }
  }
  return joined
}
