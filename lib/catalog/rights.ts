import { type Actor, canManage } from '@/lib/auth/actor'
import { AppError, forbidden, notFound } from '@/lib/errors'

type Scope = 'products:read' | 'products:write'

/** Whether an API key, if it is one, carries a scope. */
export const hasScope = (actor: Actor, scope: Scope) => actor.scopes === null || actor.scopes.has(scope)

/** Whether the actor sees an organization's products whatever their publication (spec nodeblocks S6). */
export const seesUnpublished = (actor: Actor, organizationId: string) =>
  canManage(actor, organizationId) && hasScope(actor, 'products:read')

/** `isPromoted` is the system admins' alone, whatever its value (spec nodeblocks 8). @throws AppError Forbidden */
export function requireMayPromote(actor: Actor, patch: { isPromoted?: boolean }): void {
  if (patch.isPromoted === undefined || actor.isSystemAdmin) return
  throw forbidden('Only a system admin may set `isPromoted`.')
}

/**
 * Rights over something found by its id alone, on paths without an organization (decision 38): absent for whoever may
 * not read it, forbidden for whoever may not write it.
 * @throws AppError NotFound, Forbidden
 */
export function requireManager(actor: Actor, organizationId: string, what: string, isVisible: boolean): void {
  if (!canManage(actor, organizationId)) {
    if (!isVisible) throw notFound(what)
    throw forbidden('This needs an owner or admin of the organization, or a system admin.')
  }
  if (!hasScope(actor, 'products:write')) {
    throw forbidden('The API key lacks the scope `products:write`.', { code: 'MissingScope', scope: 'products:write' })
  }
  if (actor.kind === 'user' && !actor.emailVerified) {
    throw new AppError('Forbidden', 'Verify your e-mail address first.', { inner: { code: 'EmailNotVerified' } })
  }
}
