import { z } from 'zod'
import { authSecret } from '@/lib/config'
import { type Cursor, type TokenCodec, tokenCodec } from '@/lib/query/cursor'
import { type ExpandTree, readExpand } from '@/lib/query/expand'
import { type ListQuery, listBinding, pageLinks, readListQuery, readParameters } from '@/lib/query/list-query'
import type { Page } from '@/lib/query/run-list'
import type { AnyOperation } from './operation'
import { validate } from './validate'

export type ReadQuery = { list?: ListQuery; expand: ExpandTree; query: Record<string, unknown> }

let codec: TokenCodec | undefined
const tokens = () => {
  codec ??= tokenCodec(authSecret())
  return codec
}

/** What a page token belongs to beyond its resource: the operation and the parameters in its path. */
const scopeOf = (operation: AnyOperation, params: Record<string, string>) =>
  [operation.id, ...Object.values(params)].join('/')

/**
 * Reads an operation's query string: list parameters, `$expand`, and its own. Names are case-insensitive; an unknown
 * or repeated one is refused (decision 40).
 * @throws AppError BadArgument
 */
export function readQuery(operation: AnyOperation, search: URLSearchParams, params: Record<string, string>): ReadQuery {
  const own = Object.keys(operation.query ?? {})
  if (operation.list) {
    const { resource, search: searchable, ...options } = operation.list
    const list = readListQuery(resource, search, {
      ...options,
      searchable: searchable ?? false,
      tokens: tokens(),
      scope: scopeOf(operation, params),
      extra: own,
    })
    return { list, expand: list.expand, query: ownQuery(operation, list.extra) }
  }
  const given = readParameters(search, operation.expand ? [...own, '$expand'] : own)
  const expand = operation.expand && given.$expand?.trim() ? readExpand(given.$expand, operation.expand) : []
  return { expand, query: ownQuery(operation, given) }
}

function ownQuery(operation: AnyOperation, given: Partial<Record<string, string>>): Record<string, unknown> {
  const shape = operation.query ?? {}
  if (Object.keys(shape).length === 0) return {}
  const values = Object.fromEntries(Object.keys(shape).map((name) => [name, given[name]]))
  return validate(z.object(shape), values, 'RequestQuery')
}

/** Makes the token of a neighbouring page, which belongs to this list, in this place, sorted and filtered like this. */
export type PageToken = (cursor: Cursor | undefined) => string | undefined

export function pageTokenOf(
  operation: AnyOperation,
  params: Record<string, string>,
  list: ListQuery | undefined,
): PageToken {
  let binding: string | undefined
  return (cursor) => {
    if (!cursor) return undefined
    binding ??= listBinding(operation.list!.resource, scopeOf(operation, params), list!)
    return tokens().encode(cursor, binding)
  }
}

type Listing = { url: URL; pageToken: PageToken }

const envelope = ({ url, pageToken }: Listing, page: Omit<Page<unknown>, 'rows'>, count: number) => ({
  total: page.total,
  count,
  ...pageLinks(url, { nextToken: pageToken(page.next), previousToken: pageToken(page.previous) }),
})

/** The envelope of every list (spec nodeblocks 1.2); the neighbouring pages are there only when they exist. */
export const listEnvelope = <T>(listing: Listing, page: Omit<Page<unknown>, 'rows'>, value: T[]) => ({
  ...envelope(listing, page, value.length),
  value,
})

/** The same as text, of members that are JSON text already. */
export const listEnvelopeText = (listing: Listing, page: Omit<Page<unknown>, 'rows'>, value: readonly string[]) =>
  `${JSON.stringify(envelope(listing, page, value.length)).slice(0, -1)},"value":[${value.join(',')}]}`
