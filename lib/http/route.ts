import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { type Database, database, type Reader, storeFailure, type Tx } from '@/db'
import { type Actor, anonymous } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import type { Expected } from '@/lib/expected-version'
import { getOrganization } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { mayTakeLong } from '@/lib/query/effort'
import type { ExpandTree } from '@/lib/query/expand'
import type { ListQuery } from '@/lib/query/list-query'
import { requireRights, requireToken } from './authorize'
import { type Claim, claimRunning, findRecorded, hashRequest, type Recorded, readKey, record } from './idempotency'
import { log } from './log'
import { type AnyOperation, isUnsafe, type Method, matchPath, type Operation, type PathParameters } from './operation'
import { isLenient } from './prefer'
import { clientAddress, countRequest } from './rate-limit'
import { defaultMaxBodyBytes, parseJson, readBytes } from './read-body'
import { type PageToken, pageTokenOf, type ReadQuery, readQuery } from './read-query'
import { asReply, entityTag, namesTag, type Reply, readExpected } from './reply'
import { requestIdPattern } from './request-id'
import type { Vocabulary } from './surface'
import { validate } from './validate'

type Output<Body> = Body extends z.ZodType ? z.output<Body> : undefined
type QueryOutput<Query extends z.ZodRawShape> = { [K in keyof Query]: z.output<Query[K]> }

/** What a handler is given: everything checked, nothing left to parse. */
export type Context<P extends string, Body, Query extends z.ZodRawShape> = {
  actor: Actor
  params: PathParameters<P>
  query: QueryOutput<Query>
  body: Output<Body>
  /** The list parameters, where the operation declares them. */
  list: ListQuery
  /** Makes the tokens of the list's neighbouring pages. */
  pageToken: PageToken
  /** The `$expand` of a single answer. */
  expand: ExpandTree
  /** Reads: the write transaction itself where there is one. */
  db: Reader
  /** The request's one write transaction; reading it in an operation without one is a programming error. */
  tx: Tx
  /** Opens a write transaction, in operations declared with `transaction: 'many'`. */
  transact: Database['transaction']
  /** The organization in the path; reading it elsewhere is a programming error. */
  organization: Organization
  /** The versions `If-Match` accepts. */
  expected: Expected
  request: NextRequest
  /** The request's address as the caller wrote it, for links. */
  url: URL
}

export type Handler<P extends string, Body, Query extends z.ZodRawShape> = (
  context: Context<P, Body, Query>,
) => Promise<unknown>

export type RouteHandler = ((request: NextRequest) => Promise<Response>) & { operation: AnyOperation }

/** Reads that may look at a great part of a table leave the main thread to the others. */
const isLong = ({ long, list }: AnyOperation, query: ListQuery | undefined) =>
  long === true || (list !== undefined && query !== undefined && mayTakeLong(list.resource, query))

/** The address as the caller sees it: behind Next and a proxy, `request.url` names the inner host. */
function publicUrl(request: NextRequest): URL {
  const url = new URL(request.url)
  const base = process.env.PUBLIC_URL
  const host = request.headers.get('host')
  // Setting a host without a port would leave the inner one's port where it is.
  if (base) {
    const { protocol, host } = new URL(base)
    Object.assign(url, { protocol, port: '', host })
  } else if (host && /^[\w.:[\]-]+$/.test(host)) {
    Object.assign(url, { port: '', host })
  }
  return url
}

/** Turns anything thrown into an expected failure; what nobody expected becomes a 500 that says nothing. */
function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error
  const failure = storeFailure(error)
  if (failure?.kind === 'unique')
    return new AppError('Conflict', 'Another resource already has this value.', { cause: error })
  if (failure?.kind === 'full') {
    return new AppError('InsufficientStorage', 'The disk is full. Nothing was changed.', {
      retryAfter: 30,
      cause: error,
    })
  }
  if (failure?.kind === 'slow') {
    return new AppError(
      'ServiceUnavailable',
      'The query took too long and was stopped. Narrow the filter or the search.',
      {
        target: 'RequestQuery',
        inner: { code: 'QueryTooSlow' },
        cause: error,
      },
    )
  }
  if (failure?.kind === 'unavailable' || failure?.kind === 'retry') {
    log.warn({ requestId, kind: failure.kind }, 'store unavailable')
    return new AppError('ServiceUnavailable', 'The store is busy. Nothing was changed; try again.', {
      retryAfter: 1,
      cause: error,
    })
  }
  log.error({ requestId, error: error instanceof Error ? error.stack : String(error) }, 'unexpected error')
  return new AppError('UnexpectedError', 'Something unexpected happened. Quote the request id when you report it.', {
    target: 'Unknown',
    inner: { code: 'UnknownError' },
  })
}

