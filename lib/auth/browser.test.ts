import { eq } from 'drizzle-orm'
import { decode } from 'next-auth/jwt'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '@/db'
import { sessions, signInFailures } from '@/db/schema'
import { shiftClock } from '@/lib/clock'
import { authSecret } from '@/lib/config'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createUser } from '@/lib/users/create-user'
import { systemActor } from './actor'
import { hashPassword } from './password'

const password = 'correct horse battery'
const email = 'mia@example.com'
const ours = { origin: 'http://localhost:3000' }
let restore = () => {}

beforeAll(async () => {
  await testDatabase()
  const { transaction } = await database()
  const passwordHash = await hashPassword(password)
  await transaction((tx) => createUser(tx, systemActor, { email, name: 'Mia', passwordHash }))
})

beforeEach(async () => {
  const { transaction } = await database()
  await transaction(async (tx) => {
    await tx.delete(signInFailures)
  })
})
afterEach(() => {
  restore()
  delete process.env.PUBLIC_URL
})

/** What a browser would send back of the cookies an answer sets; a cookie with an empty value is gone. */
function jar(headers: Headers, earlier = ''): string {
  const all = new Map(
    earlier
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/) as [string, string]),
  )
  for (const line of headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) as unknown as [string, string, string]
    if (value) all.set(name, value)
    else all.delete(name)
  }
  return [...all].map(([name, value]) => `${name}=${value}`).join('; ')
}

async function openForm(cookie = '') {
  const { body, headers } = await call('GET', '/api/auth/csrf', { headers: cookie ? { cookie } : {} })
  return { csrfToken: body.csrfToken as string, cookie: jar(headers, cookie) }
}

async function submit(form: Record<string, string> = {}, cookie = '', headers: Record<string, string> = ours) {
  const opened = await openForm(cookie)
  const body = { csrfToken: opened.csrfToken, email, password, json: 'true', ...form }
  const answer = await call('POST', '/api/auth/callback/credentials', {
    body: new URLSearchParams(body).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: opened.cookie, ...headers },
  })
  return { ...answer, cookie: jar(answer.headers, opened.cookie) }
}

const me = (cookie: string) => call('GET', '/api/me', { headers: { cookie } })
const setCookie = (headers: Headers, name: string) => headers.getSetCookie().find((line) => line.startsWith(`${name}=`))

async function signOut(cookie: string) {
  const opened = await openForm(cookie)
  return call('POST', '/api/auth/signout', {
    body: { csrfToken: opened.csrfToken, json: true },
    headers: { cookie: opened.cookie, ...ours },
  })
}

test('a browser signs in, and its cookie names the session and nothing else', async () => {
  const { status, body, cookie, headers } = await submit({ callbackUrl: '/orders?status=PENDING' })
  expect(status).toBe(200)
  expect(body.url).toBe('http://localhost:3000/orders?status=PENDING')
  expect((await me(cookie)).body.email).toBe(email)

  const line = setCookie(headers, 'orderdesk.session')!
  expect(line).toMatch(/; Path=\/(;|$)/)
  expect(line).toMatch(/; HttpOnly(;|$)/)
  expect(line).toMatch(/; SameSite=Lax(;|$)/)
  const token = await decode({ token: /=([^;]*)/.exec(line)![1], secret: authSecret() })
  expect(Object.keys(token!).sort()).toEqual(['exp', 'iat', 'jti', 'sid'])
})

test('with an https address the cookies are bound to the host and go over https only', async () => {
  process.env.PUBLIC_URL = 'https://shop.example'
  const { status, headers, cookie } = await submit({}, '', { origin: 'https://shop.example' })
  expect(status).toBe(200)
  expect(setCookie(headers, '__Host-orderdesk.session')).toMatch(/; Path=\/.*; HttpOnly; Secure/)
  expect(headers.getSetCookie().join()).not.toMatch(/Domain=/i)
  expect((await me(cookie)).status).toBe(200)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  'http://localhost:3000//evil.example',
  'javascript:alert(1)',
])('a sign-in leads only to our own pages, not to %s', async (callbackUrl) => {
  const { status, body } = await submit({ callbackUrl })
  expect(status).toBe(200)
  expect(body.url).toBe('http://localhost:3000/')
})

