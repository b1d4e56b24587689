import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { shiftClock } from '@/lib/clock'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createOrg, createPerson, type Person } from '@/lib/testing/people'

let org: { id: string; name: string }
let owner: Person
let admin: Person

const members = (id = '') => `/api/orgs/${org.id}/members${id && `/${id}`}`
const day = 24 * 60 * 60 * 1000

let restore: () => void = () => undefined
afterEach(() => restore())

beforeAll(testDatabase)
beforeEach(async () => {
  org = await createOrg({ name: 'Acme' })
  owner = await createMember(org, 'owner')
  admin = await createMember(org, 'admin')
})

async function invite(body: object, as: Person = owner) {
  const answer = await call('POST', `/api/orgs/${org.id}/invitations`, { as, body })
  expect(answer.status).toBe(201)
  return answer.body as { id: string; token: string; url: string }
}
/** Follows a list to its end. */
async function pages(path: string, as: Person) {
  const sizes: number[] = []
  const ids = new Set<string>()
  for (let next: string | undefined = path; next; ) {
    const { body } = await call('GET', next, { as })
    sizes.push(body.value.length)
    for (const { id } of body.value) ids.add(id)
    next = body['@nextLink']
  }
  return { sizes, ids }
}
const accept = (token: string, body: object, as?: Person) =>
  call('POST', `/api/invitations/${token}:accept`, { as, body })

describe('members', () => {
  test('are listed by name, searched by words in name or address, and filtered by role', async () => {
    const all = await call('GET', members(), { as: admin })
    expect(all.body.value.map(({ id, role }: { id: string; role: string }) => [id, role])).toEqual([
      [owner.id, 'owner'],
      [admin.id, 'admin'],
    ])
    const found = await call('GET', `${members()}?$search=${encodeURIComponent(admin.email.toUpperCase())}`, {
      as: owner,
    })
    expect(found.body.value.map(({ id }: { id: string }) => id)).toEqual([admin.id])
    const owners = await call('GET', `${members()}?$filter=${encodeURIComponent("role eq 'owner'")}`, { as: owner })
    expect(owners.body.total).toBe(1)
  })

  test('all of them come page by page, whatever their number', async () => {
    for (let i = 0; i < 3; i++) await createMember(org, 'member')
    const found = await pages(`${members()}?$top=2&$orderBy=name&$search=person`, admin)
    expect(found.sizes).toEqual([2, 2, 1])
    expect(found.ids.size).toBe(5)
  })

  test('a role can be changed, with the version one saw; it counts from the next request on', async () => {
    const person = await createMember(org, 'member')
    expect((await call('GET', members(), { as: person })).status).toBe(403)
    const read = await call('GET', members(person.id), { as: owner })
    const headers = { 'if-match': read.headers.get('etag')! }
    const changed = await call('PATCH', members(person.id), { as: owner, body: { role: 'admin' }, headers })
    expect(changed).toMatchObject({ status: 200, body: { role: 'admin', version: 2 } })
    expect((await call('GET', members(), { as: person })).status).toBe(200)
    const stale = await call('PATCH', members(person.id), { as: owner, body: { role: 'guest' }, headers })
    expect(stale.status).toBe(412)
  })

  test('the last owner can neither be removed nor be given another role, not even by a system admin', async () => {
    const system = await createPerson({ isSystemAdmin: true })
    for (const as of [owner, system]) {
      const demoted = await call('PATCH', members(owner.id), { as, body: { role: 'admin' } })
      expect(demoted).toMatchObject({ status: 409, body: { innererror: { code: 'LastOwner' } } })
      expect((await call('DELETE', members(owner.id), { as })).status).toBe(409)
    }
    const second = await createMember(org, 'owner')
    expect((await call('DELETE', members(owner.id), { as: owner })).status).toBe(204)
    expect((await call('PATCH', members(second.id), { as: second, body: { role: 'member' } })).status).toBe(409)
  })

  test('an owner whose account is disabled does not count as another owner', async () => {
    const system = await createPerson({ isSystemAdmin: true })
    const second = await createMember(org, 'owner')
    await call('PATCH', `/api/admin/users/${second.id}`, { as: system, body: { disabled: true } })
    expect((await call('DELETE', members(owner.id), { as: system })).status).toBe(409)
  })

  test('an admin cannot make, change, remove or invite owners', async () => {
    const person = await createMember(org, 'member')
    expect((await call('PATCH', members(person.id), { as: admin, body: { role: 'owner' } })).status).toBe(403)
    expect((await call('PATCH', members(owner.id), { as: admin, body: { role: 'member' } })).status).toBe(403)
    expect((await call('DELETE', members(owner.id), { as: admin })).status).toBe(403)
    const invited = await call('POST', `/api/orgs/${org.id}/invitations`, { as: admin, body: { role: 'owner' } })
    expect(invited).toMatchObject({ status: 403, body: { innererror: { code: 'OwnersOnly' } } })
    expect((await call('PATCH', members(person.id), { as: admin, body: { role: 'admin' } })).status).toBe(200)
  })

  test('a removed member is out at once, and the links they made do not lead back', async () => {
    const { token } = await invite({ role: 'admin' }, admin)
    expect((await call('DELETE', members(admin.id), { as: owner })).status).toBe(204)
    expect((await call('GET', members(), { as: admin })).status).toBe(403)
    const back = await accept(token, {}, admin)
    expect(back).toMatchObject({ status: 409, body: { innererror: { code: 'InvitationRevoked' } } })
  })

  test('an API key is nobody who manages people', async () => {
    const { token } = await createKey(org, ['orders:read', 'orders:write'])
    expect((await call('GET', members(), { as: token })).status).toBe(403)
  })

  test('the history tells of it', async () => {
    const person = await createMember(org, 'member')
    await call('PATCH', members(person.id), { as: owner, body: { role: 'admin' } })
    await call('DELETE', members(person.id), { as: owner })
    const { body } = await call('GET', `/api/orgs/${org.id}/history?$top=2`, { as: owner })
    expect(body.value).toMatchObject([
      { entity: 'membership', entityId: person.id, operation: 'remove', fields: { role: ['admin', null] } },
      { entity: 'membership', entityId: person.id, operation: 'changeRole', fields: { role: ['member', 'admin'] } },
    ])
  })
})

