import { AppError, type ErrorDetail } from '@/lib/errors'
import type { Resource } from '@/lib/resources/resource'
import { type ApplyStep, readApply } from './apply'
import { readFilter } from './check'
import type { CheckedFilter } from './checked'
import type { Cursor, TokenCodec } from './cursor'
import { type ExpandTree, readExpand } from './expand'
import { nearestName } from './nearest'
import { readOrderBy, type SortKey, withTieBreak } from './order-by'
import { readSearch, type SearchQuery } from './search'

/**
 * What a list is asked for, in our own words: the waist between the vocabularies and the core. Each vocabulary makes
 * one, from its own parameters (see build.ts) or through `readListQuery`.
 */
export type ListQuery = {
  filter?: CheckedFilter
  search?: SearchQuery
  /** Total: ends with `id`. */
  sort: SortKey[]
  /** The caller chose the sort; if not, a search orders by relevance. */
  sorted: boolean
  page: { limit: number; offset: number; cursor?: Cursor }
  expand: ExpandTree
  /** The steps of `$apply`, in order; rows are groups or whole objects then (see run-apply.ts). */
  apply?: ApplyStep[]
  /** Sort keys over the rows of `$apply`, as they were asked for. */
  applySort?: SortKey[]
}

/** A list query with nothing asked: the first page in the resource's own order. */
export const listQuery = (resource: Resource, parts: Partial<ListQuery> = {}): ListQuery => ({
  sort: withTieBreak(resource.defaultSort),
  sorted: false,
  page: { limit: pageLimits.default, offset: 0 },
  expand: [],
  ...parts,
})

export const pageLimits = { default: 20, max: 100, maxSkip: 2 ** 31 }

export type ListOptions<E extends string = never> = {
  tokens: TokenCodec
  /** What the list is a list of beyond its resource: the organization or user in the path. Tokens are bound to it. */
  scope: string
  /** `$search` and `$apply` are taken too. Default: the resource's `searchable`. */
  searchable?: boolean
  /** `$expand` is taken. Default true. */
  expand?: boolean
  /** Parameters of the endpoint's own, as they are documented: `parentId`. */
  extra?: readonly E[]
}

const standard = ['$top', '$skip', '$nextToken', '$previousToken', '$filter', '$orderBy'] as const

/**
 * Reads the standard list parameters (spec nodeblocks 1.1, 5; decisions 9 and 40). Names are case-insensitive, the
 * tokens may come without `$`. Unknown or repeated names, `$skip` beside a token, both tokens, and anything the parts
 * refuse is a 400 with `target` `RequestQuery`.
 */
export function readListQuery<E extends string = never>(
  resource: Resource,
  parameters: URLSearchParams,
  options: ListOptions<E>,
): ListQuery & { extra: Partial<Record<E, string>> } {
  const searchable = options.searchable ?? resource.searchable ?? false
  const names = [
    ...standard,
    ...(options.expand === false ? [] : ['$expand' as const]),
    ...(searchable ? (['$search', '$apply'] as const) : []),
    ...(options.extra ?? []),
  ]
  const given = readParameters(parameters, names, { nextToken: '$nextToken', previousToken: '$previousToken' })

  const query = listQuery(resource)
  if (given.$filter?.trim()) query.filter = readFilter(given.$filter, resource)
  if (given.$search !== undefined) query.search = readSearch(given.$search)
  if (given.$apply?.trim()) {
    const { steps, sort } = readApply(given.$apply, resource, given.$orderBy)
    query.apply = steps
    query.applySort = sort
    query.sorted = sort.length > 0
  } else if (given.$orderBy?.trim()) {
    query.sort = withTieBreak(readOrderBy(given.$orderBy, resource))
    query.sorted = true
  }
  if (given.$expand?.trim()) query.expand = readExpand(given.$expand, resource)
  query.page = readPage(given, options.tokens, listBinding(resource, options.scope, query))

  const extra: Partial<Record<E, string>> = {}
  for (const name of options.extra ?? []) if (given[name] !== undefined) extra[name] = given[name]
  return { ...query, extra }
}

/**
 * The values of the named parameters, under their documented spelling. For endpoints that are not lists, give their
 * names; `also` maps further spellings. Throws 400 for unknown and repeated names.
 */
export function readParameters<N extends string>(
  parameters: URLSearchParams,
  names: readonly N[],
  also: Record<string, string> = {},
): Partial<Record<N, string>> {
  const known = new Map<string, N>(names.map((name) => [name.toLowerCase(), name]))
  for (const [spelling, name] of Object.entries(also)) {
    const target = known.get(name.toLowerCase())
    if (target) known.set(spelling.toLowerCase(), target)
  }
  const given: Partial<Record<N, string>> = {}
  const details: ErrorDetail[] = []
  for (const [spelling, value] of parameters) {
    const name = known.get(spelling.toLowerCase())
    if (name === undefined) details.push(unknownParameter(spelling, names))
    else if (given[name] !== undefined) details.push(duplicate(name))
    else given[name] = value
  }
  if (details.length > 0) {
    throw new AppError('BadArgument', details[0]!.message, { target: 'RequestQuery', details })
  }
  return given
}

