import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db'
import { signInFailures, tokens, users } from '@/db/schema'
import { shiftClock } from '@/lib/clock'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createUser } from '@/lib/users/create-user'
import { systemActor } from './actor'
import { hashPassword } from './password'
import { beginAttempt } from './throttle'

// Passed on to the real one; a clock would say less, and differently on every machine.
const derivations = vi.hoisted(() => [] as unknown[])
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  const scrypt = (...parameters: Parameters<typeof crypto.scrypt>) => {
    derivations.push(parameters[3])
    crypto.scrypt(...parameters)
  }
  return { ...crypto, scrypt }
})

const password = 'correct horse battery'
const minute = 60_000
let restore = () => {}

beforeAll(async () => {
  await testDatabase()
  const { transaction } = await database()
  const passwordHash = await hashPassword(password)
  await transaction(async (tx) => {
    for (const name of ['mia', 'noa', 'lou', 'gone', 'busy']) {
      await createUser(tx, systemActor, { email: `${name}@example.com`, name, passwordHash })
    }
    await createUser(tx, systemActor, { email: 'invited@example.com', name: 'invited', passwordHash: null })
  })
})

beforeEach(async () => {
  const { transaction } = await database()
  await transaction(async (tx) => {
    await tx.delete(signInFailures)
  })
})
afterEach(() => restore())

const login = (body: object, headers: Record<string, string> = {}) => call('POST', '/api/auth/login', { body, headers })
const signIn = async (name: string, more: object = {}) => {
  const answer = await login({ email: `${name}@example.com`, password, ...more })
  expect(answer.status).toBe(200)
  return answer.body as { userId: string; accessToken: string; refreshToken: string }
}
const me = (token: string, headers: Record<string, string> = {}) => call('GET', '/api/me', { as: token, headers })
const refresh = (refreshToken: string, more: object = {}) =>
  call('POST', '/api/auth/refresh', { body: { refreshToken, ...more } })
const move = (ms: number) => {
  restore = shiftClock(ms)
}

test('signing in gives tokens that work, whatever the case of the address', async () => {
  const answer = await login({ email: 'Mia@Example.com', password })
  expect(answer.status).toBe(200)
  const who = await me(answer.body.accessToken)
  expect(who.body).toMatchObject({ id: answer.body.userId, email: 'mia@example.com', isSystemAdmin: false })
})

test('an unknown address, a wrong password and an account without password get the same answer', async () => {
  const answers = [
    await login({ email: 'nobody@example.com', password }),
    await login({ email: 'mia@example.com', password: 'wrong' }),
    await login({ email: 'invited@example.com', password }),
  ]
  for (const { status, body } of answers) {
    expect(status).toBe(401)
    expect(body).toEqual(answers[0]!.body)
  }
  expect(answers[0]!.body.innererror.code).toBe('InvalidCredentials')
})

test('an unknown address costs the same work as a known one', async () => {
  const workOf = async (email: string) => {
    derivations.length = 0
    await login({ email, password: 'wrong' })
    return [...derivations]
  }
  const known = await workOf('noa@example.com')
  expect(known).toMatchObject([{ N: 2 ** 14, r: 8, p: 5 }])
  expect(await workOf('nobody@example.com')).toEqual(known)
})

test('a disabled account cannot sign in, and its token stops working at once', async () => {
  const { accessToken, refreshToken } = await signIn('gone')
  expect((await me(accessToken)).status).toBe(200)
  const { transaction } = await database()
  await transaction(async (tx) => {
    await tx.update(users).set({ disabledAt: 1 }).where(eq(users.email, 'gone@example.com'))
  })
  for (const answer of [
    await me(accessToken),
    await refresh(refreshToken),
    await login({ email: 'gone@example.com', password }),
  ]) {
    expect(answer.status).toBe(401)
    expect(answer.body.innererror.code).toBe('AccountDisabled')
  }
})

test('the eleventh failure of an account within 15 minutes is refused, even with the right password', async () => {
  for (let failure = 0; failure < 10; failure++) {
    expect((await login({ email: 'busy@example.com', password: 'wrong' })).status).toBe(401)
  }
  const refused = await login({ email: 'busy@example.com', password })
  expect(refused.status).toBe(429)
  expect(refused.body).toMatchObject({ code: 'TooManyRequests', innererror: { code: 'SignInThrottled' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60)

  move(15 * minute + 1000)
  expect((await login({ email: 'busy@example.com', password })).status).toBe(200)
})

test('an account that does not exist is throttled like one that does', async () => {
  const statuses: number[] = []
  for (let failure = 0; failure < 11; failure++) {
    statuses.push((await login({ email: 'nobody@example.com', password })).status)
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429])
})

test('success forgets the failures of the account', async () => {
  for (let failure = 0; failure < 9; failure++) await login({ email: 'lou@example.com', password: 'wrong' })
  await signIn('lou')
  for (let failure = 0; failure < 9; failure++) await login({ email: 'lou@example.com', password: 'wrong' })
  expect((await login({ email: 'lou@example.com', password })).status).toBe(200)
})

test('an address is refused after 50 failures over many accounts, and others are not', async () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const { transaction } = await database()
  for (let failure = 0; failure < 49; failure++) {
    await transaction((tx) => beginAttempt(tx, `guess${failure}@example.com`, '203.0.113.7'))
  }
  expect((await login({ email: 'nobody@example.com', password }, from('203.0.113.7'))).status).toBe(401)
  expect((await login({ email: 'mia@example.com', password }, from('203.0.113.7'))).status).toBe(429)
  expect((await login({ email: 'mia@example.com', password }, from('203.0.113.8'))).status).toBe(200)
})