/** Serialized answer: everything an idempotent replay needs. */
function serialize(operation: AnyOperation, parts: Reply): Recorded {
  const status = parts.status ?? operation.success.status
  const body = parts.json ?? (parts.body === undefined ? null : JSON.stringify(parts.body))
  const headers: Record<string, string> = { ...parts.headers }
  if (body !== null) headers['content-type'] ??= 'application/json; charset=utf-8'
  if (parts.version !== undefined && body !== null) headers.etag = entityTag(parts.version, body)
  return { status, headers, body }
}

/**
 * Binds a vocabulary to a `route` function. `route(operation, handler)` makes the exported method of a route file;
 * the order of checks is decision 34. An unsafe method runs in one write transaction, which also keeps the
 * idempotency record, so that an answer and its effect are stored together or not at all.
 */
export function routesOf(vocabulary: Vocabulary) {
  function answer(recorded: Recorded, requestId: string, extra: Record<string, string>): Response {
    const headers = new Headers({ ...recorded.headers, ...extra, 'x-request-id': requestId })
    headers.set('cache-control', headers.get('cache-control') ?? 'no-store')
    headers.set('x-content-type-options', 'nosniff')
    return new Response(recorded.body, { status: recorded.status, headers })
  }

  function errorAnswer(error: AppError, requestId: string, extra: Record<string, string>): Recorded {
    const { status, body, headers = {} } = vocabulary.renderError(error, requestId)
    const { retryAfter, allow } = error.extras
    return {
      status,
      body: body === null ? null : JSON.stringify(body),
      headers: {
        ...extra,
        ...(body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
        ...(allow ? { allow: allow.join(', ') } : {}),
        ...headers,
      },
    }
  }

  async function guarded(
    request: NextRequest,
    work: (requestId: string, extra: Record<string, string>) => Promise<Response>,
  ): Promise<Response> {
    const started = performance.now()
    const given = request.headers.get('x-request-id')
    const requestId = given && requestIdPattern.test(given) ? given : randomUUID()
    const extra: Record<string, string> = {}
    let response: Response
    try {
      response = await work(requestId, extra)
    } catch (error) {
      response = answer(errorAnswer(toAppError(error, requestId), requestId, extra), requestId, {})
    }
    log.info(
      {
        requestId,
        method: request.method,
        path: request.nextUrl.pathname,
        status: response.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    )
    return response
  }

  function route<P extends string, Body extends z.ZodType | undefined, Query extends z.ZodRawShape>(
    operation: Operation<P, Body, Query>,
    handler: Handler<P, Body, Query>,
  ): RouteHandler {
    const declared = operation as unknown as AnyOperation
    const patterns = [declared.path, ...(declared.aliases ?? [])]

    async function respond(request: NextRequest, requestId: string, extra: Record<string, string>): Promise<Response> {
      const url = publicUrl(request)
      const path = url.pathname.replace(/^\/api/, '').replace(/(.)\/$/, '$1')
      const params = patterns.map((pattern) => matchPath(pattern, path)).find((match) => match !== undefined)
      if (!params) throw new AppError('NotFound', `There is nothing at ${url.pathname}.`, { target: 'Route' })
      vocabulary.checkParams?.(params)

      const { reader, patient, transaction } = await database()
      let actor = anonymous(vocabulary.surface, requestId)
      try {
        actor = await vocabulary.identify(reader, request, requestId)
      } catch (error) {
        if (declared.access !== 'public' || !(error instanceof AppError) || error.code !== 'Unauthorized') throw error
      }
      Object.assign(extra, await countRequest(actor.id, clientAddress(request)))
      let organization: Organization | undefined
      if (vocabulary.authorize) {
        const granted = await vocabulary.authorize({ operation: declared, actor, params, db: reader, request })
        actor = granted.actor ?? actor
        organization = granted.organization
      } else {
        requireToken(declared, actor)
        if (params.orgId) organization = await getOrganization(reader, params.orgId)
        requireRights(declared, actor, params)
      }

      const bytes = declared.body
        ? await readBytes(request, declared.maxBodyBytes ?? defaultMaxBodyBytes)
        : new Uint8Array()
      const input =
        declared.body && !(declared.bodyOptional && bytes.length === 0)
          ? parseJson(bytes, request.headers.get('content-type'))
          : undefined
      const query: ReadQuery = vocabulary.readQuery
        ? { query: vocabulary.readQuery(declared, url.searchParams), expand: [] }
        : readQuery(declared, url.searchParams, params)
      const check = vocabulary.validate ?? validate
      const schema = declared.lenient && isLenient(request.headers) ? declared.lenient.body : declared.body
      const body = schema && input !== undefined ? check(schema, input, 'RequestBody') : undefined

      const context = (db: Reader, tx?: Tx) =>
        ({
          ...query,
          pageToken: pageTokenOf(declared, params, query.list),
          actor,
          params,
          body,
          db,
          tx,
          transact: declared.transaction === 'many' ? transaction : undefined,
          organization,
          expected: readExpected(request.headers.get('if-match')),
          request,
          url,
        }) as unknown as Context<P, Body, Query>

      if (!isUnsafe(declared.method) || declared.transaction === false) {
        const parts = asReply(await handler(context(isLong(declared, query.list) ? patient : reader)))
        if (parts.stream) {
          for (const [name, value] of Object.entries({ ...extra, 'x-request-id': requestId })) {
            parts.stream.headers.set(name, value)
          }
          return parts.stream
        }
        const recorded = serialize(declared, parts)
        const tag = recorded.headers.etag
        if (tag && !isUnsafe(declared.method) && namesTag(request.headers.get('if-none-match'), tag)) {
          return answer({ status: 304, headers: { etag: tag }, body: null }, requestId, extra)
        }
        return answer(recorded, requestId, extra)
      }

      const keyed = declared.method === 'POST' && declared.idempotent !== false
      const header = keyed ? request.headers.get('idempotency-key') : null
      const claim: Claim | undefined =
        header === null
          ? undefined
          : {
              caller: actor.id ? `${actor.kind}:${actor.id}` : `anonymous:${params.orgId ?? vocabulary.mount}`,
              key: readKey(header),
              requestHash: hashRequest(declared.method, url.pathname + url.search, bytes),
            }
      const replayOf = async (db: Reader): Promise<Recorded | undefined> => {
        const earlier = claim && (await findRecorded(db, claim))
        return earlier && { ...earlier, headers: { ...earlier.headers, 'idempotent-replayed': 'true' } }
      }
      const inOne = () =>
        transaction(async (tx) => {
          const earlier = await replayOf(tx)
          if (earlier) return earlier
          const fresh = serialize(declared, asReply(await handler(context(tx, tx))))
          if (claim) await record(tx, claim, fresh)
          return fresh
        })
      const inMany = async () => {
        const earlier = await replayOf(reader)
        if (earlier) return earlier
        const fresh = serialize(declared, asReply(await handler(context(reader))))
        if (claim) await transaction((tx) => record(tx, claim, fresh))
        return fresh
      }
      const release = claim ? claimRunning(claim) : () => undefined
      try {
        const recorded = await (declared.transaction === 'many' ? inMany() : inOne())
        return answer(recorded, requestId, extra)
      } catch (error) {
        const failure = toAppError(error, requestId)
        const repeatable = failure.status < 500 && ![401, 422, 429].includes(failure.status)
        if (claim && repeatable) {
          const recorded = errorAnswer(failure, requestId, {})
          await transaction((tx) => record(tx, claim, recorded)).catch(() => undefined)
        }
        throw failure
      } finally {
        release()
      }
    }

    const run = (request: NextRequest) => guarded(request, (requestId, extra) => respond(request, requestId, extra))
    return Object.assign(run, { operation: declared })
  }

  /** The methods of one route file; those it lacks answer 405 with `Allow`. */
  function methods(
    handlers: Partial<Record<Method, RouteHandler>>,
  ): Record<Method, (request: NextRequest) => Promise<Response>> {
    const allow = Object.keys(handlers)
    const refuse = (request: NextRequest) =>
      guarded(request, async () => {
        throw new AppError('MethodNotAllowed', `${request.method} is not possible here. Try ${allow.join(', ')}.`, {
          allow,
        })
      })
    const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers
    return { GET, POST, PUT, PATCH, DELETE }
  }

  /** Every method of a path that belongs to nobody. */
  const unknownRoute = (request: NextRequest) =>
    guarded(request, async () => {
      throw new AppError('NotFound', `There is nothing at ${request.nextUrl.pathname}.`, { target: 'Route' })
    })

  return { route, methods, unknownRoute }
}
