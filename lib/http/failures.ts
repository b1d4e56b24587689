import { storeFailure } from '@/db'
import { AppError } from '@/lib/errors'
import { log } from './log'

/** Turns anything thrown into an expected failure; what nobody expected becomes a 500 that says nothing. */
export function toAppError(error: unknown, requestId: string): AppError {
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
