import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cookieName, readCookie } from '@/lib/auth/session-cookie'
import { lifetimeMs } from '@/lib/auth/sessions'
import { authSecret, isSecure, publicOrigin } from '@/lib/config'
import { localPath } from '@/lib/local-path'

// next-auth learns its address from the headers it is given below, the same for every request of one browser.
process.env.AUTH_TRUST_HOST = 'true'
delete process.env.NEXTAUTH_URL

/** Where the browser thinks it is: on plain http a server has several names (decision 57). */
export function browserOrigin(request: Request): URL {
  const host = request.headers.get('host')
  return (isSecure() || !host ? null : URL.parse(`http://${host}`)) ?? publicOrigin()
}

/** What a browser's sign-in and sign-out do; called by next-auth once it has checked its token against forgery. */
export type Acts = {
  /** Resolves with the id of the new session, or null when refused. */
  signIn(credentials: { email: string; password: string }): Promise<string | null>
  signOut(): Promise<void>
}

const cookie = (name: 'session' | 'csrf') => ({
  name: cookieName(name),
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const,
})

const options = (acts: Acts): NextAuthOptions => ({
  secret: authSecret(),
  useSecureCookies: isSecure(),
  cookies: { sessionToken: cookie('session'), csrfToken: cookie('csrf') },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  session: { strategy: 'jwt', maxAge: lifetimeMs.browser / 1000 },
  providers: [
    CredentialsProvider({
      name: 'E-mail and password',
      credentials: { email: {}, password: {} },
      async authorize(credentials) {
        const { email = '', password = '' } = credentials ?? {}
        const id = await acts.signIn({ email, password })
        return id === null ? null : { id }
      },
    }),
  ],
  callbacks: {
    // The cookie names the session and holds nothing else: neither who it is nor what they may do.
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    session: ({ session }) => ({ expires: session.expires }) as typeof session,
    redirect: ({ url, baseUrl }) => baseUrl + localPath(url, baseUrl),
  },
  events: { signOut: () => acts.signOut() },
  // Failures are answered by the route; next-auth's own log would repeat what was sent.
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
})

/** An answer of next-auth before it becomes a `Response`. */
export type Answer = { status: number; headers: Headers; body: unknown }

/**
 * Lets next-auth answer one of its own addresses, such as `['callback', 'credentials']`. It is spoken to as a pages
 * handler, whose request and response are plain objects: its route handler reads the framework's ambient request and
 * believes forwarded hosts. Of the browser's cookies it sees its own two; a remembered redirect is not among them.
 */
export async function askNextAuth(
  request: Request,
  action: readonly string[],
  body: Record<string, string>,
  acts: Acts,
): Promise<Answer> {
  const origin = browserOrigin(request)
  // Both values are plain ASCII; only the bar between the halves of the token against forgery is escaped.
  const cookies: Record<string, string> = {}
  for (const name of [cookieName('session'), cookieName('csrf')]) {
    const value = readCookie(request, name)
    if (value !== undefined) cookies[name] = value.replaceAll(/%7C/gi, '|')
  }
  const incoming = {
    method: request.method,
    query: { nextauth: [...action] },
    body,
    cookies,
    headers: { 'x-forwarded-host': origin.host, 'x-forwarded-proto': origin.protocol.slice(0, -1) },
  }
  const answer: Answer = { status: 200, headers: new Headers(), body: undefined }
  const outgoing = {
    status(status: number) {
      answer.status = status
      return outgoing
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? answer.headers.getSetCookie() : answer.headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      answer.headers.delete(name)
      for (const one of [value].flat()) {
        if (!one.startsWith('__Secure-next-auth.') && !one.startsWith('next-auth.')) answer.headers.append(name, one)
      }
      return outgoing
    },
    json(value: unknown) {
      answer.body = value
    },
    send(value: unknown) {
      answer.body = value
    },
    end() {},
  }
  await NextAuth(incoming as unknown as NextApiRequest, outgoing as unknown as NextApiResponse, options(acts))
  return answer
}
