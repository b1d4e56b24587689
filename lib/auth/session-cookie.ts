import { decode } from 'next-auth/jwt'
import { authSecret, isSecure } from '@/lib/config'

/** The browser's cookies. On https their names bind them to this host, by the browser's own rule. */
export const cookieName = (name: 'session' | 'csrf' | 'callback') => `${isSecure() ? '__Host-' : ''}orderdesk.${name}`

/** A cookie's value as it was set; undefined when the request has none of that name. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of request.headers.get('cookie')?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/**
 * The id of the session that a cookie names. The cookie carries nothing else: who it is and what they may do is looked
 * up on every request. Undefined when it is altered, expired, or was made with another secret.
 */
export async function sessionIdOf(cookie: string): Promise<string | undefined> {
  const token = await decode({ token: cookie, secret: authSecret() }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : undefined
}
