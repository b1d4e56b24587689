import { z } from 'zod'
import type { ZodOpenApiHeadersObject, ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { type ErrorCode, errorStatus } from '@/lib/errors'
import { answersOne, keepsIdempotency, takesVersion } from './openapi-parameters'
import { type AnyOperation, isUnsafe } from './operation'

/** A header that many answers carry, written once in the document. */
const header = (id: string, schema: z.ZodType, description: string) => schema.meta({ description, header: { id } })

const everywhere = {
  'x-request-id': header(
    'requestId',
    z.string(),
    'Names this request in our logs; quote it when you report a problem.',
  ),
  'RateLimit-Limit': header('rateLimitLimit', z.int().optional(), 'Requests that the caller may make in a minute.'),
  'RateLimit-Remaining': header('rateLimitRemaining', z.int().optional(), 'How many of them are left.'),
  'RateLimit-Reset': header('rateLimitReset', z.int().optional(), 'Seconds until they are all there again.'),
}

const entityTag = header(
  'entityTag',
  z.string().optional(),
  'The version of the resource and a hash of this answer. Send it back as `If-Match` or `If-None-Match`.',
)
const replayed = header(
  'idempotentReplayed',
  z.literal('true').optional(),
  'This is the answer to an earlier request with the same `Idempotency-Key`.',
)
const retryAfter = header('retryAfter', z.int(), 'Seconds to wait before trying again.')

/** The failures that follow from what the operation declares, and those it names itself. */
export function errorCodesOf(operation: AnyOperation): ErrorCode[] {
  const open = operation.access === 'public'
  const codes: (ErrorCode | false | undefined)[] = [
    'BadArgument',
    !open && 'Unauthorized',
    !open && 'Forbidden',
    operation.path.includes('{') && 'NotFound',
    operation.body && 'PayloadTooLarge',
    operation.body && 'UnsupportedMediaType',
    keepsIdempotency(operation) && 'Conflict',
    keepsIdempotency(operation) && 'IdempotencyKeyReused',
    takesVersion(operation) && 'PreconditionFailed',
    ...(operation.errors ?? []),
    'TooManyRequests',
    'UnexpectedError',
    'ServiceUnavailable',
    isUnsafe(operation.method) && 'InsufficientStorage',
  ]
  const known = new Set(codes.filter((code): code is ErrorCode => Boolean(code)))
  return [...known].sort((one, other) => errorStatus[one] - errorStatus[other])
}

const meanings: Record<ErrorCode, string> = {
  BadArgument:
    'Something in the path, the query or the body is not right; `details` or `innererror` says what and where.',
  Unauthorized: 'There is no token, or it is not valid, expired, revoked or of the wrong kind.',
  Forbidden: 'The caller’s role, the key’s scopes or an unverified e-mail address do not allow this.',
  NotFound: 'There is no such thing here, or the caller may not know of it.',
  MethodNotAllowed: 'This address takes other methods; `Allow` names them.',
  Conflict: 'The state of the resource does not allow this, or the value is taken, or the same request still runs.',
  PreconditionFailed: 'The resource has changed since the version in `If-Match`.',
  PayloadTooLarge: 'The body is too large.',
  UnsupportedMediaType: 'The body is not `application/json`.',
  RangeNotSatisfiable: 'The file has no such range.',
  IdempotencyKeyReused: 'The `Idempotency-Key` came with another request before.',
  TooManyRequests: 'Too many requests, or too many failed sign-ins.',
  UnexpectedError: 'Our fault. Nothing was changed; quote the `x-request-id`.',
  ServiceUnavailable: 'The store is busy. Nothing was changed; try again.',
  InsufficientStorage: 'The disk is full. Nothing was changed.',
}

const waits: readonly ErrorCode[] = ['TooManyRequests', 'ServiceUnavailable', 'InsufficientStorage']

export type ErrorExamples = Partial<Record<ErrorCode, unknown>>

/** How a vocabulary answers failures, where not in the one usual way. */
export type FailureShape = {
  statusOf?: (code: ErrorCode) => number
  /** The body of a failure; null for none. */
  schemaOf?: (code: ErrorCode) => z.ZodType | null
  /** What a failure means, in place of the sentence that speaks of the Nodeblocks body. */
  meanings?: Partial<Record<ErrorCode, string>>
}

/** The failures of one vocabulary, each one object, so that the document holds it once. */
export function errorResponses(
  schema: z.ZodType,
  examples: ErrorExamples,
  shape: FailureShape = {},
): Record<ErrorCode, ZodOpenApiResponseObject> {
  const entries = Object.entries(meanings).map(([code, description]) => {
    const example = examples[code as ErrorCode]
    const body = shape.schemaOf ? shape.schemaOf(code as ErrorCode) : schema
    const response: ZodOpenApiResponseObject = {
      id: code,
      description: shape.meanings?.[code as ErrorCode] ?? description,
      headers: z.object({
        ...everywhere,
        ...(waits.includes(code as ErrorCode) ? { 'Retry-After': retryAfter } : {}),
      }),
      ...(body
        ? { content: { 'application/json': { schema: body, ...(example === undefined ? {} : { example }) } } }
        : {}),
    }
    return [code, response]
  })
  return Object.fromEntries(entries)
}

function successHeaders(operation: AnyOperation): ZodOpenApiHeadersObject {
  return z.object({
    ...everywhere,
    ...(answersOne(operation) ? { ETag: entityTag } : {}),
    ...(keepsIdempotency(operation) ? { 'Idempotent-Replayed': replayed } : {}),
    ...operation.success.headers,
  })
}

/** Everything an operation may answer. */
export function responsesOf(
  operation: AnyOperation,
  failures: Record<ErrorCode, ZodOpenApiResponseObject>,
  example: unknown,
  statusOf: (code: ErrorCode) => number = (code) => errorStatus[code],
): ZodOpenApiOperationObject['responses'] {
  const { status, schema, description, contentType = 'application/json' } = operation.success
  const content = { [contentType]: { schema, ...(example === undefined ? {} : { example }) } }
  const unchanged = operation.method === 'GET' && answersOne(operation)
  return {
    [String(status) as '200']: {
      description: description ?? (schema ? 'Done; this is the result.' : 'Done; there is nothing to say.'),
      headers: successHeaders(operation),
      ...(schema ? { content } : {}),
    },
    ...(operation.lenient
      ? {
          207: {
            description: 'What became of each member of the body, under `Prefer: handling=lenient`.',
            headers: z.object(everywhere),
            content: { 'application/json': { schema: operation.lenient.answer } },
          },
        }
      : {}),
    ...(unchanged
      ? {
          304: {
            description: 'What the caller holds is still right.',
            headers: z.object({ ...everywhere, ETag: entityTag }),
          },
        }
      : {}),
    ...Object.fromEntries(errorCodesOf(operation).map((code) => [statusOf(code), failures[code]])),
  }
}
