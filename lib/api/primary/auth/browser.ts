import { toErrorBody } from '@/lib/api/primary/to-error-body'
import { requireSameOrigin } from '@/lib/auth/same-origin'
import { cookieName, readCookie, sessionIdOf } from '@/lib/auth/session-cookie'
import { signInBrowser, signOutBrowser } from '@/lib/auth/sign-in'
import { AppError, badArgument, forbidden } from '@/lib/errors'
import { clientAddress } from '@/lib/http/rate-limit'
import { readBytes } from '@/lib/http/read-body'
import { type Reply, reply } from '@/lib/http/reply'
import { localPath } from '@/lib/local-path'
import { type Acts, type Answer, askNextAuth, browserOrigin } from './next-auth'

const mostBytes = 16 * 1024

/** A sign-in or sign-out form, sent as a form or as JSON; only text is taken. */
async function readForm(request: Request): Promise<Record<string, string>> {
  const text = new TextDecoder().decode(await readBytes(request, mostBytes))
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return Object.fromEntries(new URLSearchParams(text))
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw badArgument('RequestBody', 'Send the body as a form or as JSON.')
  }
  const entries = Object.entries(Object(body) as Record<string, unknown>)
  return Object.fromEntries(
    entries
      .map(([name, value]) => [name, value === true ? 'true' : value] as const)
      .filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'),
  )
}

async function currentSessionId(request: Request): Promise<string | undefined> {
  const cookie = readCookie(request, cookieName('session'))
  return cookie && (await sessionIdOf(cookie))
}

const idle: Acts = { signIn: async () => null, signOut: async () => undefined }

/** Passes an answer of next-auth on, cookies and all. */
const pass = (answer: Answer, body: unknown = answer.body): Reply =>
  reply({
    stream: new Response(body === undefined ? null : JSON.stringify(body), {
      status: answer.status,
      headers: withType(answer.headers),
    }),
  })

function withType(headers: Headers): Headers {
  headers.set('content-type', 'application/json; charset=utf-8')
  headers.set('cache-control', 'no-store')
  headers.set('x-content-type-options', 'nosniff')
  return headers
}

/** What next-auth says about itself: its token against forgery, or the ways to sign in. */
export const answerRead = async (request: Request, action: 'csrf' | 'providers') =>
  pass(await askNextAuth(request, [action], {}, idle))

/** Who the browser is signed in as; `name` is null when it is nobody. */
export async function answerSession(request: Request, name: string | null): Promise<Reply> {
  if (name === null) return reply({ body: {} })
  const answer = await askNextAuth(request, ['session'], {}, idle)
  return pass(answer, { ...(answer.body as object), user: { name } })
}

const outdatedForm = () =>
  forbidden('The form is out of date. Reload the page and try again.', { code: 'CsrfTokenInvalid' })

/**
 * Runs a form through next-auth. It answers a forged or stale form by sending the browser elsewhere; here that is a
 * 403, and what the act itself threw comes through as it is.
 */
async function submit(request: Request, action: string[], form: Record<string, string>, acts: Acts): Promise<Reply> {
  // Not every client says where it is; one that names another site is refused whatever token it has.
  if (request.headers.has('origin')) requireSameOrigin(request)
  let failure: unknown
  const keep = (error: unknown) => {
    failure ??= error
  }
  let acted = false
  const answer = await askNextAuth(request, action, form, {
    signIn: async (credentials) => {
      acted = true
      return acts.signIn(credentials).catch((error) => {
        keep(error)
        return null
      })
    },
    signOut: async () => {
      acted = true
      await acts.signOut().catch(keep)
    },
  })
  if (failure) throw failure
  const target = (answer.body as { url?: string } | undefined)?.url ?? answer.headers.get('location') ?? ''
  if (!acted && /[?&]csrf=true$/.test(target)) throw outdatedForm()
  return pass(answer)
}

/** Signs a browser in; its former session ends, and the cookie gets a new value. */
export async function answerSignIn(request: Request): Promise<Reply> {
  const form = await readForm(request)
  const origin = { address: clientAddress(request), userAgent: request.headers.get('user-agent') }
  const previous = await currentSessionId(request)
  try {
    return await submit(request, ['callback', 'credentials'], form, {
      ...idle,
      signIn: async ({ email, password }) => {
        if (email.length > 254 || password.length > 200) return null
        return (await signInBrowser({ email, password }, origin, previous)).sessionId
      },
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refuse(request, form, error)
  }
}

/**
 * A refused sign-in. A script gets our error body, with the `url` that next-auth's own client looks for beside it; a
 * form that was sent without a script goes back to the sign-in page.
 */
function refuse(request: Request, form: Record<string, string>, error: AppError): Reply {
  const base = browserOrigin(request).origin
  const url = new URL('/sign-in', base)
  url.searchParams.set('error', error.extras.inner?.code ?? error.code)
  const next = localPath(form.callbackUrl, base)
  if (next !== '/') url.searchParams.set('callbackUrl', next)
  if (form.json !== 'true') return reply({ status: 303, headers: { location: url.href } })
  const { retryAfter } = error.extras
  return reply({
    status: error.status,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    body: { ...toErrorBody(error), url: url.href },
  })
}

/** Signs a browser out: the session ends on the server, then the cookie goes. */
export async function answerSignOut(request: Request): Promise<Reply> {
  const form = await readForm(request)
  const sessionId = await currentSessionId(request)
  return submit(request, ['signout'], form, {
    ...idle,
    signOut: async () => {
      if (sessionId) await signOutBrowser(sessionId)
    },
  })
}
