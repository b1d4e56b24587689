import { AppError } from '@/lib/errors'
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
  | 'co'
  | 'notCo'
  | 'startswith'
  | 'endswith'
  | 'present'
  | 'absent'

/** One condition. Dates are ISO text; `between` has two values and includes both, `present` and `absent` have none. */
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
  date: ['ge', 'lt', 'between', ...presence],
  open: text,
  any: text,
}

/** The `$filter` text of chips, which all must hold; empty without any. Throws a plain Error for an unknown path. */
export const filterFromChips = (chips: readonly Chip[], resource: Resource): string =>
  chips.map((chip) => printChip(chip, resource)).join(' and ')

function printChip({ path, operator, values }: Chip, resource: Resource): string {
  const field = findField(resource, path)
  if (!field) throw new Error(`The resource ${resource.name} has no field ${path}.`)
  const [first = '', second = ''] = values.map(printScalar)
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
    case 'notCo':
      return `not (${path} co ${first})`
    case 'startswith':
    case 'endswith':
      return `${operator}(${path}, ${first})`
    default:
      return `${path} ${operator} ${first}`
  }
}

const printScalar = (value: Scalar): string =>
  typeof value === 'string' ? printText(value) : typeof value === 'number' ? printNumber(value) : String(value)

/** The chips that mean the same as a filter, or undefined when chips cannot say it or the text is not valid. */
export function chipsFromFilter(filter: string, resource: Resource): Chip[] | undefined {
  if (filter.trim() === '') return []
  if (filterProblem(filter, resource)) return undefined
  const chips = flatten(readFilter(filter, resource)).map(chipOf)
  return chips.every((chip) => chip !== undefined) ? joinRanges(chips) : undefined
}

/** What is wrong with filter text, with its position for underlining; undefined when nothing is. */
export function filterProblem(filter: string, resource: Resource): { message: string; position?: number } | undefined {
  try {
    if (filter.trim() !== '') readFilter(filter, resource)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const position = error.extras.inner?.position
    return { message: error.message, position: typeof position === 'number' ? position : undefined }
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

/** `x ge a` directly before `x le b` is one range. */
function joinRanges(chips: Chip[]): Chip[] {
  const joined: Chip[] = []
  for (const chip of chips) {
    const last = joined.at(-1)
    if (last?.operator === 'ge' && chip.operator === 'le' && last.path === chip.path) {
      joined[joined.length - 1] = { path: chip.path, operator: 'between', values: [last.values[0]!, chip.values[0]!] }
    } else {
      joined.push(chip)
    }
  }
  return joined
}
