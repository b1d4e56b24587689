import { z } from 'zod'
import type { Resource } from '@/lib/resources/resource'
import type { AnyOperation } from './operation'
import { requestIdPattern } from './request-id'

export type Parameters = Record<string, z.ZodType>

const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')

const belowList = (resource: Resource, path: string) =>
  resource.lists.some((list) => path === list || path.startsWith(`${list}.`))

const filterFields = (resource: Resource) =>
  quoted(
    Object.entries(resource.fields)
      .filter(([, field]) => field.filterable !== false)
      .map(([path, field]) => (field.type === 'open' ? `${path}.…` : path)),
  )

const sortFields = (resource: Resource) =>
  quoted(
    Object.entries(resource.fields)
      .filter(([path, { sortable, type }]) => {
        return sortable !== false && type !== 'open' && type !== 'any' && !belowList(resource, path)
      })
      .map(([path]) => path),
  )

/** A parameter that many operations take, written once in the document. */
const shared = (id: string, schema: z.ZodType, description: string, example?: string) =>
  schema.optional().meta({ description, ...(example === undefined ? {} : { example }), param: { id } })

const top = shared('top', z.int().min(1).max(100).default(20), 'How many items a page holds.')
const skip = shared(
  'skip',
  z.int().min(0).default(0),
  'How many items to pass over. Not together with a page token, which stays right while items come and go.',
)
const token =
  'From a link of an earlier answer. Bound to the list, its filter and its sort; following the link is easier.'
const nextToken = shared('nextToken', z.string(), token)
const previousToken = shared('previousToken', z.string(), token)
const search = shared(
  'search',
  z.string().max(255),
  'Words that all have to occur, a phrase in double quotes. Case, width and kana make no difference. The best matches come first, unless `$orderBy` is given.',
)

const optionalText = (description: string) => z.string().optional().meta({ description })

function expandParameter(resource: Resource): Parameters {
  const names = quoted(Object.keys(resource.expansions))
  const description = names
    ? `References to replace by what they lead to: separated by commas, up to three deep (\`a.b.c\`), each with a \`($filter=…)\` if wanted. Here: ${names}.`
    : 'Nothing here leads anywhere: any name is refused.'
  return { $expand: optionalText(description) }
}

/** An operation's query parameters. */
export function queryParameters(operation: AnyOperation): Parameters {
  const own = (operation.query ?? {}) as Parameters
  if (!operation.list) return operation.expand ? { ...own, ...expandParameter(operation.expand) } : own
  const { resource, search: searchable, expand = true, filter = true } = operation.list
  return {
    ...own,
    ...(filter
      ? { $filter: optionalText(`Which items, in the query language. Fields: ${filterFields(resource)}.`) }
      : {}),
    $orderBy: optionalText(
      `What to sort by: \`name desc, id\`. Null counts as the smallest value. Fields: ${sortFields(resource)}.`,
    ),
    $top: top,
    $skip: skip,
    $nextToken: nextToken,
    $previousToken: previousToken,
    ...(expand ? expandParameter(resource) : {}),
    ...(searchable
      ? {
          $search: search,
          $apply: optionalText(
            'Steps that group and add up, joined by `then`: `filter(…)`, `groupby((…), aggregate(…))`, `aggregate(…)`, `orderby(…)`, `top(…)`, `identity`.',
          ),
        }
      : {}),
  }
}

const requestId = shared(
  'requestId',
  z.string().regex(requestIdPattern),
  'A name of the caller’s own for this request; answered and logged in place of ours.',
)
const fingerprint = shared('fingerprint', z.string().max(500), 'The fingerprint the token was issued with, if it was.')
const idempotencyKey = shared(
  'idempotencyKey',
  z.string().min(1).max(255),
  'The same key with the same request gets the first answer again for 24 hours, and nothing happens twice. With another request: 422; while the first still runs: 409.',
)
const prefer = shared(
  'prefer',
  z.string(),
  '`handling=lenient` lets each member of the body succeed or fail for itself; the answer is then 207.',
  'handling=lenient',
)
const ifMatch = shared(
  'ifMatch',
  z.string(),
  'The `ETag` this change was made against. 412 when the resource has changed since.',
  '"3-k2P0c1uJx0Q9a7Zb"',
)
const ifNoneMatch = shared('ifNoneMatch', z.string(), 'The `ETag` the caller already holds: 304 when it still holds.')

/** Whether a POST with an `Idempotency-Key` is kept for replays (decision 36). */
export const keepsIdempotency = (operation: AnyOperation) =>
  operation.method === 'POST' && operation.transaction !== false && operation.idempotent !== false

/** Whether a change may be bound to a version with `If-Match`. */
export const takesVersion = (operation: AnyOperation) =>
  operation.errors?.includes('PreconditionFailed') ||
  operation.method === 'DELETE' ||
  (operation.method === 'PATCH' && answersOne(operation))

/** Whether the answer is one stored resource, and so carries an `ETag`. */
export function answersOne({ list, success }: AnyOperation): boolean {
  const shape = (success.schema as { shape?: object } | undefined)?.shape
  return !list && shape !== undefined && 'id' in shape
}

/** An operation's request headers. */
export function headerParameters(operation: AnyOperation): Parameters {
  return {
    ...(operation.access === 'public' ? {} : { 'x-nb-fingerprint': fingerprint }),
    ...(keepsIdempotency(operation) ? { 'Idempotency-Key': idempotencyKey } : {}),
    ...(operation.lenient ? { Prefer: prefer } : {}),
    ...(takesVersion(operation) ? { 'If-Match': ifMatch } : {}),
    ...(operation.method === 'GET' && answersOne(operation) ? { 'If-None-Match': ifNoneMatch } : {}),
    ...operation.requestHeaders,
    'x-request-id': requestId,
  }
}
