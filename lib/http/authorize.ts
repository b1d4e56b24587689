import { type Actor, canManage } from '@/lib/auth/actor'
import { AppError, forbidden } from '@/lib/errors'
import type { AnyOperation } from './operation'

const needed: Partial<Record<AnyOperation['access'], string>> = {
  system: 'This needs a system admin.',
  organization: 'This needs an owner or admin of the organization, or a system admin.',
  member: 'This needs a member of the organization.',
  self: 'Only the user in the path or a system admin may do this.',
  session: 'This needs a signed-in user; an API key cannot do it.',
}

/** Whether the actor's roles suffice; rights that depend on the target (`creator`) are decided by the domain. */
function allowed(operation: AnyOperation, actor: Actor, params: Record<string, string>): boolean {
  switch (operation.access) {
    case 'public':
    case 'optional':
    case 'any':
    case 'creator':
      return true
    case 'system':
      return actor.isSystemAdmin
    case 'organization':
      return canManage(actor, params.orgId!)
    case 'member':
      return actor.isSystemAdmin || actor.memberships.has(params.orgId!)
    case 'self':
      return actor.isSystemAdmin || (actor.userId !== null && actor.userId === params.userId)
    case 'session':
      return actor.userId !== null
  }
}

const openToAll = (operation: AnyOperation) => operation.access === 'public' || operation.access === 'optional'

/** @throws AppError Unauthorized when a token is needed and none was sent */
export function requireToken(operation: AnyOperation, actor: Actor): void {
  if (actor.kind !== 'anonymous' || openToAll(operation)) return
  throw new AppError('Unauthorized', 'Send `Authorization: Bearer <token>`, or sign in.', {
    target: 'Token',
    inner: { code: 'TokenMissing' },
  })
}

/** @throws AppError Forbidden, naming the role or the scope that is missing */
export function requireRights(operation: AnyOperation, actor: Actor, params: Record<string, string>): void {
  if (!allowed(operation, actor, params)) throw forbidden(needed[operation.access] ?? 'This is not allowed.')
  if (actor.scopes && operation.access !== 'public') {
    if (!operation.scope) throw forbidden('API keys may not do this.', { code: 'NotForApiKeys' })
    if (!actor.scopes.has(operation.scope)) {
      throw forbidden(`The API key lacks the scope \`${operation.scope}\`.`, {
        code: 'MissingScope',
        scope: operation.scope,
      })
    }
  }
  if (operation.verifiedEmail && actor.kind === 'user' && !actor.emailVerified) {
    throw forbidden('Verify your e-mail address first.', { code: 'EmailNotVerified' })
  }
}
