import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createPerson, type Person } from '@/lib/testing/people'
import { createShop, type Shop } from '@/lib/testing/shop'

type Json = Record<string, unknown>

let shop: Shop
let admin: Person
let member: Person

beforeAll(async () => {
  await testDatabase()
  shop = await createShop()
  admin = await createMember(shop.organization, 'admin')
  member = await createMember(shop.organization, 'member')
})

const views = (own: Shop = shop) => `/api/orgs/${own.orgId}/views`
const create = (as: Person, over: Json = {}, own = shop) =>
  call('POST', views(own), { as, body: { list: 'orders', name: 'Mine', state: {}, ...over } })
const patch = (as: Person, id: string, body: Json, headers: Record<string, string> = {}) =>
  call('PATCH', `${views()}/${id}`, { as, body, headers })
const namesOf = async (as: Person, list = 'orders', own = shop) =>
  (await call('GET', `${views(own)}?list=${list}`, { as })).body.value.map(({ name }: Json) => name)

describe('views of a list', () => {
  test('a view keeps everything that decides how the list looks', async () => {
    const state = {
      filter: "status eq 'PENDING' and totalPrice gt 1000",
      search: '東京',
      sort: 'totalPrice desc',
      columns: ['number', 'status', 'customer.name'],
      pinned: ['number'],
      widths: { number: 120 },
      density: 'compact',
      pageSize: 50,
    }
    const made = await create(admin, { name: ' Dear and pending ', state, isDefault: true })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      list: 'orders',
      name: 'Dear and pending',
      scope: 'personal',
      ownerId: admin.id,
      isDefault: true,
      position: 0,
      version: 1,
      state,
    })
    expect((await call('GET', `${views()}/${made.body.id}`, { as: admin })).body).toEqual(made.body)
    expect(made.headers.get('etag')).toMatch(/^"1-/)
  })

  test('a personal view is its owner’s alone, a shared one everybody’s in the organization', async () => {
    const own = await createShop()
    const colleague = await createMember(own.organization, 'member')
    const personal = await create(own.owner, { name: 'Personal' }, own)
    await create(own.owner, { name: 'Shared', scope: 'shared' }, own)
    expect(await namesOf(own.owner, 'orders', own)).toEqual(['Shared', 'Personal'])
    expect(await namesOf(colleague, 'orders', own)).toEqual(['Shared'])
    expect(await namesOf(own.owner, 'products', own)).toEqual([])
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? {} : undefined
      expect((await call(method, `${views(own)}/${personal.body.id}`, { as: colleague, body })).status).toBe(404)
    }
    const stranger = await createPerson()
    expect((await call('GET', views(own), { as: stranger })).status).toBe(403)
  })

  test('shared views are written by owners and admins only', async () => {
    expect((await create(member, { scope: 'shared' })).status).toBe(403)
    const mine = (await create(member, { name: 'Member’s' })).body
    expect((await patch(member, mine.id, { scope: 'shared' })).status).toBe(403)
    const shared = (await create(admin, { name: 'For all', scope: 'shared' })).body
    expect((await patch(member, shared.id, { name: 'Mine now' })).status).toBe(403)
    expect((await call('DELETE', `${views()}/${shared.id}`, { as: member })).status).toBe(403)
    expect((await patch(shop.owner, shared.id, { name: 'For everybody' })).body).toMatchObject({
      name: 'For everybody',
      version: 2,
      ownerId: admin.id,
    })
    const key = await createKey(shop.organization, ['orders:read', 'orders:write'])
    expect((await call('GET', views(), { as: key })).status).toBe(403)
  })

  test('a view becomes shared, and personal again for the one who takes it back', async () => {
    const view = (await create(admin, { name: 'Wandering' })).body
    expect((await patch(admin, view.id, { scope: 'shared' })).body.scope).toBe('shared')
    expect(await namesOf(member)).toContain('Wandering')
    expect((await patch(shop.owner, view.id, { scope: 'personal' })).body).toMatchObject({ ownerId: shop.owner.id })
    expect(await namesOf(admin)).not.toContain('Wandering')
  })

  test('one view of a kind is the default, and tabs stand where they were put', async () => {
    const own = await createShop()
    const make = async (name: string, over: Json = {}) => (await create(own.owner, { name, ...over }, own)).body
    const [a, b, c] = [await make('A', { isDefault: true }), await make('B'), await make('C', { isDefault: true })]
    const shared = await make('S', { scope: 'shared', isDefault: true })
    const all = async () => (await call('GET', views(own), { as: own.owner })).body.value
    expect((await all()).filter(({ isDefault }: Json) => isDefault).map(({ name }: Json) => name)).toEqual(['S', 'C'])
    await call('PATCH', `${views(own)}/${c.id}`, { as: own.owner, body: { position: 0 } })
    expect((await all()).map(({ name, position }: Json) => [name, position])).toEqual([
      ['S', 0],
      ['C', 0],
      ['A', 1],
      ['B', 2],
    ])
    // Nobody who edits another tab is held up by that.
    expect((await all()).map(({ version }: Json) => version)).toEqual([1, 2, 1, 1])
    expect((await call('DELETE', `${views(own)}/${a.id}`, { as: own.owner })).status).toBe(204)
    expect((await all()).map(({ id }: Json) => id)).toEqual([shared.id, c.id, b.id])
  })

  test('a stale If-Match is refused; the same again is no new version', async () => {
    const view = (await create(admin, { name: 'Edited' })).body
    expect((await patch(admin, view.id, { name: 'Edited' })).body).toEqual(view)
    await patch(admin, view.id, { name: 'Once' }, { 'if-match': '"1-x"' })
    expect((await patch(admin, view.id, { name: 'Twice' }, { 'if-match': '"1-x"' })).status).toBe(412)
  })

  test('days that move on by themselves are kept as they are', async () => {
    const state = { filter: 'createdAt ge @today-6d' }
    expect((await create(admin, { name: 'This week', state })).body).toMatchObject({ state })
  })

  test.each([
    { list: 'nonsense' },
    { name: ' ' },
    { state: { filter: "colour eq 'red'" } },
    { state: { sort: 'colour' } },
    { state: { colour: 'red' } },
    { state: { pageSize: 101 } },
    { scope: 'secret' },
  ])('%j is refused', async (over) => {
    const answer = await create(admin, over)
    expect(answer.body).toMatchObject({ code: 'BadArgument', target: 'RequestBody' })
  })

  test('a filter is refused when it is changed into one that cannot be opened', async () => {
    const view = (await create(admin, { name: 'Filtered', list: 'history', state: { filter: "entity eq 'order'" } }))
      .body
    const refused = await patch(admin, view.id, { state: { filter: 'entity like 1' } })
    expect(refused.body).toMatchObject({ innererror: { code: 'InvalidFilter' } })
    expect((await call('GET', `${views()}/${view.id}`, { as: admin })).body).toEqual(view)
  })
})

describe('a list no view is open of', () => {
  test('is remembered as its reader last arranged it, whoever else reads it', async () => {
    const path = '/api/me/lists/orders'
    expect((await call('GET', path, { as: member })).body).toEqual({})
    const body = { columns: ['number', 'totalPrice'], density: 'compact' }
    expect((await call('PUT', path, { as: member, body })).body).toEqual(body)
    await call('PUT', path, { as: member, body: { pageSize: 100 } })
    expect((await call('GET', path, { as: member })).body).toEqual({ pageSize: 100 })
    expect((await call('GET', path, { as: admin })).body).toEqual({})
    expect((await call('GET', '/api/me/lists/nonsense', { as: member })).status).toBe(404)
    expect((await call('PUT', path, { as: member, body: { filter: 'x' } })).status).toBe(400)
  })
})
