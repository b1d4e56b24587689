import { compareText } from '@/lib/query/evaluate'
import type { SortKey } from '@/lib/query/order-by'
import { isThere, valuesAt } from './q/evaluate'
import { invalidParameter } from './q/parse'

export type SortTerm = { path: string; direction: 'asc' | 'desc' }

const maxTerms = 8
const termPattern = /^([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*)(?::(asc|desc))?$/iu

/** Reads `sort` (spec other-order-apis C.5): `path[:asc|desc]`, separated by commas. @throws AppError BadArgument */
export function parseSort(text: string): SortTerm[] {
  const terms = text.split(',').map((part): SortTerm => {
    const [, path, direction = 'asc'] = termPattern.exec(part.trim()) ?? []
    if (path === undefined) {
      throw invalidParameter('sort', `\`${part.slice(0, 40)}\` is no sort term. Write a field, or field:desc.`)
    }
    return { path, direction: direction.toLowerCase() as SortTerm['direction'] }
  })
  if (terms.length > maxTerms) throw invalidParameter('sort', `Sort by at most ${maxTerms} fields.`)
  return terms
}

/** Fields that columns hold exactly as the answer orders them. */
const columns: Record<string, string> = {
  id: 'number',
  created: 'createdAt',
  completed: 'closedAt',
  lastStatusChange: 'lastStatusChangeAt',
  status: 'word',
  currency: 'currency',
  siteCode: 'siteCode',
  legalEntityId: 'legalEntityId',
  restriction: 'restriction',
  totalPrice: 'totalPrice',
  'metadata.version': 'version',
  'metadata.modifiedAt': 'updatedAt',
}

/** Newest first (E.27). */
const newestFirst: SortKey[] = [
  { path: 'createdAt', direction: 'desc' },
  { path: 'number', direction: 'asc' },
]

/** The sort as the store does it, ties by id ascending; undefined when only the rendered orders can be sorted so. */
export function toSortKeys(terms: readonly SortTerm[]): SortKey[] | undefined {
  if (terms.length === 0) return newestFirst
  const keys: SortKey[] = []
  for (const { path, direction } of [...terms, { path: 'id', direction: 'asc' as const }]) {
    const column = Object.hasOwn(columns, path) ? columns[path]! : undefined
    if (column === undefined) return undefined
    if (!keys.some((key) => key.path === column)) keys.push({ path: column, direction })
  }
  // What follows a unique key cannot matter.
  const unique = keys.findIndex(({ path }) => path === 'number')
  return keys.slice(0, unique + 1)
}

type Comparable = string | number | boolean

function compareValues(a: Comparable, b: Comparable): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (typeof a === typeof b) return Number(a) - Number(b)
  const rank = (value: Comparable) => ['number', 'string', 'boolean'].indexOf(typeof value)
  return rank(a) - rank(b)
}

/** The value an order is sorted by: through an array the smallest ascending, the largest descending (C.5). */
function keyOf(order: unknown, { path, direction }: SortTerm): Comparable | undefined {
  const values = valuesAt(order, path).filter(
    (value): value is Comparable => isThere(value) && ['string', 'number', 'boolean'].includes(typeof value),
  )
  if (path === 'id') return Number(String(values[0]).slice('EON'.length))
  return values.reduce<Comparable | undefined>((best, value) => {
    if (best === undefined) return value
    const sign = compareValues(value, best)
    return (direction === 'asc' ? sign < 0 : sign > 0) ? value : best
  }, undefined)
}

/** Sorts rendered orders: what is missing comes first ascending, last descending; ties by id ascending. */
export function sortOrders<T extends { id: string }>(orders: readonly T[], terms: readonly SortTerm[]): T[] {
  const all = [...(terms.length > 0 ? terms : [{ path: 'created', direction: 'desc' as const }]), idTerm]
  const keyed = orders.map((order) => ({ order, keys: all.map((term) => keyOf(order, term)) }))
  keyed.sort((a, b) => {
    for (const [i, { direction }] of all.entries()) {
      const [x, y] = [a.keys[i], b.keys[i]]
      const sign =
        x === undefined || y === undefined ? Number(x !== undefined) - Number(y !== undefined) : compareValues(x, y)
      if (sign !== 0) return direction === 'asc' ? sign : -sign
    }
    return 0
  })
  return keyed.map(({ order }) => order)
}

const idTerm: SortTerm = { path: 'id', direction: 'asc' }