test('forty guesses at once are no better than forty in a row', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => login({ email: 'nobody@example.com', password: 'guess' })),
  )
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  expect([count(401), count(429)]).toEqual([10, 30])
})

test('an access token expires after 15 minutes, and the refresh token then gives a new pair', async () => {
  const first = await signIn('mia')
  move(15 * minute + 1)
  const expired = await me(first.accessToken)
  expect(expired.status).toBe(401)
  expect(expired.body).toMatchObject({ target: 'Token', innererror: { code: 'TokenExpiredError' } })

  const second = (await refresh(first.refreshToken)).body
  expect(second.userId).toBe(first.userId)
  expect((await me(second.accessToken)).status).toBe(200)
})

test('a refresh token expires after 30 days', async () => {
  const { refreshToken } = await signIn('mia')
  move(30 * 24 * 60 * minute + 1)
  const late = await refresh(refreshToken)
  expect(late.status).toBe(401)
  expect(late.body.innererror.code).toBe('TokenExpiredError')
})

test('a refresh token used twice ends the whole sign-in', async () => {
  const first = await signIn('mia')
  const second = (await refresh(first.refreshToken)).body
  const again = await refresh(first.refreshToken)
  expect(again.status).toBe(401)
  expect(again.body.innererror.code).toBe('TokenReused')

  for (const answer of [
    await me(first.accessToken),
    await me(second.accessToken),
    await refresh(second.refreshToken),
  ]) {
    expect(answer.status).toBe(401)
    expect(answer.body.innererror.code).toBe('TokenRevoked')
  }
})

test('of many who exchange one refresh token at once, at most one gets a pair', async () => {
  const { refreshToken } = await signIn('mia')
  const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)))
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
})

test('signing out ends the access token and its refresh family, and no other sign-in', async () => {
  const here = await signIn('mia')
  const there = await signIn('mia')
  expect((await call('POST', '/api/auth/logout', { as: here.accessToken })).status).toBe(204)
  expect((await me(here.accessToken)).body.innererror.code).toBe('TokenRevoked')
  expect((await refresh(here.refreshToken)).body.innererror.code).toBe('TokenRevoked')
  expect((await me(there.accessToken)).status).toBe(200)
})

test('tokens issued with a fingerprint work only beside it', async () => {
  const tokens = await signIn('mia', { fingerprint: 'device-1' })
  expect((await me(tokens.accessToken, { 'x-nb-fingerprint': 'device-1' })).status).toBe(200)
  for (const answer of [
    await me(tokens.accessToken),
    await me(tokens.accessToken, { 'x-nb-fingerprint': 'device-2' }),
    await refresh(tokens.refreshToken),
    await refresh(tokens.refreshToken, { fingerprint: 'device-2' }),
  ]) {
    expect(answer.status).toBe(401)
    expect(answer.body.innererror.code).toBe('FingerprintMismatch')
  }
  expect((await refresh(tokens.refreshToken, { fingerprint: 'device-1' })).status).toBe(200)
})

test('each kind of token is good for its own use only', async () => {
  const { accessToken, refreshToken } = await signIn('mia')
  expect((await me(refreshToken)).body.innererror.code).toBe('WrongTokenType')
  expect((await refresh(accessToken)).body.innererror.code).toBe('WrongTokenType')
  for (const token of ['od_at_made-up', 'od_key_made-up', 'anything']) {
    const answer = await me(token)
    expect(answer.status).toBe(401)
    expect(answer.body.innererror.code).toBe('TokenInvalid')
  }
})

test('no token is stored as it is', async () => {
  const pair = await signIn('mia')
  const { reader } = await database()
  const stored = JSON.stringify(await reader.select().from(tokens))
  expect(stored).not.toContain(pair.accessToken)
  expect(stored).not.toContain(pair.refreshToken)
})

test('an Idempotency-Key does not make a sign-in replay', async () => {
  const headers = { 'idempotency-key': 'sign-in-once' }
  const first = await login({ email: 'mia@example.com', password }, headers)
  const second = await login({ email: 'mia@example.com', password }, headers)
  expect(second.body.accessToken).not.toBe(first.body.accessToken)
})

test('unknown keys and a missing password are named', async () => {
  const answer = await login({ email: 'mia@example.com', pasword: 'x' })
  expect(answer.status).toBe(400)
  expect(answer.body.details).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'NullValue', target: 'password' }),
      expect.objectContaining({ code: 'UnknownProperty', target: 'pasword' }),
    ]),
  )
})
