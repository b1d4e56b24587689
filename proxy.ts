import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { isSecure } from '@/lib/config'

/**
 * The headers of every page. Scripts run only with this answer's nonce; styles may stand inline, because the component
 * library sets sizes and colours that way. Next finds the nonce in the request's policy and puts it on its scripts;
 * our own read `x-nonce`.
 */
export function proxy(request: NextRequest) {
  const nonce = randomBytes(16).toString('base64')
  const secure = isSecure()
  // The development server rebuilds code in the browser with eval.
  const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  if (secure) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

export const config = {
  // Pages only: the API sets its own headers and must see large bodies untouched, and built files never change.
  matcher: ['/((?!api/|api$|_next/static|_next/image|favicon.ico|icon.svg).*)'],
}
