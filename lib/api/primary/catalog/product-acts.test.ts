import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { shiftClock } from '@/lib/clock'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createMember, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createShop, type Shop } from '@/lib/testing/shop'

type Json = Record<string, unknown>

let admin: Person
let shop: Shop
let categoryId: string

beforeAll(async () => {
  await testDatabase()
  admin = await createPerson({ isSystemAdmin: true })
  shop = await createShop()
  categoryId = await createCategory('Tea')
})
let restoreClock = () => {}
afterEach(() => restoreClock())

const createCategory = async (name: string, over: object = {}) =>
  (await call('POST', '/api/categories', { as: admin, body: { name, ...over } })).body.id as string

const path = (rest = '', own = shop) => `/api/orgs/${own.orgId}/products${rest}`
const get = async (id: string, own = shop) => call('GET', path(`/${id}`, own), { as: own.owner })

let skus = 0
async function make(over: object = {}, own = shop) {
  const variants = [{ title: 'Standard', sku: `ACT-${++skus}`, price: { amount: 500 } }]
  const body = { categoryId, name: 'Sencha', variants, ...over }
  const answer = await call('POST', path('', own), { as: own.owner, body })
  expect(answer.status, answer.text).toBe(201)
  return answer.body as { id: string; tags: string[]; variants: { id: string }[] }
}

const change = (body: object, as: Person = shop.owner, own = shop) =>
  call('POST', path(':bulkChange', own), { as, body })
const revert = (batchId: string, as: Person = shop.owner, own = shop) =>
  call('POST', `/api/orgs/${own.orgId}/product-batches/${batchId}:revert`, { as })
const outcomes = (body: { results: Json[] }) => body.results.map(({ outcome }) => outcome)

describe('changing many products', () => {
  test('each changes for itself and says what became of it', async () => {
    const [one, two] = [await make(), await make({ publication: { status: 'ARCHIVED' } })]
    const gone = await make()
    await call('DELETE', path(`/${gone.id}`), { as: shop.owner })
    const { status, body } = await change({ change: { status: 'ARCHIVED' }, ids: [one.id, two.id, gone.id] })
    expect(status).toBe(200)
    expect(body).toMatchObject({ total: 3, changed: 1, unchanged: 1, refused: 1, skipped: 0 })
    expect(body.results).toMatchObject([
      { id: one.id, name: 'Sencha', outcome: 'changed' },
      { id: two.id, outcome: 'unchanged' },
      { id: gone.id, name: 'Sencha', outcome: 'notFound', changedBy: { operation: 'delete' } },
    ])
    expect((await get(one.id)).body.publication.status).toBe('ARCHIVED')
  })

  test('tags are added behind and taken off, whatever each product has', async () => {
    const one = await make({ tags: ['green', 'old'] })
    const two = await make({ tags: ['new'] })
    await change({ change: { addTags: ['new', 'spring'], removeTags: ['old'] }, ids: [one.id, two.id] })
    expect((await get(one.id)).body.tags).toEqual(['green', 'new', 'spring'])
    expect((await get(two.id)).body.tags).toEqual(['new', 'spring'])
    const full = await make({ tags: Array.from({ length: 100 }, (_, i) => `t${i}`) })
    const { body } = await change({ change: { addTags: ['one more'] }, ids: [full.id, one.id] })
    expect(outcomes(body)).toEqual(['notAllowed', 'changed'])
    expect(body.results[0].reason).toContain('100 tags')
  })

  test('a filter selects them, and another number than expected changes nothing', async () => {
    const own = await createShop()
    const made = [await make({ tags: ['winter'] }, own), await make({ tags: ['winter'] }, own)]
    await make({}, own)
    const filter = "tags eq 'winter'"
    const wrong = await change({ change: { status: 'ACTIVE' }, filter, expectedCount: 3 }, own.owner, own)
    expect(wrong.status).toBe(409)
    expect(wrong.body.innererror).toEqual({ code: 'CountChanged', count: 2 })
    const body = { change: { status: 'ACTIVE' }, filter, excludeIds: [made[0]!.id], expectedCount: 1 }
    const right = await change(body, own.owner, own)
    expect(right.body.results).toMatchObject([{ id: made[1]!.id, outcome: 'changed' }])
    expect((await get(made[0]!.id, own)).body.publication.status).toBe('DRAFT')
  })

  test('what is asked for as a whole is refused as a whole', async () => {
    const one = await make()
    const archived = await createCategory('Old', { status: 'ARCHIVED' })
    const stranger = await createShop()
    const ids = [one.id]
    expect((await change({ change: {}, ids })).status).toBe(400)
    expect((await change({ change: { status: 'ACTIVE' } })).status).toBe(400)
    expect((await change({ change: { delete: true, status: 'ACTIVE' }, ids })).status).toBe(400)
    expect((await change({ change: { addTags: ['x'], removeTags: ['x'] }, ids })).status).toBe(400)
    expect((await change({ change: { categoryId: archived }, ids })).body.details[0].target).toBe('change.categoryId')
    expect((await change({ change: { isPromoted: true }, ids })).status).toBe(403)
    expect((await change({ change: { status: 'ACTIVE' }, ids: [one.id, stranger.item.productId] })).status).toBe(404)
    expect((await change({ change: { status: 'ACTIVE' }, ids: [unusedId()] })).status).toBe(404)
    expect((await change({ change: { status: 'ACTIVE' }, ids: [one.id, one.id] })).status).toBe(400)
    expect(
      (await change({ change: { status: 'ACTIVE' }, ids }, await createMember(shop.organization, 'member'))).status,
    ).toBe(403)
    expect((await get(one.id)).body.publication.status).toBe('DRAFT')
    const promoted = await change({ change: { isPromoted: true }, ids }, admin)
    expect(promoted.body.changed).toBe(1)
  })
})