test('a wrong password is refused like an unknown address, and no session begins', async () => {
  const wrong = await submit({ password: 'wrong' })
  const unknown = await submit({ email: 'nobody@example.com' })
  expect(wrong.status).toBe(401)
  expect(wrong.body).toMatchObject({ code: 'Unauthorized', innererror: { code: 'InvalidCredentials' } })
  expect(unknown.body).toEqual(wrong.body)
  expect(setCookie(wrong.headers, 'orderdesk.session')).toBeUndefined()
})

test('a browser’s failures count against the account as those of clients do', async () => {
  for (let failure = 0; failure < 5; failure++) {
    expect((await submit({ password: 'wrong' })).status).toBe(401)
    expect((await call('POST', '/api/auth/login', { body: { email, password: 'wrong' } })).status).toBe(401)
  }
  const refused = await submit()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
})

test('a sign-in without the token against forgery, or from another site, is refused', async () => {
  const forged = await submit({ csrfToken: 'x' })
  expect(forged.status).toBe(403)
  expect(forged.body.innererror.code).toBe('CsrfTokenInvalid')
  const foreign = await submit({}, '', { origin: 'https://evil.example' })
  expect(foreign.status).toBe(403)
  expect(foreign.body.innererror.code).toBe('CrossOrigin')
})

test('signing in again gives a new cookie and ends the former session', async () => {
  const first = await submit()
  const second = await submit({}, first.cookie)
  expect(second.cookie).not.toBe(first.cookie)
  expect((await me(second.cookie)).status).toBe(200)
  const old = await me(first.cookie)
  expect(old.status).toBe(401)
  expect(old.body.innererror.code).toBe('SessionEnded')
})

test('after signing out a kept copy of the cookie is worthless', async () => {
  const { cookie } = await submit()
  const out = await signOut(cookie)
  expect(out.status).toBe(200)
  expect(setCookie(out.headers, 'orderdesk.session')).toMatch(/Max-Age=0/)
  expect((await me(cookie)).status).toBe(401)
})

test('a session ends after 30 days, and when it is ended on the server', async () => {
  const { cookie } = await submit()
  restore = shiftClock(30 * 24 * 3600 * 1000 + 1)
  expect((await me(cookie)).status).toBe(401)
  restore()
  expect((await me(cookie)).status).toBe(200)
  const { transaction } = await database()
  await transaction(async (tx) => {
    await tx.update(sessions).set({ revokedAt: 1 }).where(eq(sessions.kind, 'browser'))
  })
  expect((await me(cookie)).status).toBe(401)
})

test('an altered cookie is no session', async () => {
  const { cookie } = await submit()
  const altered = cookie.replace(/.{3}$/, (end) => (end === 'AAA' ? 'BBB' : 'AAA'))
  expect((await me(altered)).status).toBe(401)
})

test('with a cookie, what changes something must come from our own pages', async () => {
  const { cookie } = await submit()
  const patch = (headers: Record<string, string>) =>
    call('PATCH', '/api/me/preferences', { body: { theme: 'dark' }, headers: { cookie, ...headers } })

  expect((await patch(ours)).status).toBe(200)
  expect((await patch({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  for (const headers of [
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:3000.evil.example' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ]) {
    const answer = await patch(headers as Record<string, string>)
    expect(answer.status).toBe(403)
    expect(answer.body.innererror.code).toBe('CrossOrigin')
  }
})

test('on plain http every name of the server is its own, on https only the public one', async () => {
  const { cookie } = await submit()
  const host = '192.168.0.7:3000'
  const local = await call('PATCH', '/api/me/preferences', {
    body: { theme: 'light' },
    headers: { cookie, host, origin: `http://${host}` },
  })
  expect(local.status).toBe(200)

  process.env.PUBLIC_URL = 'https://shop.example'
  const secure = await submit({}, '', { origin: 'https://shop.example' })
  const patch = (origin: string) =>
    call('PATCH', '/api/me/preferences', { body: { theme: 'light' }, headers: { cookie: secure.cookie, host, origin } })
  expect((await patch(`http://${host}`)).status).toBe(403)
  expect((await patch('http://shop.example')).status).toBe(403)
  expect((await patch('https://shop.example')).status).toBe(200)
})

test('next-auth’s own client finds what it asks for', async () => {
  const { cookie } = await submit()
  const session = await call('GET', '/api/auth/session', { headers: { cookie } })
  expect(session.body.user).toEqual({ name: 'Mia' })
  expect((await call('GET', '/api/auth/session')).body).toEqual({})
  const providers = await call('GET', '/api/auth/providers')
  expect(providers.body.credentials.callbackUrl).toBe('http://localhost:3000/api/auth/callback/credentials')
})
