import { z } from 'zod'
import { identify } from '@/lib/auth/identify'
import { AppError, type ErrorCode, errorStatus, forbidden } from '@/lib/errors'
import { routesOf } from '@/lib/http/route'
import type { Vocabulary } from '@/lib/http/surface'
import { validate } from '@/lib/http/validate'
import { isIllegalMove } from '@/lib/orders/is-illegal-move'
import { getOrganization } from '@/lib/organizations/find-organization'

/** The error words of the generic contract (spec other-order-apis B.1, D.12; decision 54) and where they differ. */
const codes: Record<ErrorCode, string> = {
  BadArgument: 'BAD_REQUEST',
  Unauthorized: 'UNAUTHENTICATED',
  Forbidden: 'FORBIDDEN',
  NotFound: 'NOT_FOUND',
  MethodNotAllowed: 'METHOD_NOT_ALLOWED',
  Conflict: 'CONFLICT',
  PreconditionFailed: 'CONFLICT',
  PayloadTooLarge: 'PAYLOAD_TOO_LARGE',
  UnsupportedMediaType: 'UNSUPPORTED_MEDIA_TYPE',
  RangeNotSatisfiable: 'RANGE_NOT_SATISFIABLE',
  IdempotencyKeyReused: 'IDEMPOTENCY_KEY_REUSED',
  TooManyRequests: 'TOO_MANY_REQUESTS',
  UnexpectedError: 'INTERNAL',
  ServiceUnavailable: 'SERVICE_UNAVAILABLE',
  InsufficientStorage: 'INSUFFICIENT_STORAGE',
}

export const genericErrorStatus = (code: ErrorCode) => (code === 'PreconditionFailed' ? 409 : errorStatus[code])

export const genericErrorSchema = z
  .strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) })
  .meta({ id: 'Error' })

/** The generic "Orders REST API": an API key bound to one organization, and one error shape. */
export const generic: Vocabulary = {
  surface: 'generic',
  mount: '/v1',
  identify: (db, request, requestId) => identify(db, request, { cookies: false, surface: 'generic', requestId }),
  async authorize({ operation, actor, db }) {
    if (actor.kind === 'anonymous') throw new AppError('Unauthorized', 'No token was sent.')
    const [organizationId] = actor.memberships.keys()
    if (actor.kind !== 'apiKey' || organizationId === undefined) {
      throw forbidden('This API takes an API key that belongs to one organization.')
    }
    if (operation.scope && !actor.scopes?.has(operation.scope)) {
      throw forbidden(`The API key lacks the scope \`${operation.scope}\`.`)
    }
    return { organization: await getOrganization(db, organizationId) }
  },
  /** Unknown parameters are ignored (E.17); of a repeated one the last counts. */
  readQuery(operation, search) {
    const shape = operation.query ?? {}
    const given = Object.fromEntries(Object.keys(shape).map((name) => [name, search.getAll(name).at(-1)]))
    return validate(z.object(shape), given, 'RequestQuery')
  },
  renderError(error) {
    if (error.code === 'Unauthorized') {
      const message = 'Authentication token is invalid or expired.'
      return { status: 401, body: { error: { code: 'UNAUTHENTICATED', message } } }
    }
    if (isIllegalMove(error)) return { status: 400, body: { error: { code: 'BAD_REQUEST', message: error.message } } }
    return {
      status: genericErrorStatus(error.code),
      body: { error: { code: codes[error.code], message: error.message } },
    }
  },
}

export const { route, methods, unknownRoute } = routesOf(generic)
