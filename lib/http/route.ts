import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { type Database, database, type Reader, type Tx } from '@/db'
import { type Actor, anonymous } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import type { Expected } from '@/lib/expected-version'
import { getOrganization } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import { mayTakeLong } from '@/lib/query/effort'
import type { ExpandTree } from '@/lib/query/expand'
import type { ListQuery } from '@/lib/query/list-query'
import { type Answer, complete, serialize, serializeFailure, statusOf, toResponse } from './answer'
import { requireRights, requireToken } from './authorize'
import { toAppError } from './failures'
import { log } from './log'
import { type AnyOperation, isUnsafe, type Method, type Operation, type PathParameters, pathPattern } from './operation'
import { isLenient } from './prefer'
import { clientAddress, countRequest } from './rate-limit'
import { defaultMaxBodyBytes, parseJson, readBytes } from './read-body'
import { type PageToken, pageTokenOf, type ReadQuery, readQuery } from './read-query'
import { asReply, namesTag, readExpected } from './reply'
import { requestIdPattern } from './request-id'
import { addShortWay } from './short-way'
import type { Vocabulary } from './surface'
import { validate } from './validate'
import { claimOf, writeOnce } from './write-once'

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
  request: Request
  /** The request's address as the caller wrote it, for links. */
  url: URL
}

export type Handler<P extends string, Body, Query extends z.ZodRawShape> = (
  context: Context<P, Body, Query>,
) => Promise<unknown>

export type RouteHandler = ((request: NextRequest) => Promise<Response>) & { operation: AnyOperation }

/** Reads that may look at a great part of a table leave the main thread to the others. */
const isLong = ({ list, path }: AnyOperation, query: ListQuery | undefined) =>
  list !== undefined && query !== undefined && mayTakeLong(list.resource, query, !path.includes('{'))

/** The address as the caller sees it: behind Next and a proxy, `request.url` names the inner host. */
function publicUrl(request: Request): URL {
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

/**
 * Binds a vocabulary to a `route` function. `route(operation, handler)` makes the exported method of a route file;
 * the order of checks is decision 34. An unsafe method runs in one write transaction, which also keeps the
 * idempotency record, so that an answer and its effect are stored together or not at all.
 */
export function routesOf(vocabulary: Vocabulary) {
  async function guarded(
    request: Request,
    work: (requestId: string, extra: Record<string, string>) => Promise<Answer>,
  ): Promise<Answer> {
    const started = performance.now()
    const given = request.headers.get('x-request-id')
    const requestId = given && requestIdPattern.test(given) ? given : randomUUID()
    const extra: Record<string, string> = {}
    let answer: Answer
    try {
      answer = await work(requestId, extra)
    } catch (error) {
      answer = serializeFailure(vocabulary, toAppError(error, requestId), requestId)
    }
    if (log.isLevelEnabled('info')) {
      const { method, url } = request
      const ms = Math.round(performance.now() - started)
      log.info({ requestId, method, path: new URL(url).pathname, status: statusOf(answer), ms }, 'request')
    }
    return complete(answer, requestId, extra)
  }

  function route<P extends string, Body extends z.ZodType | undefined, Query extends z.ZodRawShape>(
    operation: Operation<P, Body, Query>,
    handler: Handler<P, Body, Query>,
  ): RouteHandler {
    const declared = operation as unknown as AnyOperation
    const patterns = [declared.path, ...(declared.aliases ?? [])].map(pathPattern)

    async function respond(request: Request, requestId: string, extra: Record<string, string>): Promise<Answer> {
      const url = publicUrl(request)
      const path = url.pathname.replace(/^\/api/, '').replace(/(.)\/$/, '$1')
      const params = patterns.map((match) => match(path)).find((match) => match !== undefined)
      if (!params) throw new AppError('NotFound', `There is nothing at ${url.pathname}.`, { target: 'Route' })
      vocabulary.checkParams?.(params)

      const { reader, patient, inTime, transaction } = await database()
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

      const read = () => {
        if (declared.long) return handler(context(patient))
        return isLong(declared, query.list) ? inTime(() => handler(context(patient))) : handler(context(reader))
      }
      if (!isUnsafe(declared.method) || declared.transaction === false) {
        const parts = asReply(await read())
        if (parts.stream) return { stream: parts.stream }
        const fresh = serialize(declared, parts)
        const { etag } = fresh.headers
        const known = etag && !isUnsafe(declared.method) && namesTag(request.headers.get('if-none-match'), etag)
        return known ? { status: 304, headers: { etag }, body: null } : fresh
      }
      return writeOnce({
        claim: claimOf(declared, request, actor, params.orgId ?? vocabulary.mount, url, bytes),
        reader,
        transaction,
        many: declared.transaction === 'many',
        work: async (db, tx) => serialize(declared, asReply(await handler(context(db, tx)))),
        refuse: (failure) => serializeFailure(vocabulary, failure, requestId),
        requestId,
      })
    }

    const run = (request: Request) => guarded(request, (requestId, extra) => respond(request, requestId, extra))
    addShortWay(declared, run)
    return Object.assign(async (request: NextRequest) => toResponse(await run(request)), { operation: declared })
  }

  /** The methods of one route file; those it lacks answer 405 with `Allow`. */
  function methods(
    handlers: Partial<Record<Method, RouteHandler>>,
  ): Record<Method, (request: NextRequest) => Promise<Response>> {
    const allow = Object.keys(handlers)
    const refuse = async (request: NextRequest) => {
      const answer = await guarded(request, async () => {
        throw new AppError('MethodNotAllowed', `${request.method} is not possible here. Try ${allow.join(', ')}.`, {
          allow,
        })
      })
      return toResponse(answer)
    }
    const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers
    return { GET, POST, PUT, PATCH, DELETE }
  }

  /** Every method of a path that belongs to nobody. */
  const unknownRoute = async (request: NextRequest) => {
    const answer = await guarded(request, async () => {
      throw new AppError('NotFound', `There is nothing at ${new URL(request.url).pathname}.`, { target: 'Route' })
    })
    return toResponse(answer)
  }

  return { route, methods, unknownRoute }
}
