import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { shiftClock } from '@/lib/clock'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createPerson, type Person } from '@/lib/testing/people'

const password = 'a good long one'
let admin: Person

let restore: () => void = () => undefined
afterEach(() => restore())

beforeAll(testDatabase)
beforeEach(async () => {
  admin = await createPerson({ isSystemAdmin: true })
})

let made = 0
async function createAccount(over: object = {}) {
  const body = { name: 'Hanako', email: `hanako${++made}@example.jp`, password, ...over }
  const answer = await call('POST', '/api/admin/users', { as: admin, body })
  expect(answer.status).toBe(201)
  return answer.body as { id: string; email: string }
}
const login = (email: string, secret = password) =>
  call('POST', '/api/auth/login', { body: { email, password: secret } })
const user = (id: string, verb = '') => `/api/admin/users/${id}${verb}`

describe('users', () => {
  test('are made, found, read and changed by system admins', async () => {
    const { id, email } = await createAccount()
    const found = await call('GET', `/api/admin/users?$search=HANAKO%20${email}`, { as: admin })
    expect(found.body.value).toMatchObject([{ id, name: 'Hanako', isSystemAdmin: false, hasPassword: true }])
    const read = await call('GET', user(id), { as: admin })
    const headers = { 'if-match': read.headers.get('etag')! }
    const body = { name: '花子', email: 'hana@example.jp', emailVerified: true }
    const changed = await call('PATCH', user(id), { as: admin, body, headers })
    expect(changed.body).toMatchObject({ name: '花子', email: 'hana@example.jp', emailVerified: true })
    expect((await call('PATCH', user(id), { as: admin, body: { name: 'X' }, headers })).status).toBe(412)
    const history = await call('GET', '/api/admin/history?$top=1', { as: admin })
    expect(history.body.value[0]).toMatchObject({
      entity: 'user',
      operation: 'update',
      fields: { name: ['Hanako', '花子'] },
    })
  })

  test('an address is one account’s', async () => {
    const { email } = await createAccount()
    const body = { name: 'Twin', email: email.toUpperCase() }
    const twin = await call('POST', '/api/admin/users', { as: admin, body })
    expect(twin).toMatchObject({ status: 409, body: { details: [{ code: 'Duplicate', target: 'email' }] } })
    const renamed = await call('PATCH', user(admin.id), { as: admin, body: { email } })
    expect(renamed.status).toBe(409)
    expect((await call('PATCH', user(admin.id), { as: admin, body: { email: 'nowhere' } })).status).toBe(400)
  })

  test('disabling ends sessions and tokens at once, and enabling does not bring them back', async () => {
    const { id, email } = await createAccount()
    const { accessToken, refreshToken } = (await login(email)).body
    expect((await call('GET', '/api/me', { as: accessToken })).status).toBe(200)
    await call('PATCH', user(id), { as: admin, body: { disabled: true } })
    expect((await call('GET', '/api/me', { as: accessToken })).status).toBe(401)
    expect((await call('POST', '/api/auth/refresh', { body: { refreshToken } })).status).toBe(401)
    expect((await login(email)).status).toBe(401)
    await call('PATCH', user(id), { as: admin, body: { disabled: false } })
    expect((await call('GET', '/api/me', { as: accessToken })).status).toBe(401)
    expect((await login(email)).status).toBe(200)
  })

  test('the last system admin stays one and nobody disables themselves', async () => {
    const all = await call('GET', "/api/admin/users?$filter=typeId eq '100'&$top=100", { as: admin })
    for (const { id } of all.body.value.filter(({ id }: { id: string }) => id !== admin.id)) {
      await call('PATCH', user(id), { as: admin, body: { isSystemAdmin: false } })
    }
    const demoted = await call('PATCH', user(admin.id), { as: admin, body: { isSystemAdmin: false } })
    expect(demoted).toMatchObject({ status: 409, body: { innererror: { code: 'LastSystemAdmin' } } })
    const { id } = await createAccount()
    await call('PATCH', user(id), { as: admin, body: { isSystemAdmin: true } })
    expect((await call('PATCH', user(admin.id), { as: admin, body: { disabled: true } })).status).toBe(409)
    expect((await call('PATCH', user(admin.id), { as: admin, body: { isSystemAdmin: false } })).status).toBe(200)
    expect((await call('GET', '/api/admin/users', { as: admin })).status).toBe(403)
  })

  test('a link for a new password works once, within a day, and ends what was signed in', async () => {
    const { id, email } = await createAccount()
    const { accessToken } = (await login(email)).body
    const first = (await call('POST', user(id, ':passwordLink'), { as: admin })).body
    const { token, url } = (await call('POST', user(id, ':passwordLink'), { as: admin })).body
    expect(url).toBe(`http://localhost:3000/reset/${token}`)
    expect((await call('GET', `/api/password-resets/${first.token}`)).status).toBe(404)
    expect((await call('GET', `/api/password-resets/${token}`)).body).toMatchObject({ email })
    const use = (secret: string) => call('POST', `/api/password-resets/${token}:use`, { body: { password: secret } })
    expect((await use('short')).status).toBe(400)
    expect((await use('an even longer one')).status).toBe(200)
    expect((await use('and one more')).status).toBe(409)
    expect((await call('GET', '/api/me', { as: accessToken })).status).toBe(401)
    expect((await login(email)).status).toBe(401)
    expect((await login(email, 'an even longer one')).status).toBe(200)

    const late = (await call('POST', user(id, ':passwordLink'), { as: admin })).body.token
    restore = shiftClock(24 * 60 * 60 * 1000)
    expect((await call('GET', `/api/password-resets/${late}`)).status).toBe(409)
  })

  test('a password can be set; no answer and no history holds its hash', async () => {
    const { id, email } = await createAccount({ password: undefined })
    expect((await login(email)).status).toBe(401)
    const set = await call('POST', user(id, ':setPassword'), { as: admin, body: { password: 'chosen by an admin' } })
    expect(set.status).toBe(204)
    expect((await login(email, 'chosen by an admin')).status).toBe(200)
    const history = await call('GET', '/api/admin/history?$top=20', { as: admin })
    expect(history.text).toContain('setPassword')
    expect(history.text).not.toContain('scrypt')
    expect((await call('GET', user(id), { as: admin })).text).not.toContain('scrypt')
  })
})

