import type { z } from 'zod'
import type { ErrorCode } from '@/lib/errors'
import type { Resource } from '@/lib/resources/resource'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call (spec nodeblocks 2).
 * `public`: anybody, a bad token is ignored. `optional`: anybody, a bad token is 401. `any`: any valid token.
 * `member`: any member of the organization in the path. `organization`: system admin, or owner or admin of it.
 * `self`: system admin, or the user in the path. `creator`: `organization`, or who created the target (the domain
 * decides). `system`: system admins. `session`: a signed-in user in person, no API key.
 */
export type Access =
  | 'public'
  | 'optional'
  | 'any'
  | 'member'
  | 'organization'
  | 'creator'
  | 'self'
  | 'system'
  | 'session'

/** The list parameters an operation takes (spec nodeblocks 1.1). */
export type ListParameters = {
  resource: Resource
  /** `$search` and `$apply` (decision 41). */
  search?: boolean
  /** Default true. */
  expand?: boolean
  /** Default true. */
  filter?: boolean
}

export type PathParameters<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & PathParameters<Rest>
  : unknown

/**
 * One operation, declared once: validation, the OpenAPI document, the reference page, the access matrix test and the
 * test client all read it.
 */
export type Operation<
  P extends string = string,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Query extends z.ZodRawShape = z.ZodRawShape,
> = {
  /** Unique and stable: the OpenAPI operationId. */
  id: string
  method: Method
  /** Below `/api`, with `{name}` for parameters. */
  path: P
  /** Further paths that mean the same. */
  aliases?: readonly string[]
  summary: string
  description?: string
  tag: string
  access: Access
  /** The API key scope that covers it; without one no API key may call it. */
  scope?: string
  /** Calls by users whose e-mail is not verified are refused (decision 51). */
  verifiedEmail?: boolean
  list?: ListParameters
  /** Name of the resource whose `$expand` fields a single answer takes. */
  expand?: Resource
  /** Query parameters beside those of lists and `$expand`. */
  query?: Query
  /** Request headers of its own, for the document; the vocabulary or the handler reads them. */
  requestHeaders?: Record<string, z.ZodType>
  body?: Body
  /** The body may be left out. */
  bodyOptional?: boolean
  /** A read that may look at a great part of a table, whatever it is asked: it runs beside other requests. */
  long?: boolean
  /** Largest accepted body in bytes; default 1 MiB. */
  maxBodyBytes?: number
  /**
   * A bulk call's other way: under `Prefer: handling=lenient` the handler checks each member of `body` for itself and
   * answers `answer` with status 207.
   */
  lenient?: { body: z.ZodType; answer: z.ZodType }
  success: {
    status: number
    schema?: z.ZodType
    description?: string
    contentType?: string
    /** Headers of its own, for the document. */
    headers?: Record<string, z.ZodType>
  }
  /** Beyond those that follow from access, parameters and body. */
  errors?: readonly ErrorCode[]
  /**
   * False for operations that open their own transactions, because they hash passwords or stream files, and for
   * those that write nothing: no write transaction is opened and no `Idempotency-Key` honoured.
   * `many` for those whose handler opens several with `transact`, so that others may write in between: the key is
   * honoured, its answer kept after the last of them.
   */
  transaction?: boolean | 'many'
  /** False where the answer holds a secret, which must not be kept for replays (decision 36). */
  idempotent?: boolean
}

type AnyOperation = Operation<string, z.ZodType | undefined, z.ZodRawShape>

export type { AnyOperation }

/** Declares an operation, keeping its types. */
export const operation = <
  const P extends string,
  Body extends z.ZodType | undefined = undefined,
  Query extends z.ZodRawShape = Record<string, never>,
>(
  definition: Operation<P, Body, Query>,
): Operation<P, Body, Query> => definition

export const isUnsafe = (method: Method) => method !== 'GET'

/** The parameters in a path's segments, or undefined when it is another path. */
export type PathPattern = (path: string) => Record<string, string> | undefined

/** `/orders/{orderId}` → a function: `/orders/abc` → `{orderId: 'abc'}`. */
export function pathPattern(pattern: string): PathPattern {
  const parts = pattern.split('/').map((text) => {
    const [, before = '', name, after = ''] = /^([^{]*)\{(\w+)\}(.*)$/.exec(text) ?? []
    return { text, before, name, after }
  })
  return (path) => {
    const given = path.split('/')
    if (given.length !== parts.length) return undefined
    const params: Record<string, string> = {}
    for (const [i, { text, before, name, after }] of parts.entries()) {
      const segment = decodedSegment(given[i]!)
      if (segment === undefined) return undefined
      if (name === undefined) {
        if (segment !== text) return undefined
      } else {
        const value = segment.slice(before.length, segment.length - after.length)
        if (!segment.startsWith(before) || !segment.endsWith(after) || value === '') return undefined
        params[name] = value
      }
    }
    return params
  }
}

function decodedSegment(segment: string): string | undefined {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** `/orders/{orderId}` against `/orders/abc` → `{orderId: 'abc'}`; undefined when it is another path. */
export const matchPath = (pattern: string, path: string) => pathPattern(pattern)(path)
