import { emporixScopes, ownScopes } from '@/lib/resources/api-scopes'

/** What an API key can be given. */
export const scopes = [...ownScopes, ...emporixScopes] as const

export type Scope = (typeof scopes)[number]