describe('taking a bulk change back', () => {
  test('everything is as it was, but what somebody changed since, who is named', async () => {
    const [one, two] = [await make({ tags: ['a'] }), await make({ tags: ['b'] })]
    const other = await createCategory('Coffee')
    const { body } = await change({
      change: { status: 'ACTIVE', categoryId: other, addTags: ['c'] },
      ids: [one.id, two.id],
    })
    const colleague = await createMember(shop.organization, 'admin')
    await call('PATCH', path(`/${two.id}`), { as: colleague, body: { description: 'Mine' } })
    const undone = await revert(body.batchId)
    expect(undone.status, undone.text).toBe(200)
    expect(outcomes(undone.body)).toEqual(['changed', 'changedSince'])
    expect(undone.body.results[1]).toMatchObject({
      changedBy: { actor: { id: colleague.id }, operation: 'update' },
    })
    expect((await get(one.id)).body).toMatchObject({
      tags: ['a'],
      category: { id: categoryId },
      publication: { status: 'DRAFT', publishedAt: null },
    })
    expect((await get(two.id)).body.tags).toEqual(['b', 'c'])
    expect((await call('GET', `/api/products/${one.id}`)).status).toBe(404)
    // A revert is not itself taken back.
    expect((await revert(undone.body.batchId)).status).toBe(409)
    expect(outcomes((await revert(body.batchId)).body)).toEqual(['changedSince', 'changedSince'])
    expect((await revert(unusedId())).status).toBe(404)
    const elsewhere = await createShop()
    expect((await revert(body.batchId, elsewhere.owner, elsewhere)).status).toBe(404)
  })

  test('deleted products are there again under their ids, with their variants and places in lists', async () => {
    const location = (await call('POST', '/api/locations', { as: admin, body: { name: 'Uji' } })).body.id
    const content = {
      name: 'Gyokuro',
      description: 'Shaded',
      tags: ['shade'],
      locationIds: [location],
      geoCoordinatesField: { type: 'Point', coordinates: [135.8, 34.9] },
      publication: { status: 'ACTIVE' },
      customFields: { shelf: 3 },
      variants: [
        { title: 'Small', sku: 'GYO-S', price: { amount: 900, taxable: true } },
        { title: 'Large', price: { amount: 1900 } },
      ],
    }
    const product = await make(content)
    const before = (await call('GET', `${path(`/${product.id}`)}?$expand=variants`, { as: shop.owner })).body
    const { body } = await change({ change: { delete: true }, ids: [product.id] })
    expect((await get(product.id)).status).toBe(404)
    expect(outcomes((await revert(body.batchId)).body)).toEqual(['changed'])
    const after = (await call('GET', `${path(`/${product.id}`)}?$expand=variants`, { as: shop.owner })).body
    const withoutTimes = ({ updatedAt, variants, ...rest }: Json) => ({
      ...rest,
      variants: (variants as Json[]).map(({ updatedAt: _, ...variant }) => variant),
    })
    expect(withoutTimes(after)).toEqual(withoutTimes(before))
    for (const query of ["$filter=tags eq 'shade'", `$filter=locations eq '${location}'`, '$search=gyokuro']) {
      const { value } = (await call('GET', `${path()}?${query}`, { as: shop.owner })).body
      expect(
        value.map(({ id }: Json) => id),
        query,
      ).toEqual([product.id])
    }
    // The version goes on, so that whoever saw an earlier one is told.
    const stale = await call('PATCH', path(`/${product.id}`), {
      as: shop.owner,
      body: { description: 'x' },
      headers: { 'if-match': '"1-x"' },
    })
    expect(stale.status).toBe(412)
    expect(outcomes((await revert(body.batchId)).body)).toEqual(['unchanged'])
  })

  test('a SKU that was taken meanwhile keeps a deleted product away', async () => {
    const product = await make({ variants: [{ title: 'x', sku: 'TAKEN', price: { amount: 1 } }] })
    const { body } = await change({ change: { delete: true }, ids: [product.id] })
    await make({ variants: [{ title: 'y', sku: 'TAKEN', price: { amount: 1 } }] })
    const undone = await revert(body.batchId)
    expect(undone.body.results).toMatchObject([{ outcome: 'notAllowed' }])
    expect(undone.body.results[0].reason).toContain('TAKEN')
  })
})

