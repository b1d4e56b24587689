import type { FieldType, Resource } from '@/lib/resources/resource'
import { partsOf } from './apply-scanner'
import type { FieldRef } from './checked'
import { nearestName } from './nearest'
import { filterNames, findField } from './paths'
import { oneOf, orList, queryError, type TextOrigin } from './query-error'

export const aggregateMethods = ['sum', 'max', 'min', 'average', 'countdistinct'] as const
export type AggregateMethod = (typeof aggregateMethods)[number]

export type Aggregate =
  | { alias: string; type: 'integer'; method: 'count' }
  | { alias: string; type: FieldType; method: AggregateMethod; field: FieldRef }

const maxAggregates = 20

/** A field of a fixed type, by which rows can be grouped or of which values can be taken. Throws the origin's 400. */
export function requireScalar(
  name: string,
  at: number,
  resource: Resource,
  what: string,
  origin: TextOrigin,
): FieldRef {
  const found = findField(resource, name)
  const names = filterNames(resource)
  if (!found || found.field.filterable === false) {
    const nearest = nearestName(name, names)
    throw queryError(
      origin,
      `${oneOf(resource.name)} cannot be ${what} by '${name.slice(0, 60)}'. ${nearest ? `Did you mean ${nearest}?` : `Try ${orList(names)}.`}`,
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

/** Reads what stands inside `aggregate(…)`; `taken` are the names the rows have already. Throws the origin's 400. */
export function readAggregates(
  text: string,
  resource: Resource,
  taken: readonly string[],
  origin: TextOrigin,
): Aggregate[] {
  const aggregates: Aggregate[] = []
  for (const part of partsOf(text)) {
    const aggregate = readAggregate(part, resource, origin)
    const { alias } = aggregate
    if (alias === '_id' || taken.includes(alias) || aggregates.some((other) => other.alias === alias)) {
      throw queryError(origin, `The name '${alias}' is taken: every alias must be new.`, {
        position: part.at,
        found: alias,
      })
    }
    aggregates.push(aggregate)
    if (aggregates.length > maxAggregates) {
      throw queryError(origin, `At most ${maxAggregates} values may be aggregated.`, { position: part.at })
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
