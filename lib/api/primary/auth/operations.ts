import { operation } from '@/lib/http/operation'
import { apiKeyResource } from '@/lib/resources/api-key'
import {
  apiKeyListSchema,
  apiKeySchema,
  createdApiKeySchema,
  csrfSchema,
  loginSchema,
  meSchema,
  newApiKeySchema,
  preferencesPatchSchema,
  providersSchema,
  redirectSchema,
  refreshSchema,
  rotateApiKeySchema,
  sessionSchema,
  tokensSchema,
} from './schemas'

const tag = 'Sign-in'

export const login = operation({
  id: 'login',
  method: 'POST',
  path: '/auth/login',
  summary: 'Sign in and get tokens',
  description:
    'After 10 failures of an account, or 50 from one address, within 15 minutes: 429. With a `fingerprint` the tokens work only beside the same `x-nb-fingerprint`.',
  tag,
  access: 'public',
  body: loginSchema,
  success: { status: 200, schema: tokensSchema },
  errors: ['Unauthorized', 'TooManyRequests'],
  transaction: false,
})

export const refresh = operation({
  id: 'refreshTokens',
  method: 'POST',
  path: '/auth/refresh',
  summary: 'Exchange a refresh token for new tokens',
  description: 'A refresh token works once. Used again, it ends the whole sign-in it belongs to.',
  tag,
  access: 'public',
  body: refreshSchema,
  success: { status: 200, schema: tokensSchema },
  errors: ['Unauthorized'],
  transaction: false,
})

export const logout = operation({
  id: 'logout',
  method: 'POST',
  path: '/auth/logout',
  summary: 'End the sign-in this token belongs to',
  description: 'The access token and everything it could be refreshed with stop working at once.',
  tag,
  access: 'session',
  success: { status: 204 },
  idempotent: false,
})

export const readCsrfToken = operation({
  id: 'readCsrfToken',
  method: 'GET',
  path: '/auth/csrf',
  summary: 'The browser’s token against forged sign-ins',
  tag,
  access: 'public',
  success: { status: 200, schema: csrfSchema },
})

export const readProviders = operation({
  id: 'readProviders',
  method: 'GET',
  path: '/auth/providers',
  summary: 'The ways a browser can sign in',
  tag,
  access: 'public',
  success: { status: 200, schema: providersSchema },
})

export const readSession = operation({
  id: 'readSession',
  method: 'GET',
  path: '/auth/session',
  summary: 'Who the browser is signed in as; empty when nobody',
  description: 'For next-auth’s own client. `/me` says more.',
  tag,
  access: 'public',
  success: { status: 200, schema: sessionSchema },
})

export const signInBrowserOperation = operation({
  id: 'signInBrowser',
  method: 'POST',
  path: '/auth/callback/credentials',
  summary: 'Sign a browser in',
  description:
    'Takes `email`, `password`, `csrfToken`, `callbackUrl` and `json: "true"` as a form or as JSON, and sets the session cookie. Without `json` it answers 302.',
  tag,
  access: 'public',
  success: { status: 200, schema: redirectSchema },
  errors: ['Unauthorized', 'Forbidden', 'TooManyRequests'],
  transaction: false,
})

export const signOutBrowserOperation = operation({
  id: 'signOutBrowser',
  method: 'POST',
  path: '/auth/signout',
  summary: 'Sign a browser out',
  description: 'Takes `csrfToken`, `callbackUrl` and `json: "true"`. The session ends on the server as well.',
  tag,
  access: 'public',
  success: { status: 200, schema: redirectSchema },
  errors: ['Forbidden'],
  transaction: false,
})

export const readMe = operation({
  id: 'readMe',
  method: 'GET',
  path: '/me',
  summary: 'The signed-in user',
  tag: 'Users',
  access: 'session',
  success: { status: 200, schema: meSchema },
})

export const patchPreferences = operation({
  id: 'patchPreferences',
  method: 'PATCH',
  path: '/me/preferences',
  summary: 'Change what the screens remember for the signed-in user',
  tag: 'Users',
  access: 'session',
  body: preferencesPatchSchema,
  success: { status: 200, schema: meSchema },
})

