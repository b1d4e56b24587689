/** Where a request or command came in; kept with every change it makes. */
export type Surface = 'web' | 'nodeblocks' | 'generic' | 'aifi' | 'emporix' | 'command'

export const roles = ['owner', 'admin', 'member', 'guest'] as const
export type Role = (typeof roles)[number]

/**
 * Who acts. Roles are looked up anew for every request; nothing about rights is kept in a token.
 */
export type Actor = {
  kind: 'user' | 'apiKey' | 'anonymous' | 'system'
  /** The user's or key's id; null when anonymous or the system itself. */
  id: string | null
  /** What the history calls the actor. */
  name: string
  /** Set for users only: an API key is never Self or Creator (decision 33). */
  userId: string | null
  isSystemAdmin: boolean
  /** True for keys. */
  emailVerified: boolean
  /** Organization id → role. An organization's key acts as its admin. */
  memberships: ReadonlyMap<string, Role>
  /** What an API key may do; null means everything the roles allow. */
  scopes: ReadonlySet<string> | null
  /** The sign-in behind it, for signing out. */
  sessionId: string | null
  /** How the caller proved who it is. */
  via: 'cookie' | 'bearer' | 'none' | 'command'
  surface: Surface
  requestId: string | null
}

export const anonymous = (surface: Surface, requestId: string | null): Actor => ({
  kind: 'anonymous',
  id: null,
  name: 'Guest',
  userId: null,
  isSystemAdmin: false,
  emailVerified: false,
  memberships: new Map(),
  scopes: null,
  sessionId: null,
  via: 'none',
  surface,
  requestId,
})

/** The actor of seeds and commands. */
export const systemActor: Actor = {
  ...anonymous('command', null),
  kind: 'system',
  name: 'System',
  isSystemAdmin: true,
  emailVerified: true,
  via: 'command',
}

/** The documents' "system admin, or owner or admin of the organization". */
export function canManage(actor: Actor, organizationId: string): boolean {
  const role = actor.memberships.get(organizationId)
  return actor.isSystemAdmin || role === 'owner' || role === 'admin'
}
