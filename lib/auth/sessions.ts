import { and, eq, gt, isNull, lt, ne } from 'drizzle-orm'
import type { Tx } from '@/db'
import { sessions, tokens } from '@/db/schema'
import { now } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { hashToken, makeToken } from './tokens'

const minute = 60 * 1000
const day = 24 * 60 * minute

/** How long each lasts (decision 53). */
export const lifetimeMs = { access: 15 * minute, refresh: 30 * day, browser: 30 * day, personal: 30 * day } as const

/** What the answer of a sign-in holds; shown once, stored only as hashes. */
export type TokenPair = { accessToken: string; refreshToken: string }

export type NewSession = {
  userId: string
  /** `browser`: a cookie names it. `client`: a family of rotating tokens. `personal`: made on the command line. */
  kind: 'browser' | 'client' | 'personal'
  label?: string
  /** When given, every use of its tokens must present the same one. */
  fingerprint?: string
  userAgent?: string | null
}

/** Starts a session, and drops those of the same user that ended long ago. Returns its id. */
export async function createSession(tx: Tx, session: NewSession): Promise<string> {
  const at = now()
  const id = newId(at)
  await tx.delete(sessions).where(and(eq(sessions.userId, session.userId), lt(sessions.expiresAt, at - 7 * day)))
  await tx.insert(sessions).values({
    id,
    userId: session.userId,
    kind: session.kind,
    label: session.label ?? null,
    fingerprintHash: session.fingerprint === undefined ? null : hashToken(session.fingerprint),
    userAgent: session.userAgent?.slice(0, 300) ?? null,
    expiresAt: at + (session.kind === 'client' ? lifetimeMs.refresh : lifetimeMs[session.kind]),
    lastUsedAt: at,
    createdAt: at,
  })
  return id
}

async function addToken(tx: Tx, sessionId: string, kind: 'access' | 'refresh', lastsMs: number): Promise<string> {
  const token = makeToken(kind)
  const at = now()
  await tx.insert(tokens).values({ hash: hashToken(token), sessionId, kind, expiresAt: at + lastsMs, createdAt: at })
  return token
}

/** A new pair for a client's session; access tokens that expired a day ago are dropped. */
export async function issueTokens(tx: Tx, sessionId: string): Promise<TokenPair> {
  await tx
    .delete(tokens)
    .where(and(eq(tokens.sessionId, sessionId), eq(tokens.kind, 'access'), lt(tokens.expiresAt, now() - day)))
  return {
    accessToken: await addToken(tx, sessionId, 'access', lifetimeMs.access),
    refreshToken: await addToken(tx, sessionId, 'refresh', lifetimeMs.refresh),
  }
}

/** Ends a session and, with it, everything that was issued in it. */
export async function revokeSession(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
}

/**
 * Ends every session of a user that goes on, but for the one to be kept. Returns how many ended.
 */
export async function revokeSessionsOf(tx: Tx, userId: string, keepId: string | null = null): Promise<number> {
  const at = now()
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, at),
        keepId === null ? undefined : ne(sessions.id, keepId),
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

/** A bearer token for a user in person, for scripts and tests: `npm run token`. Lasts 30 days, is not refreshed. */
export async function issueUserToken(tx: Tx, userId: string, label: string): Promise<string> {
  const sessionId = await createSession(tx, { userId, kind: 'personal', label })
  return addToken(tx, sessionId, 'access', lifetimeMs.personal)
}
