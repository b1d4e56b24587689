import { callApi } from './api'
import { growingQuery } from './lists'

export type ApiKey = {
  id: string
  name: string
  /** The first characters of the token. */
  hint: string
  scopes: string[]
  organization: string | null
  expiresAt: string | null
  lastUsedAt: string | null
  createdBy: { id: string; name: string } | null
  /** The key that was made in its place, when it was rotated. */
  replacedBy: string | null
  createdAt: string
}

export type CreatedApiKey = ApiKey & { token: string }

/** Where the keys of an organization are, or with null the system's. */
export const keysPath = (orgId: string | null) => (orgId === null ? '/admin/api-keys' : `/orgs/${orgId}/api-keys`)

export const apiKeysKey = (orgId: string | null) => ['api-keys', orgId ?? 'system'] as const

/** The keys, newest first. */
export const apiKeysQuery = (orgId: string | null) =>
  growingQuery<ApiKey>(keysPath(orgId), '$top=50&$orderBy=createdAt%20desc', apiKeysKey(orgId))

export const createApiKey = async (
  orgId: string | null,
  body: { name: string; scopes: string[]; expiresAt: string | null },
) => (await callApi<CreatedApiKey>('POST', keysPath(orgId), { body })).data

export const rotateApiKey = async (orgId: string | null, id: string, graceHours: number) =>
  (await callApi<CreatedApiKey>('POST', `${keysPath(orgId)}/${id}:rotate`, { body: { graceHours } })).data

export const revokeApiKey = (orgId: string | null, id: string) => callApi<void>('DELETE', `${keysPath(orgId)}/${id}`)
