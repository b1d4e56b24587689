import { z } from 'zod'
import type { Expand } from '@/lib/query/expand'
import { readExpand } from '@/lib/query/expand'
import { type ListQuery, readListQuery, readParameters } from '@/lib/query/list-query'
import type { AnyOperation } from './operation'
import { validate } from './validate'

export type ReadQuery = { list?: ListQuery; expand?: Expand; query: Record<string, unknown> }

/**
 * Reads an operation's query string: list parameters, `$expand`, and its own. Names are case-insensitive; an unknown
 * or repeated one is refused (decision 40).
 * @throws AppError BadArgument
 */
export function readQuery(operation: AnyOperation, search: URLSearchParams): ReadQuery {
  const own = Object.keys(operation.query ?? {})
  if (operation.list) {
    const list = readListQuery(operation.list.resource, search, { ...operation.list, extra: own })
    return { list, expand: list.expand, query: ownQuery(operation, readParameters(search, own, true)) }
  }
  const given = readParameters(search, operation.expand ? [...own, '$expand'] : own)
  const expand = operation.expand ? readExpand(operation.expand, given.$expand) : undefined
  return { expand, query: ownQuery(operation, given) }
}

function ownQuery(operation: AnyOperation, given: Record<string, string>): Record<string, unknown> {
  const shape = operation.query ?? {}
  if (Object.keys(shape).length === 0) return {}
  const values = Object.fromEntries(Object.keys(shape).map((name) => [name, given[name]]))
  return validate(z.object(shape), values, 'RequestQuery')
}