function unknownParameter(spelling: string, names: readonly string[]): ErrorDetail {
  const shown = spelling.slice(0, 60)
  const nearest = nearestName(shown, names) ?? nearestName(`$${shown}`, names)
  const advice = nearest
    ? `Did you mean ${nearest}?`
    : names.length === 0
      ? 'This endpoint takes none.'
      : `Known here are ${names.join(', ')}.`
  return { code: 'UnknownParameter', target: shown, message: `There is no query parameter '${shown}'. ${advice}` }
}

const duplicate = (name: string): ErrorDetail => ({
  code: 'Duplicate',
  target: name,
  message: `The query parameter ${name} is given more than once.`,
})

type PageParameters = Partial<Record<'$top' | '$skip' | '$nextToken' | '$previousToken', string>>

function readPage(given: PageParameters, tokens: TokenCodec, binding: string): ListQuery['page'] {
  const limit = readInteger('$top', given.$top, 1, pageLimits.max) ?? pageLimits.default
  const offset = readInteger('$skip', given.$skip, 0, pageLimits.maxSkip) ?? 0
  const { $nextToken: next, $previousToken: previous } = given
  if (next !== undefined && previous !== undefined) throw together('$nextToken', '$previousToken')
  if (next === undefined && previous === undefined) return { limit, offset }
  const name = next === undefined ? '$previousToken' : '$nextToken'
  if (given.$skip !== undefined) throw together('$skip', name)
  const cursor =
    next === undefined ? tokens.decode(previous!, 'previous', binding) : tokens.decode(next, 'next', binding)
  return { limit, offset: 0, cursor }
}

function readInteger(name: string, text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined) return undefined
  const range = max === pageLimits.maxSkip ? `${min} or more` : `from ${min} to ${max}`
  const detail = (code: 'InvalidType' | 'OutOfRange'): ErrorDetail => ({
    code,
    target: name,
    message: `${name} is a whole number ${range}; '${text.slice(0, 40)}' is not.`,
  })
  const fail = (what: ErrorDetail) =>
    new AppError('BadArgument', what.message, { target: 'RequestQuery', details: [what] })
  if (!/^[+-]?\d{1,15}$/.test(text.trim())) throw fail(detail('InvalidType'))
  const value = Number(text)
  if (value < min || value > max) throw fail(detail('OutOfRange'))
  return value
}

function together(one: string, other: string): AppError {
  const message = `${one} and ${other} cannot be given together: a token already says where the page begins.`
  return new AppError('BadArgument', message, {
    target: 'RequestQuery',
    details: [{ code: 'NotAllowed', target: one, message }],
    inner: { code: 'InvalidToken' },
  })
}

/** Everything a page token depends on; the page size may change while walking. */
export function listBinding(resource: Resource, scope: string, query: ListQuery): string {
  const { filter, search, sort, sorted, apply, applySort } = query
  return JSON.stringify([
    resource.name,
    scope,
    sort,
    sorted,
    filter ?? null,
    search?.terms ?? null,
    apply ?? null,
    applySort ?? null,
  ])
}

/**
 * Absolute addresses of the neighbouring pages: the same request with the token set and `$skip` dropped (spec
 * nodeblocks 5.4). `requestUrl` must be absolute as the client sees it. Absent tokens give absent keys.
 */
export function pageLinks(
  requestUrl: string | URL,
  tokens: { nextToken?: string; previousToken?: string },
): { '@nextLink'?: string; '@previousLink'?: string } {
  if (tokens.nextToken === undefined && tokens.previousToken === undefined) return {}
  const url = new URL(requestUrl)
  for (const key of [...url.searchParams.keys()]) {
    if (/^(\$skip|\$?nexttoken|\$?previoustoken)$/i.test(key)) url.searchParams.delete(key)
  }
  // `$` needs no escape in a query, and documented names are easier to recognise with it.
  const rest = url.searchParams.toString().replaceAll('%24', '$')
  url.search = ''
  url.hash = ''
  const link = (name: string, token: string) => `${url}?${rest && `${rest}&`}${name}=${encodeURIComponent(token)}`
  return {
    ...(tokens.nextToken === undefined ? {} : { '@nextLink': link('$nextToken', tokens.nextToken) }),
    ...(tokens.previousToken === undefined ? {} : { '@previousLink': link('$previousToken', tokens.previousToken) }),
  }
}