const keys = {
  tag: 'API keys',
  list: { resource: apiKeyResource, expand: false },
  description: 'Keys that expired are listed, revoked ones are not.',
} as const

const newKey = {
  tag: 'API keys',
  description: 'The token is in this answer only; nobody can read it again.',
  body: newApiKeySchema,
  success: { status: 201, schema: createdApiKeySchema },
  idempotent: false,
} as const

const rotation = {
  tag: 'API keys',
  description:
    'The new key has the name, the scopes and the expiry of the old one, whose token goes on for `graceHours`. The new token is in this answer only.',
  body: rotateApiKeySchema,
  success: { status: 201, schema: createdApiKeySchema },
  errors: ['NotFound', 'Conflict'],
  idempotent: false,
} as const

export const listApiKeys = operation({
  ...keys,
  id: 'listApiKeys',
  method: 'GET',
  path: '/orgs/{orgId}/api-keys',
  summary: 'An organization’s API keys',
  access: 'organization',
  success: { status: 200, schema: apiKeyListSchema },
})

export const createApiKeyOperation = operation({
  ...newKey,
  id: 'createApiKey',
  method: 'POST',
  path: '/orgs/{orgId}/api-keys',
  summary: 'Make an API key that acts as an admin of the organization',
  access: 'organization',
})

export const readApiKey = operation({
  id: 'readApiKey',
  method: 'GET',
  path: '/orgs/{orgId}/api-keys/{keyId}',
  summary: 'One API key',
  tag: 'API keys',
  access: 'organization',
  success: { status: 200, schema: apiKeySchema },
  errors: ['NotFound'],
})

export const rotateApiKey = operation({
  ...rotation,
  id: 'rotateApiKey',
  method: 'POST',
  path: '/orgs/{orgId}/api-keys/{keyId}:rotate',
  summary: 'Make a key in the place of one',
  access: 'organization',
})

export const deleteApiKey = operation({
  id: 'deleteApiKey',
  method: 'DELETE',
  path: '/orgs/{orgId}/api-keys/{keyId}',
  summary: 'Revoke an API key',
  tag: 'API keys',
  access: 'organization',
  success: { status: 204 },
  errors: ['NotFound'],
})

export const listSystemApiKeys = operation({
  ...keys,
  id: 'listSystemApiKeys',
  method: 'GET',
  path: '/admin/api-keys',
  summary: 'The system’s API keys',
  access: 'system',
  success: { status: 200, schema: apiKeyListSchema },
})

export const createSystemApiKey = operation({
  ...newKey,
  id: 'createSystemApiKey',
  method: 'POST',
  path: '/admin/api-keys',
  summary: 'Make an API key that acts as a system admin',
  access: 'system',
})

export const readSystemApiKey = operation({
  id: 'readSystemApiKey',
  method: 'GET',
  path: '/admin/api-keys/{keyId}',
  summary: 'One API key of the system',
  tag: 'API keys',
  access: 'system',
  success: { status: 200, schema: apiKeySchema },
  errors: ['NotFound'],
})

export const rotateSystemApiKey = operation({
  ...rotation,
  id: 'rotateSystemApiKey',
  method: 'POST',
  path: '/admin/api-keys/{keyId}:rotate',
  summary: 'Make a key in the place of one of the system',
  access: 'system',
})

export const deleteSystemApiKey = operation({
  id: 'deleteSystemApiKey',
  method: 'DELETE',
  path: '/admin/api-keys/{keyId}',
  summary: 'Revoke an API key of the system',
  tag: 'API keys',
  access: 'system',
  success: { status: 204 },
  errors: ['NotFound'],
})

export const authOperations = [
  login,
  refresh,
  logout,
  readCsrfToken,
  readProviders,
  readSession,
  signInBrowserOperation,
  signOutBrowserOperation,
  readMe,
  patchPreferences,
  listApiKeys,
  createApiKeyOperation,
  readApiKey,
  rotateApiKey,
  deleteApiKey,
  listSystemApiKeys,
  createSystemApiKey,
  readSystemApiKey,
  rotateSystemApiKey,
  deleteSystemApiKey,
]
