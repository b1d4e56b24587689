import type { Resource } from '@/lib/resources/resource'
import { nearestName } from './nearest'
import { canonicalPath, isSortable, sortNames } from './paths'
import { oneOf, orList, queryError, type TextOrigin } from './query-error'

export type Direction = 'asc' | 'desc'

/** One sort key. Null counts as the smallest value: first ascending, last descending (spec nodeblocks 5.2). */
export type SortKey = { path: string; direction: Direction }

/** Room for every useful sort, and small enough for an index condition per key. */
export const maxSortKeys = 8

export const orderByOrigin: TextOrigin = { code: 'InvalidOrderBy', parameter: '$orderBy', offset: 0 }

/**
 * Reads `$orderBy`: `expr *("," expr)`, `expr = path [asc|desc]`, default asc. A path named again is refused. The
 * result does not yet hold the tie-breaking id; `withTieBreak` adds it.
 *
 *   example: closedAt desc,updatedAt   => closedAt desc, updatedAt asc
 *   example: totalPrice DESC           => totalPrice desc
 *   example: totalPrice down           => 400 11
 *   example: lineItems.sku             => 400 0
 */
export function readOrderBy(text: string, resource: Resource, origin: TextOrigin = orderByOrigin): SortKey[] {
  const resolve = (name: string) => {
    const path = canonicalPath(name, { ...resource.aliases, ...resource.sortAliases })
    return isSortable(resource, path) ? path : undefined
  }
  return readSortKeys(
    text,
    resolve,
    [...sortNames(resource), ...Object.keys(resource.sortAliases ?? {})],
    origin,
    resource.name,
  )
}

/**
 * The grammar of `$orderBy` for any set of names: `resolve` gives the canonical name or undefined, `names` are for the
 * error text.
 */
export function readSortKeys(
  text: string,
  resolve: (name: string) => string | undefined,
  names: string[],
  origin: TextOrigin,
  subject: string,
): SortKey[] {
  const keys: SortKey[] = []
  let start = 0
  for (const part of text.split(',')) {
    const words = [...part.matchAll(/\S+/g)].map((match) => ({ text: match[0], at: start + match.index }))
    start += part.length + 1
    const [name, direction, surplus] = words
    if (!name) {
      throw queryError(origin, `A property name is missing. Write name, name desc, or several separated by commas.`, {
        position: Math.min(start - 1, text.length),
        expected: ['a property name'],
      })
    }
    const path = resolve(name.text)
    if (path === undefined) {
      const nearest = nearestName(name.text, names)
      throw queryError(
        origin,
        `${oneOf(subject)} cannot be sorted by '${name.text.slice(0, 60)}'. ${nearest ? `Did you mean ${nearest}?` : `Try ${orList(names)}.`}`,
        { position: name.at, found: name.text, expected: names, nearest },
      )
    }
    const word = direction?.text.toLowerCase() ?? 'asc'
    if ((word !== 'asc' && word !== 'desc') || surplus) {
      const wrong = word === 'asc' || word === 'desc' ? surplus! : direction!
      throw queryError(origin, `Found '${wrong.text.slice(0, 40)}', expected asc, desc or a comma.`, {
        position: wrong.at,
        found: wrong.text,
        expected: ['asc', 'desc', ','],
        nearest: wrong === direction ? nearestName(wrong.text, ['asc', 'desc']) : undefined,
      })
    }
    if (keys.some((key) => key.path === path)) {
      throw queryError(origin, `'${name.text}' is sorted by twice.`, { position: name.at, found: name.text })
    }
    keys.push({ path, direction: word })
    if (keys.length > maxSortKeys) {
      throw queryError(origin, `Sort by at most ${maxSortKeys} properties.`, { position: name.at })
    }
  }
  return keys
}

/** Makes the order total: `id` ascending goes last unless it is there, and what follows an `id` cannot matter. */
export function withTieBreak(keys: readonly SortKey[]): SortKey[] {
  const id = keys.findIndex((key) => key.path === 'id')
  return id >= 0 ? keys.slice(0, id + 1) : [...keys, { path: 'id', direction: 'asc' }]
}

/** The canonical spelling of a sort. */
export const printOrderBy = (keys: readonly SortKey[]): string =>
  keys.map((key) => (key.direction === 'desc' ? `${key.path} desc` : key.path)).join(',')
