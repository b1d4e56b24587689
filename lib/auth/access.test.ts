import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db'
import { memberships } from '@/db/schema'
import type { Organization } from '@/lib/organizations/organization'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createOrg, createPerson, type Person, unusedId } from '@/lib/testing/people'

let shop: Organization
let other: Organization
let owner: Person
let admin: Person

beforeAll(async () => {
  await testDatabase()
  shop = await createOrg({ name: 'Shop', slug: 'shop', currency: 'USD', timeZone: 'America/New_York' })
  other = await createOrg({ name: 'Another shop', slug: 'another' })
  owner = await createMember(shop, 'owner')
  admin = await createPerson({ isSystemAdmin: true })
})

const keysPath = (organization: Organization) => `/api/orgs/${organization.id}/api-keys`
const newKey = { name: 'Till', scopes: ['orders:read'] }

test('the caller learns who they are, and in which organizations they are what', async () => {
  const { status, body } = await call('GET', '/api/me', { as: owner })
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: owner.id, email: owner.email, isSystemAdmin: false, emailVerified: true })
  expect(body.organizations).toEqual([
    {
      id: shop.id,
      name: 'Shop',
      slug: 'shop',
      country: 'JP',
      currency: 'USD',
      timeZone: 'America/New_York',
      status: 'normal',
      role: 'owner',
    },
  ])
  expect((await call('GET', '/api/me')).body.innererror.code).toBe('TokenMissing')
})

test('preferences are merged, taken back with null, and nothing else is kept', async () => {
  const patch = (body: unknown) => call('PATCH', '/api/me/preferences', { as: owner, body })
  expect((await patch({ theme: 'dark', locale: 'ja' })).body.preferences).toEqual({ theme: 'dark', locale: 'ja' })
  expect((await patch({ locale: null, density: 'compact' })).body.preferences).toEqual({
    theme: 'dark',
    density: 'compact',
  })
  const tag = (await call('GET', '/api/me', { as: owner })).headers.get('etag')
  expect((await patch({})).headers.get('etag')).toBe(tag)
  expect((await patch({ isSystemAdmin: true })).status).toBe(400)
  expect((await patch({ theme: 'pink' })).status).toBe(400)
})

test('a list of organizations holds the caller’s own, and all of them for a system admin', async () => {
  const list = async (as: { token: string }, query = '') => {
    const { status, body } = await call('GET', `/api/orgs${query}`, { as })
    expect(status).toBe(200)
    return body.value.map(({ slug }: Organization) => slug)
  }
  expect(await list(owner)).toEqual(['shop'])
  expect(await list(await createPerson())).toEqual([])
  expect(await list(admin, '?$orderBy=name')).toEqual(['another', 'shop'])
  expect(await list(admin, "?$filter=currency eq 'USD'")).toEqual(['shop'])
  expect(await list(await createKey(other, ['orders:read']))).toEqual(['another'])
})

test('an organization is read by its members and system admins, with an ETag', async () => {
  const path = `/api/orgs/${shop.id}`
  const { status, body, headers } = await call('GET', path, { as: owner })
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: shop.id, slug: 'shop', currency: 'USD' })
  expect((await call('GET', path, { as: owner, headers: { 'if-none-match': headers.get('etag')! } })).status).toBe(304)
  expect((await call('GET', path, { as: admin })).status).toBe(200)
  expect((await call('GET', path, { as: await createPerson() })).status).toBe(403)
  expect((await call('GET', path)).status).toBe(401)
  expect((await call('GET', `/api/orgs/${unusedId()}`, { as: owner })).status).toBe(404)
})

test('a removed member is locked out with the next request', async () => {
  const member = await createMember(shop, 'admin')
  const path = `/api/orgs/${shop.id}/api-keys`
  expect((await call('GET', path, { as: member })).status).toBe(200)
  const { transaction } = await database()
  await transaction(async (tx) => {
    await tx.delete(memberships).where(and(eq(memberships.organizationId, shop.id), eq(memberships.userId, member.id)))
  })
  expect((await call('GET', path, { as: member })).status).toBe(403)
})