describe('my account', () => {
  test('my name, with the version I saw', async () => {
    const read = await call('GET', '/api/me', { as: admin })
    const headers = { 'if-match': read.headers.get('etag')! }
    const body = { name: '管理 者' }
    expect((await call('PATCH', '/api/me', { as: admin, body, headers })).body.name).toBe('管理 者')
    expect((await call('PATCH', '/api/me', { as: admin, body: { name: 'X' }, headers })).status).toBe(412)
    expect((await call('PATCH', '/api/me', { as: admin, body: { name: ' ' } })).status).toBe(400)
  })

  test('a new password needs the present one and ends the other sign-ins', async () => {
    const { email } = await createAccount()
    const here = (await login(email)).body.accessToken
    const there = (await login(email)).body.accessToken
    const change = (currentPassword: string) =>
      call('POST', '/api/me:changePassword', { as: here, body: { currentPassword, newPassword: 'the one after it' } })
    const wrong = await change('not this')
    expect(wrong).toMatchObject({ status: 400, body: { details: [{ target: 'currentPassword' }] } })
    expect((await call('GET', '/api/me', { as: there })).status).toBe(200)
    expect((await change(password)).body).toEqual({ ended: 1 })
    expect((await call('GET', '/api/me', { as: there })).status).toBe(401)
    expect((await call('GET', '/api/me', { as: here })).status).toBe(200)
    expect((await login(email, 'the one after it')).status).toBe(200)
  })

  test('wrong present passwords are counted like failed sign-ins', async () => {
    const { email } = await createAccount()
    const as = (await login(email)).body.accessToken
    const body = { currentPassword: 'not this', newPassword: 'the one after it' }
    for (let n = 0; n < 10; n++) await call('POST', '/api/me:changePassword', { as, body })
    expect((await call('POST', '/api/me:changePassword', { as, body })).status).toBe(429)
  })

  test('sessions are listed with the present one marked, and end one by one or all but this', async () => {
    const { email } = await createAccount()
    const [here, one, two] = await Promise.all([login(email), login(email), login(email)])
    const as = here.body.accessToken
    const { value } = (await call('GET', '/api/me/sessions', { as })).body
    expect(value).toHaveLength(3)
    expect(value.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)

    const mine = (await call('GET', '/api/me/sessions', { as: one.body.accessToken })).body.value
    const { id } = mine.find(({ current }: { current: boolean }) => current)
    // Somebody else's is none of my business, and stays.
    expect((await call('DELETE', `/api/me/sessions/${id}`, { as: admin })).status).toBe(204)
    expect((await call('GET', '/api/me', { as: one.body.accessToken })).status).toBe(200)
    expect((await call('DELETE', `/api/me/sessions/${id}`, { as })).status).toBe(204)
    expect((await call('GET', '/api/me', { as: one.body.accessToken })).status).toBe(401)

    expect((await call('POST', '/api/me/sessions:endOthers', { as })).body).toEqual({ ended: 1 })
    expect((await call('GET', '/api/me', { as: two.body.accessToken })).status).toBe(401)
    expect((await call('GET', '/api/me', { as })).status).toBe(200)
  })

  test('shortcuts of a single key can be switched off', async () => {
    const { body } = await call('PATCH', '/api/me/preferences', { as: admin, body: { shortcuts: false } })
    expect(body.preferences).toEqual({ shortcuts: false })
  })
})