describe('invitations', () => {
  test('the link is shown once, says what it is for, and makes a new account a member', async () => {
    const { token, url } = await invite({ role: 'member' })
    expect(url).toBe(`http://localhost:3000/invite/${token}`)
    const list = await call('GET', `/api/orgs/${org.id}/invitations`, { as: owner })
    expect(list.text).not.toContain(token)
    const offered = await call('GET', `/api/invitations/${token}`)
    expect(offered.body).toMatchObject({
      organization: { id: org.id, name: 'Acme' },
      role: 'member',
      state: 'open',
      email: null,
    })
    const body = { name: 'Hanako', email: 'Hanako@Example.jp', password: 'a good long one' }
    const accepted = await accept(token, body)
    expect(accepted).toMatchObject({
      status: 200,
      body: { organization: { id: org.id }, role: 'member', user: { email: 'hanako@example.jp' } },
    })
    const login = await call('POST', '/api/auth/login', {
      body: { email: 'hanako@example.jp', password: 'a good long one' },
    })
    const me = await call('GET', '/api/me', { as: login.body.accessToken })
    expect(me.body).toMatchObject({ emailVerified: true, organizations: [{ id: org.id, role: 'member' }] })
  })

  test('all of them come page by page, and those of others do not', async () => {
    await call('POST', `/api/orgs/${(await createOrg()).id}/invitations`, {
      as: await createPerson({ isSystemAdmin: true }),
      body: { role: 'member' },
    })
    const made = []
    for (let i = 0; i < 3; i++) made.push((await invite({ role: 'guest' })).id)
    const path = `/api/orgs/${org.id}/invitations?$top=2`
    const { sizes, ids } = await pages(path, admin)
    expect(sizes).toEqual([2, 1])
    expect([...ids].sort()).toEqual(made.sort())
    restore = shiftClock(14 * day)
    expect((await call('GET', path, { as: admin })).body.total).toBe(0)
  })

  test('it works once', async () => {
    const { token } = await invite({ role: 'member' })
    expect((await accept(token, {}, await createPerson())).status).toBe(200)
    const again = await accept(token, {}, await createPerson())
    expect(again).toMatchObject({ status: 409, body: { innererror: { code: 'InvitationUsed' } } })
    expect((await call('GET', `/api/invitations/${token}`)).body.state).toBe('accepted')
  })

  test('of two who accept at the same moment one becomes a member', async () => {
    const { token } = await invite({ role: 'member' })
    const people = [await createPerson(), await createPerson()]
    const statuses = (await Promise.all(people.map((person) => accept(token, {}, person)))).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409])
  })

  test('after seven days it has expired', async () => {
    const { token } = await invite({ role: 'member' })
    restore = shiftClock(7 * day)
    expect((await call('GET', `/api/invitations/${token}`)).body.state).toBe('expired')
    const late = await accept(token, { name: 'Late', email: 'late@example.jp', password: 'a good long one' })
    expect(late).toMatchObject({ status: 409, body: { innererror: { code: 'InvitationExpired' } } })
  })

  test('a revoked one no longer works, and nobody of another organization can revoke it', async () => {
    const { id, token } = await invite({ role: 'member' })
    const stranger = await createMember(await createOrg(), 'owner')
    expect((await call('DELETE', `/api/orgs/${org.id}/invitations/${id}`, { as: stranger })).status).toBe(403)
    expect((await call('DELETE', `/api/orgs/${org.id}/invitations/${id}`, { as: admin })).status).toBe(204)
    expect((await accept(token, {}, stranger)).body.innererror.code).toBe('InvitationRevoked')
  })

  test('one for an address is accepted by that address only', async () => {
    const person = await createPerson({ emailVerified: false })
    const { token } = await invite({ role: 'guest', email: person.email.toUpperCase() })
    const other = await accept(token, {}, await createPerson())
    expect(other).toMatchObject({ status: 403, body: { innererror: { code: 'OtherAddress' } } })
    const made = await accept(token, { name: 'X', email: 'x@example.jp', password: 'a good long one' })
    expect(made).toMatchObject({ status: 400, body: { details: [{ target: 'email' }] } })
    expect((await accept(token, {}, person)).status).toBe(200)
    expect((await call('GET', '/api/me', { as: person })).body.emailVerified).toBe(true)
  })

  test('nobody gets a second account for an address, and a refusal uses nothing up', async () => {
    const person = await createPerson()
    const { token } = await invite({ role: 'member' })
    const taken = await accept(token, { name: 'Twin', email: person.email, password: 'a good long one' })
    expect(taken).toMatchObject({ status: 409, body: { target: 'email', details: [{ target: 'email' }] } })
    const short = await accept(token, { name: 'Twin', email: 'twin@example.jp', password: 'short' })
    expect(short).toMatchObject({ status: 400, body: { details: [{ target: 'password' }] } })
    expect((await accept(token, {})).status).toBe(401)
    expect((await accept(token, {}, owner)).status).toBe(409)
    expect((await accept(token, {}, person)).status).toBe(200)
  })

  test('an unknown token is 404', async () => {
    expect((await call('GET', '/api/invitations/od_in_nonsense')).status).toBe(404)
    expect((await accept('od_in_nonsense', {}, owner)).status).toBe(404)
  })

  test('its token opens nothing else', async () => {
    const { token } = await invite({ role: 'admin' })
    expect((await call('GET', '/api/me', { as: token })).status).toBe(401)
  })
})
