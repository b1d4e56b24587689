import type { Reader } from '@/db'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { type Actor, anonymous, type Role, type Surface } from './actor'
import { type CredentialRow, findApiKeyByHash, findBySession, findByToken } from './find-credentials'
import { requireSameOrigin } from './same-origin'
import { cookieName, readCookie, sessionIdOf } from './session-cookie'
import { hashToken, kindOfToken } from './tokens'
import { touch } from './touch'

export type IdentifyOptions = {
  /** Whether the browser's session cookie is accepted; foreign surfaces say no (decision 53). */
  cookies: boolean
  surface: Surface
  requestId: string | null
}

const sentences = {
  TokenInvalid: 'The token is not valid. Sign in again, or make a new token.',
  TokenExpiredError: 'The token has expired. Refresh it, or sign in again.',
  TokenRevoked: 'The token was revoked. Sign in again, or make a new token.',
  WrongTokenType: 'This is a refresh token. Exchange it at /api/auth/refresh and send the access token.',
  FingerprintMismatch:
    'The token is bound to another fingerprint. Send the one it was issued with as x-nb-fingerprint.',
  SessionEnded: 'The session has ended. Sign in again.',
  AccountDisabled: 'The account is disabled.',
} as const

/** A refusal of credentials, told apart by `inner.code` (spec nodeblocks 6). */
export const refusal = (code: keyof typeof sentences) =>
  new AppError('Unauthorized', sentences[code], { target: 'Token', inner: { code } })

/** Unknown user types are nobody's admin: only `100` is (spec nodeblocks 7). */
const systemAdminType = '100'

/** A user as of this moment; `rows` are never empty. @throws AppError Unauthorized when the account is disabled */
function toUser(rows: CredentialRow[], via: 'cookie' | 'bearer', options: IdentifyOptions): Actor {
  const user = rows[0]!
  if (user.disabledAt !== null) throw refusal('AccountDisabled')
  const memberships = new Map<string, Role>()
  for (const { organizationId, role } of rows) if (organizationId) memberships.set(organizationId, role as Role)
  touch('session', user.sessionId, user.lastUsedAt)
  return {
    ...anonymous(options.surface, options.requestId),
    kind: 'user',
    id: user.userId,
    userId: user.userId,
    name: user.name,
    isSystemAdmin: user.typeId === systemAdminType,
    emailVerified: user.emailVerifiedAt !== null,
    memberships,
    sessionId: user.sessionId,
    via,
  }
}

async function identifyApiKey(db: Reader, token: string, options: IdentifyOptions): Promise<Actor> {
  const key = await findApiKeyByHash(db, hashToken(token))
  if (!key) throw refusal('TokenInvalid')
  if (key.revokedAt !== null) throw refusal('TokenRevoked')
  if (key.expiresAt !== null && key.expiresAt <= now()) throw refusal('TokenExpiredError')
  touch('apiKey', key.id, key.lastUsedAt)
  return {
    ...anonymous(options.surface, options.requestId),
    kind: 'apiKey',
    id: key.id,
    name: key.name,
    isSystemAdmin: key.organizationId === null,
    emailVerified: true,
    memberships: new Map(key.organizationId === null ? [] : [[key.organizationId, 'admin']]),
    scopes: new Set(key.scopes),
    via: 'bearer',
  }
}

/**
 * Who a bearer token speaks for: a user's access token or an API key.
 * @throws AppError Unauthorized with `inner.code` TokenInvalid, TokenExpiredError, TokenRevoked, WrongTokenType,
 *   FingerprintMismatch or AccountDisabled
 */
export async function identifyToken(
  db: Reader,
  token: string,
  fingerprint: string | null,
  options: IdentifyOptions,
): Promise<Actor> {
  const kind = kindOfToken(token)
  if (kind === 'apiKey') return identifyApiKey(db, token, options)
  if (kind === 'refresh') throw refusal('WrongTokenType')
  const rows = kind === 'access' ? await findByToken(db, hashToken(token)) : []
  const found = rows[0]
  if (!found) throw refusal('TokenInvalid')
  if (found.revokedAt !== null) throw refusal('TokenRevoked')
  if (Math.min(found.expiresAt, found.sessionExpiresAt) <= now()) throw refusal('TokenExpiredError')
  if (found.fingerprintHash !== null && (fingerprint === null || hashToken(fingerprint) !== found.fingerprintHash)) {
    throw refusal('FingerprintMismatch')
  }
  return toUser(rows, 'bearer', options)
}

async function identifyCookie(db: Reader, cookie: string, request: Request, options: IdentifyOptions): Promise<Actor> {
  if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) requireSameOrigin(request)
  const sessionId = await sessionIdOf(cookie)
  const rows = sessionId ? await findBySession(db, sessionId) : []
  const found = rows[0]
  if (!found || found.revokedAt !== null || found.sessionExpiresAt <= now()) throw refusal('SessionEnded')
  return toUser(rows, 'cookie', { ...options, surface: 'web' })
}

/**
 * Reads a request's caller: the bearer token, or else the browser's session cookie; anonymous when there is neither.
 * Account, roles and revocation are looked up each time, in one query, so that a removed member, a revoked token and
 * a disabled account stop working with the next request.
 * @throws AppError Unauthorized when credentials were sent and are not good
 * @throws AppError Forbidden when another site's page made the browser send an unsafe request with its cookie
 */
export async function identify(db: Reader, request: Request, options: IdentifyOptions): Promise<Actor> {
  const header = request.headers.get('authorization')
  if (header !== null) {
    const token = /^Bearer +(\S+) *$/i.exec(header)?.[1]
    if (!token) throw refusal('TokenInvalid')
    return identifyToken(db, token, request.headers.get('x-nb-fingerprint'), options)
  }
  const cookie = options.cookies ? readCookie(request, cookieName('session')) : undefined
  if (cookie) return identifyCookie(db, cookie, request, options)
  return anonymous(options.surface, options.requestId)
}
