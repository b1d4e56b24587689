import { and, eq, isNull } from 'drizzle-orm'
import { database, type Tx } from '@/db'
import { sessions, tokens, users } from '@/db/schema'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { refusal } from './identify'
import { issueTokens, lifetimeMs, revokeSession, type TokenPair } from './sessions'
import { hashToken, kindOfToken } from './tokens'

export type Refreshed = TokenPair & { userId: string }

/**
 * Exchanges a refresh token for a new pair. A refresh token works once; used again, it ends the whole sign-in, since a
 * thief may hold the other pair. Opens its own transaction, because that end must be kept although the answer is 401.
 * @throws AppError Unauthorized
 */
export async function refreshTokens(refreshToken: string, fingerprint: string | undefined): Promise<Refreshed> {
  const { transaction } = await database()
  const pair = await transaction((tx) => exchange(tx, refreshToken, fingerprint))
  if (pair === 'reused') throw reusedToken()
  return pair
}

async function exchange(tx: Tx, refreshToken: string, fingerprint: string | undefined): Promise<Refreshed | 'reused'> {
  const at = now()
  const hash = hashToken(refreshToken)
  if (kindOfToken(refreshToken) === 'access' || kindOfToken(refreshToken) === 'apiKey') throw notARefreshToken()
  const [found] = await tx
    .select({
      sessionId: sessions.id,
      expiresAt: tokens.expiresAt,
      revokedAt: sessions.revokedAt,
      fingerprintHash: sessions.fingerprintHash,
      userId: users.id,
      disabledAt: users.disabledAt,
    })
    .from(tokens)
    .innerJoin(sessions, eq(sessions.id, tokens.sessionId))
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(tokens.hash, hash), eq(tokens.kind, 'refresh')))
  if (!found) throw refusal('TokenInvalid')
  if (found.revokedAt !== null) throw refusal('TokenRevoked')
  if (found.expiresAt <= at) throw refusal('TokenExpiredError')
  if (found.fingerprintHash !== null && (!fingerprint || hashToken(fingerprint) !== found.fingerprintHash)) {
    throw refusal('FingerprintMismatch')
  }
  if (found.disabledAt !== null) throw refusal('AccountDisabled')

  const [spent] = await tx
    .update(tokens)
    .set({ usedAt: at })
    .where(and(eq(tokens.hash, hash), isNull(tokens.usedAt)))
    .returning({ hash: tokens.hash })
  if (!spent) {
    await revokeSession(tx, found.sessionId)
    return 'reused'
  }
  await tx
    .update(sessions)
    .set({ expiresAt: at + lifetimeMs.refresh, lastUsedAt: at })
    .where(eq(sessions.id, found.sessionId))
  const { accessToken, refreshToken: next } = await issueTokens(tx, found.sessionId)
  return { userId: found.userId, accessToken, refreshToken: next }
}

const notARefreshToken = () =>
  new AppError('Unauthorized', 'This is not a refresh token. Send the `refreshToken` of the sign-in.', {
    target: 'Token',
    inner: { code: 'WrongTokenType' },
  })

const reusedToken = () =>
  new AppError('Unauthorized', 'The refresh token was used before, so its whole sign-in was ended. Sign in again.', {
    target: 'Token',
    inner: { code: 'TokenReused' },
  })
