import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { apiKeys } from '@/db/schema'
import { now } from '@/lib/clock'
import { badArgument, notFound } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { Actor } from './actor'
import type { Scope } from './scopes'
import { hashToken, hintOf, makeToken } from './tokens'

/** A key as stored; its token is not, only the hash. */
export type ApiKey = typeof apiKeys.$inferSelect

export type NewApiKey = {
  /** Null for a key of the whole system. */
  organizationId: string | null
  name: string
  scopes: readonly Scope[]
  /** Null or absent: never. */
  expiresAt?: number | null
}

/** The keys of one organization, or with null the system's. */
const ownedBy = (organizationId: string | null) =>
  organizationId === null ? isNull(apiKeys.organizationId) : eq(apiKeys.organizationId, organizationId)

/**
 * Makes an API key. The token is returned this once.
 * @throws AppError BadArgument when it would have expired already
 */
export async function createApiKey(tx: Tx, actor: Actor, key: NewApiKey): Promise<{ key: ApiKey; token: string }> {
  const at = now()
  if (key.expiresAt != null && key.expiresAt <= at) {
    throw badArgument('RequestBody', '`expiresAt` must be in the future.', [
      { code: 'OutOfRange', target: 'expiresAt', message: 'This instant has passed.' },
    ])
  }
  const token = makeToken('apiKey')
  const [created] = await tx
    .insert(apiKeys)
    .values({
      id: newId(at),
      organizationId: key.organizationId,
      name: key.name,
      hash: hashToken(token),
      hint: hintOf(token),
      scopes: [...new Set(key.scopes)],
      expiresAt: key.expiresAt ?? null,
      createdBy: actor.id,
      createdAt: at,
      updatedAt: at,
    })
    .returning()
  const { id, name, scopes, version } = created!
  await recordChange(tx, actor, {
    organizationId: key.organizationId,
    entity: 'apiKey',
    entityId: id,
    version,
    operation: 'create',
    after: { name, scopes },
    at,
  })
  return { key: created!, token }
}

/** The keys that are not revoked, oldest first, expired ones included. */
export async function findApiKeys(
  db: Reader,
  organizationId: string | null,
  page: { limit: number; offset: number },
): Promise<{ total: number; keys: ApiKey[] }> {
  const wanted = and(ownedBy(organizationId), isNull(apiKeys.revokedAt))
  const [row] = await db.select({ total: count() }).from(apiKeys).where(wanted)
  const keys = await db
    .select()
    .from(apiKeys)
    .where(wanted)
    .orderBy(asc(apiKeys.id))
    .limit(page.limit)
    .offset(page.offset)
  return { total: row?.total ?? 0, keys }
}

/**
 * Revokes a key: it stops working with the next request.
 * @throws AppError NotFound
 */
export async function revokeApiKey(tx: Tx, actor: Actor, organizationId: string | null, keyId: string): Promise<void> {
  const [key] = await tx
    .select()
    .from(apiKeys)
    .where(and(ownedBy(organizationId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
  if (!key) throw notFound('API key')
  const at = now()
  await tx
    .update(apiKeys)
    .set({ revokedAt: at, version: key.version + 1, updatedAt: at })
    .where(eq(apiKeys.id, keyId))
  await recordChange(tx, actor, {
    organizationId,
    entity: 'apiKey',
    entityId: keyId,
    version: key.version + 1,
    operation: 'revoke',
    before: { revokedAt: null },
    after: { revokedAt: at },
    at,
  })
}