describe('what lists say of products', () => {
  test('numbers of variants and followers, and the range of prices', async () => {
    const product = await make({
      publication: { status: 'ACTIVE' },
      variants: [300, 100, 200].map((amount) => ({ title: `${amount}`, price: { amount } })),
    })
    const empty = await make({ variants: [] })
    await call('POST', `/api/products/${product.id}/follow`, {
      as: shop.owner,
      body: { followerId: shop.owner.id, followerType: 'user' },
    })
    const stranger = await createShop()
    const ids = [empty.id, product.id, stranger.item.productId, empty.id]
    const answer = await call('GET', path(`:facts?productIds=${ids.join(',')}`), { as: shop.owner })
    expect(answer.body).toEqual([
      { id: empty.id, variants: 0, lowestPrice: null, highestPrice: null, followers: 0 },
      { id: product.id, variants: 3, lowestPrice: 100, highestPrice: 300, followers: 1 },
    ])
  })

  test('how many are in each state, by the days of the organization', async () => {
    const own = await createShop({ timeZone: 'Asia/Tokyo' })
    const day = 24 * 60 * 60 * 1000
    const from = (days: number) => new Date(Date.now() + days * day).toISOString()
    await make({ publication: { status: 'ACTIVE', since: from(2) } }, own)
    await make({ publication: { status: 'ACTIVE', until: from(-2) } }, own)
    await make({ publication: { status: 'ARCHIVED' } }, own)
    await make({}, own)
    const count = async () => (await call('GET', path(':stateCounts', own), { as: own.owner })).body.value
    expect(await count()).toEqual([
      { state: 'draft', count: 1 },
      { state: 'scheduled', count: 1 },
      // The shop comes with one that is live.
      { state: 'live', count: 1 },
      { state: 'expired', count: 1 },
      { state: 'archived', count: 1 },
    ])
    restoreClock = shiftClock(4 * day)
    expect((await count()).slice(1, 3)).toEqual([
      { state: 'scheduled', count: 0 },
      { state: 'live', count: 2 },
    ])
  })

  test('why a product is not to be seen', async () => {
    const parent = await createCategory('Drinks')
    const leaf = await createCategory('Matcha', { parentId: parent })
    const product = await make({ categoryId: leaf, variants: [] })
    await call('PATCH', `/api/categories/${parent}`, { as: admin, body: { status: 'ARCHIVED' } })
    const read = async () => (await call('GET', path(`/${product.id}/visibility`), { as: shop.owner })).body
    const before = await read()
    expect(before).toMatchObject({ visible: false, state: 'draft' })
    expect(before.conditions.filter(({ met }: Json) => !met)).toEqual([
      { code: 'active', met: false, otherwise: 'hidden', detail: 'DRAFT' },
      { code: 'categoryListed', met: false, otherwise: 'unlisted', detail: 'Drinks' },
      { code: 'variants', met: false, otherwise: 'notForSale' },
    ])
    await call('PATCH', path(`/${product.id}`), { as: shop.owner, body: { publication: { status: 'ACTIVE' } } })
    expect(await read()).toMatchObject({ visible: true, state: 'live' })
  })
})