test('a key’s token is shown once, works within its scopes, and stops with the next request after its end', async () => {
  const made = await call('POST', keysPath(shop), { as: owner, body: newKey })
  expect(made.status).toBe(201)
  const { id, token } = made.body
  expect(token).toMatch(/^od_key_/)
  const list = await call('GET', keysPath(shop), { as: owner })
  expect(list.body.value.map((key: { id: string }) => key.id)).toContain(id)
  expect(list.text).not.toContain(token)

  expect((await call('GET', `/api/orgs/${shop.id}`, { as: token })).status).toBe(200)
  expect((await call('DELETE', `${keysPath(shop)}/${id}`, { as: owner })).status).toBe(204)
  const refused = await call('GET', `/api/orgs/${shop.id}`, { as: token })
  expect(refused.status).toBe(401)
  expect(refused.body.innererror.code).toBe('TokenRevoked')
  expect((await call('DELETE', `${keysPath(shop)}/${id}`, { as: owner })).status).toBe(404)
})

test('a key that lacks a scope is told which', async () => {
  const { token } = await createKey(shop, ['products:read'])
  const { status, body } = await call('GET', `/api/orgs/${shop.id}`, { as: token })
  expect(status).toBe(403)
  expect(body).toMatchObject({ code: 'Forbidden', innererror: { code: 'MissingScope', scope: 'orders:read' } })
})

test('a key acts for its own organization only, and never on keys or as a person', async () => {
  const { token } = await createKey(shop, ['orders:read', 'orders:write'])
  expect((await call('GET', `/api/orgs/${other.id}`, { as: token })).status).toBe(403)
  expect((await call('GET', keysPath(shop), { as: token })).body.innererror.code).toBe('NotForApiKeys')
  expect((await call('GET', '/api/me', { as: token })).status).toBe(403)
  expect((await call('POST', '/api/auth/logout', { as: token })).status).toBe(403)
})

test('a key expires', async () => {
  const expiresAt = (ms: number) => new Date(Date.now() + ms).toISOString()
  const past = await call('POST', keysPath(shop), { as: owner, body: { ...newKey, expiresAt: expiresAt(-1000) } })
  expect(past.status).toBe(400)
  const { body } = await call('POST', keysPath(shop), { as: owner, body: { ...newKey, expiresAt: expiresAt(300) } })
  await new Promise((resolve) => setTimeout(resolve, 350))
  const refused = await call('GET', `/api/orgs/${shop.id}`, { as: body.token })
  expect(refused.body.innererror.code).toBe('TokenExpiredError')
})

test('no Idempotency-Key replays a key’s token', async () => {
  const headers = { 'idempotency-key': 'one-key' }
  const first = await call('POST', keysPath(shop), { as: owner, body: newKey, headers })
  const second = await call('POST', keysPath(shop), { as: owner, body: newKey, headers })
  expect(second.body.token).not.toBe(first.body.token)
})

test('members without the right, strangers and other organizations’ owners make and see no keys', async () => {
  const staff = await createMember(shop, 'member')
  const stranger = await createMember(other, 'owner')
  const { body: key } = await call('POST', keysPath(shop), { as: owner, body: newKey })
  for (const as of [staff, stranger]) {
    expect((await call('GET', keysPath(shop), { as })).status).toBe(403)
    expect((await call('POST', keysPath(shop), { as, body: newKey })).status).toBe(403)
  }
  expect((await call('DELETE', `${keysPath(other)}/${key.id}`, { as: stranger })).status).toBe(404)
})

test('keys of the system are made by system admins and act as one', async () => {
  expect((await call('POST', '/api/admin/api-keys', { as: owner, body: newKey })).status).toBe(403)
  const { status, body } = await call('POST', '/api/admin/api-keys', { as: admin, body: newKey })
  expect(status).toBe(201)
  expect(body.organization).toBeNull()
  expect((await call('GET', `/api/orgs/${other.id}`, { as: body.token })).status).toBe(200)
  const ids = async (path: string) =>
    (await call('GET', path, { as: admin })).body.value.map((key: { id: string }) => key.id)
  expect(await ids('/api/admin/api-keys')).toEqual([body.id])
  expect(await ids(keysPath(shop))).not.toContain(body.id)
  expect((await call('DELETE', `/api/admin/api-keys/${body.id}`, { as: admin })).status).toBe(204)
  expect((await call('GET', `/api/orgs/${other.id}`, { as: body.token })).status).toBe(401)
})
