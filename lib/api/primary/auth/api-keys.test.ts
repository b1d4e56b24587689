import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { shiftClock } from '@/lib/clock'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createMember, createOrg, createPerson, type Person } from '@/lib/testing/people'

let org: { id: string }
let owner: Person

let restore: () => void = () => undefined
afterEach(() => restore())

beforeAll(testDatabase)
beforeEach(async () => {
  org = await createOrg()
  owner = await createMember(org, 'owner')
})

const keys = (rest = '') => `/api/orgs/${org.id}/api-keys${rest}`
const orders = (token: string) => call('GET', `/api/orgs/${org.id}/orders`, { as: token })
const hourMs = 60 * 60 * 1000

async function createKey(over: object = {}) {
  const body = { name: 'Warehouse', scopes: ['orders:read'], ...over }
  const answer = await call('POST', keys(), { as: owner, body })
  expect(answer.status).toBe(201)
  return answer.body as { id: string; token: string }
}

test('a key is shown once, names its maker, and stops with the next request after it is revoked', async () => {
  const { id, token } = await createKey()
  expect((await orders(token)).status).toBe(200)
  const read = await call('GET', keys(`/${id}`), { as: owner })
  expect(read.text).not.toContain(token)
  expect(read.body).toMatchObject({ createdBy: { id: owner.id }, replacedBy: null, scopes: ['orders:read'] })
  const headers = { 'if-match': read.headers.get('etag')! }
  expect((await call('DELETE', keys(`/${id}`), { as: owner, headers })).status).toBe(204)
  expect((await orders(token)).status).toBe(401)
  expect((await call('GET', keys(`/${id}`), { as: owner })).status).toBe(404)
})

test('a rotated key goes on for the chosen hours beside the new one', async () => {
  const { id, token } = await createKey()
  const rotated = await call('POST', keys(`/${id}:rotate`), { as: owner, body: { graceHours: 2 } })
  expect(rotated).toMatchObject({ status: 201, body: { name: 'Warehouse', scopes: ['orders:read'], expiresAt: null } })
  expect((await orders(rotated.body.token)).status).toBe(200)
  expect((await orders(token)).status).toBe(200)
  expect((await call('GET', keys(`/${id}`), { as: owner })).body.replacedBy).toBe(rotated.body.id)
  expect((await call('POST', keys(`/${id}:rotate`), { as: owner, body: {} })).status).toBe(409)
  restore = shiftClock(2 * hourMs)
  expect((await orders(token)).body.innererror.code).toBe('TokenExpiredError')
  expect((await orders(rotated.body.token)).status).toBe(200)
})

test('without grace the old token ends at once; rotating never makes a key live longer', async () => {
  const { id, token } = await createKey()
  const rotated = await call('POST', keys(`/${id}:rotate`), { as: owner, body: { graceHours: 0 } })
  expect((await orders(token)).status).toBe(401)
  expect((await orders(rotated.body.token)).status).toBe(200)

  const expiresAt = new Date(Date.now() + hourMs).toISOString()
  const short = await createKey({ expiresAt })
  const next = await call('POST', keys(`/${short.id}:rotate`), { as: owner, body: { graceHours: 48 } })
  expect(next.body.expiresAt).toBe(expiresAt)
  expect((await call('GET', keys(`/${short.id}`), { as: owner })).body.expiresAt).toBe(expiresAt)
})

test('a key of the system is rotated by system admins', async () => {
  const admin = await createPerson({ isSystemAdmin: true })
  const body = { name: 'Reporting', scopes: ['orders:read'] }
  const { id } = (await call('POST', '/api/admin/api-keys', { as: admin, body })).body
  const path = `/api/admin/api-keys/${id}`
  expect((await call('POST', `${path}:rotate`, { as: owner, body: {} })).status).toBe(403)
  const rotated = await call('POST', `${path}:rotate`, { as: admin, body: {} })
  expect((await call('GET', '/api/orders', { as: rotated.body.token })).status).toBe(200)
  expect((await call('GET', path, { as: admin })).body.replacedBy).toBe(rotated.body.id)
})
