import type { AppError } from '@/lib/errors'
import type { Recorded } from './idempotency'
import type { AnyOperation } from './operation'
import { entityTag, type Reply } from './reply'
import type { Vocabulary } from './surface'

/** What goes out: status, headers and text, or a finished `Response` where the handler made one. */
export type Answer = Recorded | { stream: Response }

/** What an operation's handler gave, with the headers that follow from it: all an idempotent replay needs. */
export function serialize(operation: AnyOperation, parts: Reply): Recorded {
  const status = parts.status ?? operation.success.status
  const body = parts.json ?? (parts.body === undefined ? null : JSON.stringify(parts.body))
  const headers: Record<string, string> = { ...parts.headers }
  if (body !== null) headers['content-type'] ??= 'application/json; charset=utf-8'
  if (parts.version !== undefined && body !== null) headers.etag = entityTag(parts.version, body)
  return { status, headers, body }
}

/** A failure in the words of a vocabulary. */
export function serializeFailure(vocabulary: Vocabulary, error: AppError, requestId: string): Recorded {
  const { status, body, headers = {} } = vocabulary.renderError(error, requestId)
  const { retryAfter, allow } = error.extras
  return {
    status,
    body: body === null ? null : JSON.stringify(body),
    headers: {
      ...(body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      ...(allow ? { allow: allow.join(', ') } : {}),
      ...headers,
    },
  }
}

/** Adds what every answer carries. */
export function complete(answer: Answer, requestId: string, extra: Record<string, string>): Answer {
  if ('stream' in answer) {
    for (const [name, value] of Object.entries({ ...extra, 'x-request-id': requestId })) {
      answer.stream.headers.set(name, value)
    }
    return answer
  }
  const { status, body, headers } = answer
  return {
    status,
    body,
    headers: {
      'cache-control': 'no-store',
      ...headers,
      ...extra,
      'x-request-id': requestId,
      'x-content-type-options': 'nosniff',
    },
  }
}

export const toResponse = (answer: Answer): Response =>
  'stream' in answer ? answer.stream : new Response(answer.body, { status: answer.status, headers: answer.headers })

export const statusOf = (answer: Answer): number => ('stream' in answer ? answer.stream.status : answer.status)
