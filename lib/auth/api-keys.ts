import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { apiKeys } from '@/db/schema'
import { now } from '@/lib/clock'
import { AppError, badArgument, notFound } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { ListQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import { type Page, runList } from '@/lib/query/run-list'
import { apiKeyResource } from '@/lib/resources/api-key'
import type { Actor } from './actor'
import type { Scope } from './scopes'
import { hashToken, hintOf, makeToken } from './tokens'

/** A key as stored, and who made it; its token is not, only the hash. */
export type ApiKey = typeof apiKeys.$inferSelect & { createdByName: string | null }

const createdByName = sql<string | null>`(select u.name from users u where u.id = api_keys.created_by)`

const select = { ...getTableColumns(apiKeys), createdByName }

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
  return { key: await getApiKey(tx, key.organizationId, id), token }
}

/** @throws AppError NotFound, also when it was revoked */
export async function getApiKey(db: Reader, organizationId: string | null, keyId: string): Promise<ApiKey> {
  const [key] = await db
    .select(select)
    .from(apiKeys)
    .where(and(ownedBy(organizationId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
  if (!key) throw notFound('API key')
  return key
}

/**
 * Makes a key in another's place, with its name, scopes and expiry. The old token goes on for `graceMs`, so that
 * programs can be given the new one meanwhile; 0 ends it at once.
 * @throws AppError NotFound, PreconditionFailed, Conflict when it was rotated before or has expired
 */
export async function rotateApiKey(
  tx: Tx,
  actor: Actor,
  organizationId: string | null,
  keyId: string,
  graceMs: number,
  expected?: Expected,
): Promise<{ key: ApiKey; token: string }> {
  const old = await getApiKey(tx, organizationId, keyId)
  requireVersion('The API key', old.version, expected)
  const at = now()
  if (old.replacedById !== null) {
    throw new AppError('Conflict', 'This key was rotated already. Rotate the one that replaced it.', {
      target: 'API key',
      inner: { code: 'AlreadyRotated', replacedBy: old.replacedById },
    })
  }
  if (old.expiresAt !== null && old.expiresAt <= at) {
    throw new AppError('Conflict', 'This key has expired. Make a new one.', { target: 'API key' })
  }
  const { name, scopes, expiresAt } = old
  const made = await createApiKey(tx, actor, { organizationId, name, scopes: scopes as Scope[], expiresAt })
  const end = Math.min(at + graceMs, expiresAt ?? Number.MAX_SAFE_INTEGER)
  const fields = { expiresAt: end, replacedById: made.key.id, revokedAt: graceMs === 0 ? at : null }
  await tx
    .update(apiKeys)
    .set({ ...fields, version: old.version + 1, updatedAt: at })
    .where(eq(apiKeys.id, keyId))
  await recordChange(tx, actor, {
    organizationId,
    entity: 'apiKey',
    entityId: keyId,
    version: old.version + 1,
    operation: 'rotate',
    before: { expiresAt, replacedById: null, revokedAt: null },
    after: fields,
    at,
  })
  return made
}

const keySource = listSource({
  resource: apiKeyResource,
  columns: {
    table: apiKeys,
    id: apiKeys.id,
    fields: {
      id: apiKeys.id,
      name: apiKeys.name,
      hint: apiKeys.hint,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
      createdAt: apiKeys.createdAt,
      updatedAt: apiKeys.updatedAt,
    },
    lists: {},
  },
  select,
})

/** The keys of an organization, or with null the system's, that are not revoked; expired ones are among them. */
export function findApiKeys(db: Reader, organizationId: string | null, query: ListQuery): Promise<Page<ApiKey>> {
  const key = `${organizationId === null ? 'system' : 'organization'} keys`
  return runList(db, keySource, query, {
    conditions: [
      {
        key,
        values: organizationId === null ? [] : [organizationId],
        sql: ([owner]) =>
          and(
            owner ? sql`${apiKeys.organizationId} = ${owner}` : isNull(apiKeys.organizationId),
            isNull(apiKeys.revokedAt),
          )!,
      },
    ],
  })
}

/**
 * Revokes a key: it stops working with the next request.
 * @throws AppError NotFound, PreconditionFailed
 */
export async function revokeApiKey(
  tx: Tx,
  actor: Actor,
  organizationId: string | null,
  keyId: string,
  expected?: Expected,
): Promise<void> {
  const key = await getApiKey(tx, organizationId, keyId)
  requireVersion('The API key', key.version, expected)
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
