import { database } from '@/db'
import { AppError } from '@/lib/errors'
import { findUserByEmail } from '@/lib/users/find-user'
import { normalizeEmail, type User } from '@/lib/users/user'
import { refusal } from './identify'
import { verifyPassword } from './password'
import { createSession, issueTokens, type NewSession, revokeSession, type TokenPair } from './sessions'
import { beginAttempt, forgive, withdraw } from './throttle'

export type Credentials = { email: string; password: string }

/** Where a sign-in came from: the address it counts against, and what the list of sessions shows. */
export type Origin = { address: string; userAgent: string | null }

/** One answer for an unknown address and for a wrong password. */
const wrongCredentials = () =>
  new AppError('Unauthorized', 'The e-mail address or the password is wrong.', {
    target: 'Credentials',
    inner: { code: 'InvalidCredentials' },
  })

/**
 * Checks a password and starts what `begin` says in the transaction that forgives earlier failures. Opens its own
 * transactions, because hashing takes long and none may be open meanwhile.
 */
async function signIn<T>(
  { email, password }: Credentials,
  { address }: Origin,
  begin: (tx: Parameters<typeof createSession>[0], user: User) => Promise<T>,
): Promise<T> {
  const { reader, transaction } = await database()
  const attempt = await transaction((tx) => beginAttempt(tx, normalizeEmail(email), address))
  let user: User | undefined
  let matches: boolean
  try {
    user = await findUserByEmail(reader, email)
    matches = await verifyPassword(password, user?.passwordHash ?? null)
  } catch (error) {
    await transaction((tx) => withdraw(tx, attempt))
    throw error
  }
  if (!user || !matches) throw wrongCredentials()
  if (user.disabledAt !== null) throw refusal('AccountDisabled')
  const known = user
  return transaction(async (tx) => {
    await forgive(tx, attempt)
    return begin(tx, known)
  })
}

/**
 * Signs a client in: a new family of tokens.
 * @throws AppError Unauthorized, TooManyRequests, ServiceUnavailable
 */
export async function signInClient(
  credentials: Credentials,
  origin: Origin,
  fingerprint: string | undefined,
): Promise<TokenPair & { userId: string }> {
  return signIn(credentials, origin, async (tx, { id }) => {
    const session: NewSession = { userId: id, kind: 'client', fingerprint, userAgent: origin.userAgent }
    const { accessToken, refreshToken } = await issueTokens(tx, await createSession(tx, session))
    return { userId: id, accessToken, refreshToken }
  })
}

/**
 * Signs a browser in and ends the session it had before, if any. Returns the ids of the user and of the new session.
 * @throws AppError Unauthorized, TooManyRequests, ServiceUnavailable
 */
export async function signInBrowser(
  credentials: Credentials,
  origin: Origin,
  previousSessionId: string | undefined,
): Promise<{ userId: string; sessionId: string }> {
  return signIn(credentials, origin, async (tx, { id }) => {
    if (previousSessionId) await revokeSession(tx, previousSessionId)
    const sessionId = await createSession(tx, { userId: id, kind: 'browser', userAgent: origin.userAgent })
    return { userId: id, sessionId }
  })
}

/** Ends a browser's session on the server, whatever becomes of its cookie. */
export async function signOutBrowser(sessionId: string): Promise<void> {
  const { transaction } = await database()
  await transaction((tx) => revokeSession(tx, sessionId))
}
