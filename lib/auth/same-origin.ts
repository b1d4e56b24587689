import { isSecure, publicOrigin } from '@/lib/config'
import { forbidden } from '@/lib/errors'

/**
 * Whether a browser sent this from one of our own pages. On plain http the request's own host counts beside
 * `PUBLIC_URL`, because the same server is then reached by several names (decision 57).
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin'
  if (origin === publicOrigin().origin) return true
  return !isSecure() && URL.parse(origin)?.host === request.headers.get('host')
}

/**
 * Refuses what another site's page made a signed-in browser send.
 * @throws AppError Forbidden
 */
export function requireSameOrigin(request: Request): void {
  if (isSameOrigin(request)) return
  throw forbidden('A browser may send this from our own pages only. Other programs use a bearer token.', {
    code: 'CrossOrigin',
  })
}