describe('copying with wishes', () => {
  const copy = (id: string, body?: object) => call('POST', `/api/products/${id}:copy`, { as: shop.owner, body })

  test('only the parts asked for come along, under another name, with SKUs by a pattern', async () => {
    const product = await make({
      tags: ['tea'],
      description: 'Green',
      addressLine1: 'Uji',
      variants: [
        { title: 'Small', sku: 'COPY-S', price: { amount: 900 } },
        { title: 'Large', price: { amount: 1900 } },
      ],
    })
    const { status, body } = await copy(product.id, {
      name: 'Sencha 2',
      parts: ['tags', 'variants'],
      skuPattern: '{sku}-2',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: 'Sencha 2', tags: ['tea'], description: '', addressLine1: '' })
    const { value } = (await call('GET', path(`/${body.id}/variants`), { as: shop.owner })).body
    expect(value.map(({ sku }: Json) => sku)).toEqual(['COPY-S-2', null])
    const again = await copy(product.id, { skuPattern: '{sku}-2' })
    expect(again.status).toBe(409)
    expect(again.body.details).toMatchObject([{ code: 'Duplicate', target: 'variants.0.sku' }])
    expect((await copy(product.id, { skuPattern: 'fixed' })).status).toBe(400)
    expect((await copy(product.id, { parts: ['everything'] })).status).toBe(400)
  })

  test('without wishes it is the same content without SKUs', async () => {
    const product = await make({ description: 'Green' })
    const { status, body } = await copy(product.id)
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: 'Sencha', description: 'Green' })
    const { value } = (await call('GET', path(`/${body.id}/variants`), { as: shop.owner })).body
    expect(value).toMatchObject([{ title: 'Standard', sku: null }])
  })
})

test('products as a file: the columns and rows of the list, amounts as decimals', async () => {
  const own = await createShop({ currency: 'USD', country: 'US', timeZone: 'America/New_York' })
  await make(
    {
      name: '=Tea, "fine"',
      tags: ['a', 'b'],
      customFields: { shelf: 3 },
      variants: [
        { title: 'S', sku: 'EXP-S', price: { amount: 950 } },
        { title: 'L', price: { amount: 1900 } },
      ],
    },
    own,
  )
  await make({ name: 'Bare', variants: [] }, own)
  const query = new URLSearchParams({
    $filter: "publication.status eq 'DRAFT'",
    $orderBy: 'name',
    columns: 'name,state,category.name,variants.count,price.lowest,price.highest,variants.sku,tags,customFields.shelf',
  })
  const answer = await call('GET', path(`:export?${query}`, own), { as: own.owner })
  expect(answer.text.split('\r\n')).toEqual([
    'name,state,category.name,variants.count,price.lowest,price.highest,variants.sku,tags,customFields.shelf',
    `"'=Tea, ""fine""",draft,Tea,2,9.50,19.00,EXP-S; ,a; b,3`,
    'Bare,draft,Tea,0,,,,,',
    '',
  ])
  expect(answer.headers.get('x-total-count')).toBe('2')
  const japanese = await call('GET', path(':export?header=ja&columns=state,name', own), { as: own.owner })
  expect(japanese.text.split('\r\n')[0]).toBe('公開状態,商品名')
  const wrong = await call('GET', path(':export?columns=state,colour', own), { as: own.owner })
  expect(wrong.status).toBe(400)
})
