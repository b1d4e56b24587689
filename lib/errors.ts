/**
 * The one table of errors. Domain code throws `AppError`; every vocabulary turns it into its own body.
 * `code` is the Nodeblocks word (spec nodeblocks 6 and decision 22), `status` the HTTP status.
 */
export const errorStatus = {
  BadArgument: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  Conflict: 409,
  PreconditionFailed: 412,
  PayloadTooLarge: 413,
  UnsupportedMediaType: 415,
  RangeNotSatisfiable: 416,
  IdempotencyKeyReused: 422,
  TooManyRequests: 429,
  UnexpectedError: 500,
  ServiceUnavailable: 503,
  InsufficientStorage: 507,
} as const

export type ErrorCode = keyof typeof errorStatus

/** What a detail says is wrong with one place of the input (spec nodeblocks 6). */
export type DetailCode =
  | 'NullValue'
  | 'InvalidType'
  | 'InvalidFormat'
  | 'OutOfRange'
  | 'TooLong'
  | 'TooMany'
  | 'NotAllowed'
  | 'UnknownProperty'
  | 'UnknownParameter'
  | 'UnknownReference'
  | 'Duplicate'
  | 'Allowed'
  | 'Blocked'

export type ErrorDetail = { code: DetailCode; message: string; target?: string }

export type InnerError = { code: string; [key: string]: unknown }

export type ErrorExtras = {
  /** `RequestBody`, `RequestQuery`, `RequestPath`, `Token`, or the resource or field the error is about. */
  target?: string
  details?: ErrorDetail[]
  /** Finer code, for example `InvalidFilter` with `position`, or `TokenExpiredError`. */
  inner?: InnerError
  /** Seconds, for 429 and 503. */
  retryAfter?: number
  /** Methods, for 405. */
  allow?: string[]
  cause?: unknown
}

/** An expected failure with an answer a stranger can act on. Anything else that is thrown is a 500. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly extras: ErrorExtras

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message, extras.cause === undefined ? undefined : { cause: extras.cause })
    this.name = 'AppError'
    this.code = code
    this.extras = extras
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

export const notFound = (what: string) => new AppError('NotFound', `${what} was not found.`, { target: what })

export const forbidden = (message: string, inner?: InnerError) => new AppError('Forbidden', message, { inner })

export const badArgument = (target: string, message: string, details: ErrorDetail[] = []) =>
  new AppError('BadArgument', message, { target, details })
