import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { shiftClock } from '@/lib/clock'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createOrg, createPerson, type Person } from '@/lib/testing/people'
import { createOrder, createShop, type Shop } from '@/lib/testing/shop'

let shop: Shop
let system: Person

const settings = (id = shop.orgId) => `/api/orgs/${id}/settings`
const patch = (body: object, as: Person = shop.owner, headers?: Record<string, string>) =>
  call('PATCH', settings(), { as, body, headers })

beforeAll(testDatabase)
beforeEach(async () => {
  shop = await createShop()
  system = await createPerson({ isSystemAdmin: true })
})

describe('settings', () => {
  test('name, tax, country and zone are saved with the version one saw, and the history tells of it', async () => {
    const read = await call('GET', settings(), { as: shop.owner })
    expect(read.body).toMatchObject({ taxRate: 10, currency: 'JPY', hasPrices: true, restrictions: [] })
    const headers = { 'if-match': read.headers.get('etag')! }
    const body = { name: '株式会社アクメ', taxRate: 7.25, country: 'US', timeZone: 'America/New_York' }
    const saved = await patch(body, shop.owner, headers)
    expect(saved).toMatchObject({ status: 200, body })
    expect((await patch({ name: 'X' }, shop.owner, headers)).status).toBe(412)
    const history = await call('GET', `/api/orgs/${shop.orgId}/history?$top=1`, { as: shop.owner })
    expect(history.body.value[0]).toMatchObject({
      entity: 'organization',
      operation: 'update',
      fields: { taxRateBasisPoints: [1000, 725], timeZone: ['Asia/Tokyo', 'America/New_York'] },
    })
  })

  test('saving what is there already changes nothing', async () => {
    const before = await call('GET', settings(), { as: shop.owner })
    const { name, taxRate, restrictions, legalEntities } = before.body
    const after = await patch({ name, taxRate, restrictions, legalEntities })
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'))
  })

  test.each([
    ['currency', { currency: 'YEN' }],
    ['taxRate', { taxRate: 100.5 }],
    ['taxRate', { taxRate: 7.255 }],
    ['timeZone', { timeZone: 'Asia/Edo' }],
    ['country', { country: 'jp' }],
    ['name', { name: ' ' }],
    [
      'restrictions.1.label',
      {
        restrictions: [
          { label: 'VIP', userIds: [] },
          { label: 'VIP', userIds: [] },
        ],
      },
    ],
    ['restrictions.0.userIds.0', { restrictions: [{ label: 'VIP', userIds: ['f'.repeat(24)] }] }],
  ])('a wrong %s is refused with its place', async (target, body) => {
    const answer = await patch(body)
    expect(answer.status).toBe(400)
    expect(answer.body.details[0].target).toBe(target)
  })

  test('the currency stays once there are prices', async () => {
    expect(await patch({ currency: 'USD' })).toMatchObject({
      status: 409,
      body: { target: 'currency', details: [{ code: 'Blocked', target: 'currency' }] },
    })
    const empty = await createOrg()
    const as = await createMember(empty, 'owner')
    const changed = await call('PATCH', settings(empty.id), { as, body: { currency: 'USD' } })
    expect(changed.body.currency).toBe('USD')
  })

  test('slug, store number and status are for system admins', async () => {
    for (const body of [{ slug: 'other' }, { storeNumber: 77 }, { status: 'prohibited' }]) {
      const refused = await patch(body)
      expect(refused).toMatchObject({ status: 403, body: { innererror: { fields: Object.keys(body) } } })
      expect(await patch(body, system)).toMatchObject({ status: 200, body })
    }
    const other = await createOrg({ slug: 'taken', storeNumber: 4711 })
    const taken = await patch({ slug: other.slug, storeNumber: 4711 }, system)
    expect(taken.status).toBe(409)
    expect(taken.body.details.map(({ target }: { target: string }) => target)).toEqual(['slug', 'storeNumber'])
  })

  test('labels and companies are set with their people, whom the organization must know', async () => {
    const customer = await createPerson()
    await createOrder(shop, {}, customer)
    const guest = await createMember(shop.organization, 'guest')
    const people = await call('GET', `/api/orgs/${shop.orgId}/people?$search=${customer.email}`, { as: shop.owner })
    expect(people.body.value.map(({ id }: { id: string }) => id)).toEqual([customer.id])
    const saved = await patch({
      restrictions: [
        { label: 'VIP', userIds: [customer.id] },
        { label: 'STAFF', userIds: [] },
      ],
      legalEntities: [{ id: 'ACME-KK', name: 'Acme KK', userIds: [guest.id, customer.id] }],
      syncRestrictionsWithSiteCodes: true,
    })
    expect(saved.body).toMatchObject({
      restrictions: [
        { label: 'VIP', users: [{ id: customer.id, email: customer.email }] },
        { label: 'STAFF', users: [] },
      ],
      legalEntities: [{ id: 'ACME-KK', name: 'Acme KK' }],
      syncRestrictionsWithSiteCodes: true,
    })
    const stranger = await createPerson()
    const refused = await patch({ legalEntities: [{ id: 'X', name: 'X', userIds: [stranger.id] }] })
    expect(refused.status).toBe(400)
    const cleared = await patch({ legalEntities: [] })
    expect(cleared.body.legalEntities).toEqual([])
    const history = await call('GET', `/api/orgs/${shop.orgId}/history?$filter=entity%20eq%20'legalEntity'`, {
      as: shop.owner,
    })
    expect(history.body.value.map(({ operation }: { operation: string }) => operation)).toEqual(['delete', 'add'])
  })

  test('a member, a stranger and a key see nothing of it', async () => {
    const member = await createMember(shop.organization, 'member')
    const stranger = await createMember(await createOrg(), 'owner')
    const { token } = await createKey(shop.organization, ['orders:read'])
    for (const as of [member, stranger, token]) expect((await call('GET', settings(), { as })).status).toBe(403)
  })
})

