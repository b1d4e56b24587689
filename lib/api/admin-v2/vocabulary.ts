import { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { canManage } from '@/lib/auth/actor'
import { identify } from '@/lib/auth/identify'
import { AppError, type DetailCode, type ErrorCode, errorStatus, forbidden } from '@/lib/errors'
import type { AnyOperation } from '@/lib/http/operation'
import { routesOf } from '@/lib/http/route'
import type { Vocabulary } from '@/lib/http/surface'
import { isIllegalMove } from '@/lib/orders/is-illegal-move'
import { invalid, type JoiError, type JoiTarget, joiError, validateJoi } from './joi'

/** The one error body of the AiFi contract (spec other-order-apis A.2); every other failure has none. */
export const storeErrorSchema = z
  .strictObject({
    message: z.string(),
    type: z.string(),
    errors: z.array(z.strictObject({ error: z.string(), rule: z.string(), field: z.string() })),
  })
  .meta({ id: 'ValidationError' })

const bodies: Record<JoiTarget, { message: string; type: string }> = {
  RequestBody: { message: 'Invalid request body', type: 'E_INVALID_BODY' },
  RequestQuery: { message: 'Invalid request query', type: 'E_INVALID_QUERY' },
  RequestPath: { message: 'Invalid request params', type: 'E_INVALID_PARAMS' },
}

const rules: Partial<Record<DetailCode, string>> = {
  NullValue: 'any.required',
  InvalidType: 'any.invalid',
  OutOfRange: 'number.max',
  TooMany: 'array.max',
  UnknownReference: 'any.only',
  UnknownProperty: 'object.unknown',
}

/** What a failure of input says, whoever noticed it. */
function errorsOf(error: AppError): JoiError[] {
  const { inner, details = [], target } = error.extras
  if (inner?.code === 'Joi') return inner.errors as JoiError[]
  if (error.code === 'IdempotencyKeyReused') return [joiError('Idempotency-Key', 'any.invalid', 'was used before')]
  if (details.some((detail) => detail.target === 'RequestBody')) {
    return [{ error: error.message, rule: 'json.parse', field: '"body"' }]
  }
  if (details.length === 0) return [{ error: error.message, rule: 'any.invalid', field: `"${target ?? 'body'}"` }]
  return details.map(({ code, message, target: place = 'body' }) => ({
    error: message,
    rule: rules[code] ?? 'any.invalid',
    field: `"${place}"`,
  }))
}

/** What an AiFi answer's status is. */
export const storeErrorStatus = (code: ErrorCode): number =>
  code === 'BadArgument' ? 422 : code === 'PreconditionFailed' ? 409 : errorStatus[code]

/** The ids of the organizations an actor administers; undefined for all of them (decision 29). */
export function administered(actor: Actor): string[] | undefined {
  if (actor.isSystemAdmin) return undefined
  return [...actor.memberships.keys()].filter((organizationId) => canManage(actor, organizationId))
}

const isArray = (schema: z.ZodType): boolean => {
  const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType } }
  return def.type === 'array' || (def.innerType !== undefined && isArray(def.innerType))
}

/** Repeated keys, `key[]` and comma lists all mean several values; unknown keys are refused (A.4, decision 55). */
function readStoreQuery(operation: AnyOperation, search: URLSearchParams): Record<string, unknown> {
  const shape = (operation.query ?? {}) as Record<string, z.ZodType>
  const given: Record<string, unknown> = {}
  for (const spelling of new Set(search.keys())) {
    const name = spelling.replace(/\[\d*\]$/, '')
    const values = search.getAll(spelling)
    const schema = Object.hasOwn(shape, name) ? shape[name]! : undefined
    if (schema && isArray(schema)) {
      given[name] = [...((given[name] as string[] | undefined) ?? []), ...values.flatMap((value) => value.split(','))]
    } else {
      given[schema ? name : spelling] = values.length === 1 ? values[0] : values
    }
  }
  return validateJoi(z.strictObject(shape), given, 'RequestQuery')
}

/** AiFi Oasis, administration: integers for ids, empty bodies for failures but for invalid input. */
export const store: Vocabulary = {
  surface: 'aifi',
  mount: '/admin/v2',
  identify: (db, request, requestId) => identify(db, request, { cookies: false, surface: 'aifi', requestId }),
  async authorize({ operation, actor }) {
    if (actor.kind === 'anonymous') throw new AppError('Unauthorized', 'Send a bearer token.')
    if (administered(actor)?.length === 0) throw forbidden('Only administrators may do this.')
    if (actor.scopes && !(operation.scope && actor.scopes.has(operation.scope))) {
      throw forbidden(`The API key lacks the scope \`${operation.scope}\`.`)
    }
    return {}
  },
  checkParams({ orderId }) {
    if (orderId !== undefined && !/^\d{1,15}$/.test(orderId)) {
      const [rule, says] = /^-?\d+(\.\d+)?$/.test(orderId)
        ? (['number.integer', 'must be an integer'] as const)
        : (['number.base', 'must be a number'] as const)
      throw invalid('RequestPath', [joiError('orderId', rule, says)])
    }
  },
  readQuery: readStoreQuery,
  validate: validateJoi,
  renderError(error) {
    if (isIllegalMove(error)) {
      const problem = { error: error.message, rule: 'status.transition', field: '"status"' }
      return { status: 422, body: { ...bodies.RequestBody, errors: [problem] } }
    }
    const status = storeErrorStatus(error.code)
    if (status !== 422) return { status, body: null }
    const target = error.extras.target as JoiTarget
    return { status, body: { ...(bodies[target] ?? bodies.RequestBody), errors: errorsOf(error) } }
  },
}

export const { route, methods, unknownRoute } = routesOf(store)
