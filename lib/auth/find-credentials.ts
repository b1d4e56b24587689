import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db'
import { quick } from '@/db/dialect/quick'
import { apiKeys, memberships, sessions, tokens, users } from '@/db/schema'

const person = {
  sessionId: sessions.id,
  sessionExpiresAt: sessions.expiresAt,
  revokedAt: sessions.revokedAt,
  lastUsedAt: sessions.lastUsedAt,
  fingerprintHash: sessions.fingerprintHash,
  userId: users.id,
  name: users.name,
  typeId: users.typeId,
  emailVerifiedAt: users.emailVerifiedAt,
  disabledAt: users.disabledAt,
  organizationId: memberships.organizationId,
  role: memberships.role,
}

const prepareAll = (db: Reader) => ({
  token: quick(
    db
      .select({ ...person, expiresAt: tokens.expiresAt })
      .from(tokens)
      .innerJoin(sessions, eq(sessions.id, tokens.sessionId))
      .innerJoin(users, eq(users.id, sessions.userId))
      .leftJoin(memberships, eq(memberships.userId, users.id))
      .where(and(eq(tokens.hash, sql.placeholder('hash')), eq(tokens.kind, 'access')))
      .prepare('orderdesk_find_token'),
  ),
  session: quick(
    db
      .select({ ...person, expiresAt: sessions.expiresAt })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .leftJoin(memberships, eq(memberships.userId, users.id))
      .where(and(eq(sessions.id, sql.placeholder('id')), eq(sessions.kind, 'browser')))
      .prepare('orderdesk_find_session'),
  ),
  apiKey: quick(
    db
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.hash, sql.placeholder('hash')))
      .prepare('orderdesk_find_api_key'),
  ),
})

const prepared = new WeakMap<Reader, ReturnType<typeof prepareAll>>()

/** Each handle's own statements, built once: every request runs one of them. */
function statements(db: Reader) {
  const known = prepared.get(db) ?? prepareAll(db)
  prepared.set(db, known)
  return known
}

/** One row for each membership of the user behind an access token, or one without any; empty when it is unknown. */
export const findByToken = async (db: Reader, hash: string) => await statements(db).token.execute({ hash })

/** The same for a browser's session. */
export const findBySession = async (db: Reader, id: string) => await statements(db).session.execute({ id })

export type CredentialRow = Awaited<ReturnType<typeof findByToken>>[number]

export async function findApiKeyByHash(db: Reader, hash: string) {
  const [key] = await statements(db).apiKey.execute({ hash })
  return key
}