describe('what follows from settings', () => {
  const isVisible = async () =>
    (await call('GET', `/api/products?$filter=id eq '${shop.item.productId}'`)).body.total === 1

  test('a prohibited organization shows no products until it is normal again', async () => {
    expect(await isVisible()).toBe(true)
    await patch({ status: 'prohibited' }, system)
    expect(await isVisible()).toBe(false)
    await patch({ status: 'normal' }, system)
    expect(await isVisible()).toBe(true)
  })

  test('with another time zone the days of publication begin elsewhere', async () => {
    // 2027-03-10 begins in Tokyo at 15:00 UTC of the 9th.
    const publication = { status: 'ACTIVE', since: '2027-03-09T15:00:00.000Z' }
    const path = `/api/orgs/${shop.orgId}/products/${shop.item.productId}`
    const published = await call('PATCH', path, { as: shop.owner, body: { publication } })
    expect(published.body.publication.since).toBe(publication.since)
    const at = (instant: string) => shiftClock(Date.parse(instant) - Date.now())
    let restore = at('2027-03-09T14:59:00Z')
    try {
      expect(await isVisible()).toBe(false)
      at('2027-03-09T15:00:00Z')
      expect(await isVisible()).toBe(true)
      restore()
      // At 15:00 UTC it is the 9th in New York, whose 9th begins at 05:00 UTC.
      expect((await patch({ timeZone: 'America/New_York' })).status).toBe(200)
      restore = at('2027-03-09T04:59:00Z')
      expect(await isVisible()).toBe(false)
      at('2027-03-09T05:00:00Z')
      expect(await isVisible()).toBe(true)
    } finally {
      restore()
    }
  })
})

test('system admins make organizations; the next store number is given', async () => {
  const body = { name: 'New', slug: 'newone', currency: 'USD', country: 'US', taxRate: 8.875 }
  expect((await call('POST', '/api/orgs', { as: shop.owner, body })).status).toBe(403)
  const wrong = await call('POST', '/api/orgs', { as: system, body: { ...body, slug: 'N' } })
  expect(wrong).toMatchObject({ status: 400 })
  const made = await call('POST', '/api/orgs', { as: system, body: { ...body, taxRate: 8.87 } })
  expect(made).toMatchObject({
    status: 201,
    body: { slug: 'newone', currency: 'USD', taxRate: 8.87, hasPrices: false },
  })
  const twin = await call('POST', '/api/orgs', { as: system, body: { ...body, taxRate: 1 } })
  expect(twin).toMatchObject({ status: 409, body: { details: [{ target: 'slug' }] } })
})
