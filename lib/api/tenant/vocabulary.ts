import { z } from 'zod'
import { identify, identifyToken, refusal } from '@/lib/auth/identify'
import { AppError, badArgument, type ErrorCode, type ErrorDetail, errorStatus, forbidden } from '@/lib/errors'
import { routesOf } from '@/lib/http/route'
import type { Asked, Vocabulary } from '@/lib/http/surface'
import { validate } from '@/lib/http/validate'
import { isIllegalMove } from '@/lib/orders/is-illegal-move'
import { findOrganizationBySlug } from '@/lib/organizations/find-organizations'

/** The `type` of each failure (spec other-order-apis C.4; decision 54). */
const types: Record<ErrorCode, string> = {
  BadArgument: 'validation_violation',
  Unauthorized: 'invalid_token',
  Forbidden: 'insufficient_permissions',
  NotFound: 'element_resource_non_existing',
  MethodNotAllowed: 'method_not_allowed',
  Conflict: 'conflict_resource',
  PreconditionFailed: 'conflict_resource',
  PayloadTooLarge: 'payload_too_large',
  UnsupportedMediaType: 'unsupported_media_type',
  RangeNotSatisfiable: 'range_not_satisfiable',
  IdempotencyKeyReused: 'idempotency_key_reused',
  TooManyRequests: 'too_many_requests',
  UnexpectedError: 'internal_service_error',
  ServiceUnavailable: 'service_unavailable',
  InsufficientStorage: 'insufficient_storage',
}

export const tenantErrorStatus = (code: ErrorCode): number => (code === 'PreconditionFailed' ? 409 : errorStatus[code])

const typeName = z.string().regex(/^[a-z][a-z_]*[a-z]$/)

export const tenantErrorSchema = z
  .strictObject({
    status: z.int().min(100).max(599),
    type: typeName,
    message: z.string().optional(),
    moreInfo: z.string().optional(),
    details: z
      .array(z.strictObject({ field: z.string().optional(), type: typeName, message: z.string().optional() }))
      .optional(),
  })
  .meta({ id: 'ErrorMessage' })

/** The gateway's refusal of a token. */
export const tenantFaultSchema = z
  .strictObject({
    fault: z.strictObject({ faultstring: z.string(), detail: z.strictObject({ errorcode: z.string() }) }),
  })
  .meta({ id: 'Fault' })

function fault(error: AppError) {
  const expired = error.extras.inner?.code === 'TokenExpiredError'
  return {
    fault: {
      faultstring: expired ? 'Access Token expired' : 'Invalid Access Token',
      detail: {
        errorcode: expired ? 'keymanagement.service.access_token_expired' : 'oauth.v2.InvalidAccessToken',
      },
    },
  }
}

const targets: Record<string, string> = {
  RequestQuery: 'invalid_query_parameter',
  RequestPath: 'invalid_path_parameter',
}

const toDetail = (where: string | undefined, { code, target, message }: ErrorDetail) => ({
  ...(target === undefined ? {} : { field: target === 'RequestBody' ? 'body' : target }),
  type: targets[where ?? ''] ?? (code === 'NullValue' ? 'missing_value' : 'invalid_value'),
  message,
})

/** The customer behind a call, with the organization that is the tenant (C.3; decision 6). */
async function authorizeCustomer({ operation, actor, params, db, request }: Asked) {
  if (actor.kind === 'anonymous') throw new AppError('Unauthorized', 'Send a bearer token.')
  const organization = await findOrganizationBySlug(db, params.tenant!)
  const wrongTenant = () => forbidden(`The token does not belong to the tenant ${params.tenant}.`)
  if (actor.kind === 'user') {
    if (!organization) throw wrongTenant()
    return { organization }
  }
  if (!organization || !(actor.isSystemAdmin || actor.memberships.has(organization.id))) throw wrongTenant()
  if (!operation.scope || !actor.scopes?.has(operation.scope)) {
    throw forbidden(`The token lacks the scope \`${operation.scope}\`.`)
  }
  const token = request.headers.get('saas-token')
  if (!token) throw forbidden('A service token needs the customer’s own token in the header saas-token.')
  const customer = await identifyToken(db, token.trim(), request.headers.get('x-nb-fingerprint'), {
    cookies: false,
    surface: 'emporix',
    requestId: actor.requestId,
  })
  if (customer.kind !== 'user') throw refusal('TokenInvalid')
  return { organization, actor: customer }
}

/** Emporix, orders managed by customers: a customer's token, or a service's with `saas-token`. */
export const tenant: Vocabulary = {
  surface: 'emporix',
  mount: '/order-v2',
  identify: (db, request, requestId) => identify(db, request, { cookies: false, surface: 'emporix', requestId }),
  authorize: authorizeCustomer,
  checkParams(params) {
    if (/^[a-z][a-z0-9]{2,15}$/.test(params.tenant ?? '')) return
    throw badArgument('RequestPath', 'A tenant is 3 to 16 of a-z and 0-9, a letter first.', [
      { code: 'InvalidFormat', target: 'tenant', message: 'Expected ^[a-z][a-z0-9]+$, 3 to 16 characters.' },
    ])
  },
  /** Unknown parameters are ignored (decision 19); of a repeated one the last counts. */
  readQuery(operation, search) {
    const shape = operation.query ?? {}
    const given = Object.fromEntries(Object.keys(shape).map((name) => [name, search.getAll(name).at(-1)]))
    return validate(z.object(shape), given, 'RequestQuery')
  },
  renderError(error) {
    if (error.code === 'Unauthorized') return { status: 401, body: fault(error) }
    const { message } = error
    if (isIllegalMove(error)) {
      const details = [{ field: 'status', type: 'invalid_transition', message }]
      return { status: 400, body: { status: 400, type: 'validation_violation', message, details } }
    }
    const status = tenantErrorStatus(error.code)
    const { details = [], target } = error.extras
    return {
      status,
      body: {
        status,
        type: types[error.code],
        message,
        ...(error.code === 'BadArgument' && details.length > 0
          ? { details: details.map((detail) => toDetail(target, detail)) }
          : {}),
      },
    }
  },
}

export const { route, methods, unknownRoute } = routesOf(tenant)
