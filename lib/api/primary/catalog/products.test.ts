import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { shiftClock } from '@/lib/clock'
import type { Organization } from '@/lib/organizations/organization'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createOrg, createPerson, type Person, unusedId } from '@/lib/testing/people'

let admin: Person
let shop: Organization
let owner: Person
let categoryId: string

beforeAll(async () => {
  await testDatabase()
  admin = await createPerson({ isSystemAdmin: true })
  shop = await createOrg()
  owner = await createMember(shop, 'owner')
  categoryId = await createCategory('Tea')
})
let restoreClock = () => {}
afterEach(() => restoreClock())

const createCategory = async (name: string, over: object = {}) =>
  (await call('POST', '/api/categories', { as: admin, body: { name, ...over } })).body.id as string

const path = (rest = '', orgId = shop.id) => `/api/orgs/${orgId}/products${rest}`

const post = (over: object = {}, as: Person = owner, orgId = shop.id) =>
  call('POST', path('', orgId), { as, body: { categoryId, name: 'Sencha', ...over } })

async function make(over: object = {}) {
  const answer = await post(over)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

const patch = (id: string, body: object, as: Person = owner) => call('PATCH', path(`/${id}`), { as, body })
const published = { publication: { status: 'ACTIVE' } }

describe('creating', () => {
  test('keeps everything that was said, with references as addresses that can be fetched', async () => {
    const location = await call('POST', '/api/locations', { as: admin, body: { name: 'Uji' } })
    const attribute = await call('POST', '/api/attributes', {
      as: admin,
      body: { name: 'Roast', type: 'Select', items: [{ key: 'light', value: 'Light' }] },
    })
    const said = {
      name: '煎茶 “Sencha” 🍵',
      description: 'Green\ntea',
      dimensions: '10 × 10 cm',
      variantNote: 'Two sizes',
      additionalInformation: 'Keep dry',
      geoCoordinatesField: { type: 'Point', coordinates: [135.8, 34.9] },
      tags: ['tea', 'green', 'tea'],
      features: [{ name: 'Origin', value: 'Uji' }],
      attributes: [{ attributeId: attribute.body.id, value: 'light' }],
      addressLine1: 'Uji 1',
      addressLine2: '',
      addressLine3: 'x',
      postalCode: '611-0000',
      customFields: { shelf: { row: 3 }, nothing: null },
    }
    const answer = await post({
      ...said,
      locationIds: [location.body.id, location.body.id],
      publication: { status: 'ACTIVE', since: '2026-01-31T00:00:00+09:00', until: null },
      variants: [{ title: '100 g', price: { amount: 1200, taxable: true }, sku: 'SEN-100' }],
    })
    expect(answer.status, answer.text).toBe(201)
    const product = answer.body
    const { customFields, ...plain } = said
    expect(product).toMatchObject({ ...plain, customFields: { shelf: { row: 3 } }, isPromoted: false, images: [] })
    expect(product.publication).toMatchObject({ status: 'ACTIVE', since: '2026-01-30T15:00:00.000Z', until: null })
    expect(product.publication.publishedBy).toBe(owner.id)
    expect(product.publication.publishedAt).toBe(product.createdAt)
    expect(answer.headers.get('location')).toBe(path(`/${product.id}`))
    expect(product.organization.id).toBe(shop.id)
    for (const { uri, id } of [product.organization, product.category, product.variants[0], product.locations[0]]) {
      const fetched = await call('GET', new URL(uri).pathname, { as: owner })
      expect(fetched.status, uri).toBe(200)
      expect(fetched.body.id).toBe(id)
    }
    expect((await call('GET', path(`/${product.id}`))).body).toEqual(product)
    expect((await call('GET', `/api/products/${product.id}`)).body).toEqual(product)
  })

  test('starts as a draft with empty texts', async () => {
    const product = await make()
    expect(product).toMatchObject({
      description: '',
      geoCoordinatesField: null,
      tags: [],
      variants: [],
      publication: { status: 'DRAFT', since: null, until: null, publishedAt: null, publishedBy: null },
    })
  })

  test('refuses what does not fit, naming the place', async () => {
    const archived = await createCategory('Old', { status: 'ARCHIVED' })
    const number = await call('POST', '/api/attributes', { as: admin, body: { name: 'Weight', type: 'Number' } })
    const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one)
    const bad: [object, string][] = [
      [{ name: '' }, 'name'],
      [{ name: 'x'.repeat(1025) }, 'name'],
      [{ categoryId: null }, 'categoryId'],
      [{ categoryId: unusedId() }, 'categoryId'],
      [{ categoryId: archived }, 'categoryId'],
      [{ locationIds: [unusedId()] }, 'locationIds.0'],
      [{ locationIds: many(11, unusedId()) }, 'locationIds'],
      [{ imageIds: [unusedId()] }, 'imageIds.0'],
      [{ isPromoted: true }, 'isPromoted'],
      [{ publication: { status: 'PUBLISHED' } }, 'publication.status'],
      [{ publication: { publishedAt: null } }, 'publication.publishedAt'],
      [{ publication: { since: '2026-02-02T00:00:00Z', until: '2026-02-01T00:00:00Z' } }, 'publication.until'],
      [{ publication: { since: 'tomorrow' } }, 'publication.since'],
      [{ geoCoordinatesField: { type: 'Point', coordinates: [1] } }, 'geoCoordinatesField.coordinates'],
      [{ geoCoordinatesField: { type: 'Point', coordinates: [181, 0] } }, 'geoCoordinatesField.coordinates.0'],
      [{ features: [{ name: 'a' }] }, 'features.0.value'],
      [{ attributes: [{ attributeId: number.body.id, value: 'heavy' }] }, 'attributes.0.value'],
      [{ variants: [{ price: { amount: 1 } }] }, 'variants.0.title'],
      [{ variants: [{ title: 'x' }] }, 'variants.0.price'],
      [{ variants: [{ title: 'x', price: { amount: -1 } }] }, 'variants.0.price.amount'],
      [{ variants: [{ title: 'x', price: { amount: 1.5 } }] }, 'variants.0.price.amount'],
      [{ variants: [{ title: 'x', price: { amount: 1e12 } }] }, 'variants.0.price.amount'],
      [{ variants: [{ title: 'x', price: { amount: 1, currency: 'USD' } }] }, 'variants.0.price.currency'],
      [{ variants: [{ title: 'x', price: { amount: 1 }, imageIds: [unusedId()] }] }, 'variants.0.imageIds.0'],
      [{ organization: unusedId() }, 'organization'],
      [{ createdAt: '2026-01-01T00:00:00Z' }, 'createdAt'],
      [{ colour: 'red' }, 'colour'],
    ]
    const before = (await call('GET', path(), { as: owner })).body.total
    for (const [body, target] of bad) {
      const answer = await post(body)
      expect(answer.status, `${JSON.stringify(body)} ${answer.text}`).toBe(400)
      expect(
        answer.body.details.map((detail: { target: string }) => detail.target),
        JSON.stringify(body),
      ).toContain(target)
    }
    expect((await post({ attributes: [{ attributeId: unusedId(), value: 1 }] })).status).toBe(404)
    expect(
      (await post({ customFields: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, i])) })).status,
    ).toBe(400)
    expect((await call('GET', path(), { as: owner })).body.total).toBe(before)
  })

  test('takes the documented maximum price and one beyond it', async () => {
    const product = await make({
      variants: [1_000_000, 999_999_999_999].map((amount) => ({ title: String(amount), price: { amount } })),
    })
    const variants = await call('GET', path(`/${product.id}/variants`), { as: owner })
    expect(variants.body.value.map((variant: { price: object }) => variant.price)).toEqual([
      { amount: 1_000_000, currency: 'JPY', taxable: false, taxIncluded: false },
      { amount: 999_999_999_999, currency: 'JPY', taxable: false, taxIncluded: false },
    ])
  })

  test('is for owners and admins of a normal organization with verified e-mail', async () => {
    const restricted = await createOrg({ status: 'restricted' })
    const theirs = await createMember(restricted, 'owner')
    const staff = await createMember(shop, 'member')
    const manager = await createMember(shop, 'admin')
    const unverified = await createMember(shop, 'owner', { emailVerified: false })
    expect((await call('POST', path(), { body: { categoryId, name: 'x' } })).status).toBe(401)
    expect((await post({}, staff)).status).toBe(403)
    expect((await post({}, theirs)).status).toBe(403)
    expect((await post({}, unverified)).body.innererror.code).toBe('EmailNotVerified')
    expect((await post({}, manager)).status).toBe(201)
    expect((await post({}, admin)).status).toBe(201)
    expect((await post({}, theirs, restricted.id)).body).toMatchObject({ code: 'BadArgument', target: 'Organization' })
    expect((await post({}, admin, unusedId())).status).toBe(404)
    const key = await createKey(shop, ['products:write'])
    const made = await call('POST', path(), { as: key, body: { categoryId, name: 'By key', ...published } })
    expect(made.status).toBe(201)
    expect(made.body.publication.publishedBy).toBeNull()
    const reader = await createKey(shop, ['products:read'])
    expect((await call('POST', path(), { as: reader, body: { categoryId, name: 'x' } })).status).toBe(403)
  })
})

describe('publication', () => {
  const at = (iso: string) => {
    restoreClock()
    restoreClock = shiftClock(Date.parse(iso) - Date.now())
  }
  const isOpen = async (id: string) => (await call('GET', `/api/products/${id}`)).status === 200
  const isListed = async (id: string) => (await call('GET', `/api/products?$filter=id eq '${id}'`)).body.total === 1

  test('runs from the first moment of the first day to the last of the last, in the organization’s zone', async () => {
    // In Tokyo, nine hours ahead: since falls on 10 March, until on 12 March.
    const { id } = await make({
      publication: { status: 'ACTIVE', since: '2027-03-09T20:00:00Z', until: '2027-03-12T01:00:00Z' },
    })
    for (const [instant, expected] of [
      ['2027-03-09T14:59:50.000Z', false],
      ['2027-03-09T15:00:00.000Z', true],
      ['2027-03-12T14:59:50.000Z', true],
      ['2027-03-12T15:00:00.000Z', false],
    ] as const) {
      at(instant)
      expect(await isOpen(id), instant).toBe(expected)
      expect(await isListed(id), instant).toBe(expected)
    }
  })

  test('keeps the day when clocks change', async () => {
    const newYork = await createOrg({ timeZone: 'America/New_York', currency: 'USD', country: 'US' })
    const seller = await createMember(newYork, 'owner')
    // 14 March 2027 has 23 hours there: from 05:00 to 04:00 of the next day, UTC.
    const { body } = await post(
      { publication: { status: 'ACTIVE', since: '2027-03-14T12:00:00Z', until: '2027-03-14T12:00:00Z' } },
      seller,
      newYork.id,
    )
    for (const [instant, expected] of [
      ['2027-03-14T04:59:50.000Z', false],
      ['2027-03-14T05:00:00.000Z', true],
      ['2027-03-15T03:59:50.000Z', true],
      ['2027-03-15T04:00:00.000Z', false],
    ] as const) {
      at(instant)
      expect(await isOpen(body.id), instant).toBe(expected)
      expect(await isListed(body.id), instant).toBe(expected)
    }
  })

  test('is noted when it begins and kept when it ends', async () => {
    const { id } = await make()
    expect(await isOpen(id)).toBe(false)
    const active = await patch(id, published)
    expect(active.body.publication).toMatchObject({ status: 'ACTIVE', publishedBy: owner.id })
    const { publishedAt } = active.body.publication
    const archived = await patch(id, { publication: { status: 'ARCHIVED' } })
    expect(archived.body.publication).toMatchObject({ status: 'ARCHIVED', publishedAt, publishedBy: owner.id })
    expect(await isOpen(id)).toBe(false)
  })

  test('hides drafts from everybody without rights, as if they were absent', async () => {
    const { id } = await make({ variants: [{ title: 'x', price: { amount: 1 } }] })
    const stranger = await createMember(await createOrg(), 'owner')
    const missing = await call('GET', `/api/products/${unusedId()}`, { as: stranger })
    for (const as of [
      undefined,
      stranger,
      await createMember(shop, 'member'),
      await createKey(await createOrg(), ['products:read']),
    ]) {
      for (const url of [
        `/api/products/${id}`,
        path(`/${id}`),
        path(`/${id}/variants`),
        `/api/products/${id}/variants`,
      ]) {
        const answer = await call('GET', url, { as })
        expect(answer.status, url).toBe(404)
        expect(answer.body).toEqual(missing.body)
      }
    }
    for (const as of [
      owner,
      admin,
      await createKey(shop, ['products:read']),
      await createKey(null, ['products:read']),
    ]) {
      expect((await call('GET', `/api/products/${id}`, { as })).status).toBe(200)
    }
    expect((await call('GET', `/api/products/${id}`, { as: 'not a token' })).status).toBe(401)
  })

  test('is off in a prohibited organization', async () => {
    const { id } = await make(published)
    expect(await isListed(id)).toBe(true)
    const prohibited = await createOrg({ status: 'prohibited' })
    const { database } = await import('@/db')
    const { products } = await import('@/db/schema')
    const { eq } = await import('drizzle-orm')
    const { touchCatalog } = await import('@/lib/catalog/stamp')
    await (await database()).transaction(async (tx) => {
      await tx.update(products).set({ organizationId: prohibited.id }).where(eq(products.id, id))
      await touchCatalog(tx)
    })
    expect(await isOpen(id)).toBe(false)
    expect(await isListed(id)).toBe(false)
  })
})

describe('lists', () => {
  test('show each caller what it may see', async () => {
    const other = await createOrg()
    const seller = await createMember(other, 'admin')
    const mine = await make({ name: 'Listed mine', ...published })
    const draft = await make({ name: 'Listed draft' })
    const theirs = (await post({ name: 'Listed theirs', ...published }, seller, other.id)).body
    const names = async (url: string, as?: Person) => {
      const answer = await call('GET', `${url}?$search=listed&$orderBy=name&$top=100`, { as })
      return answer.status === 200 ? answer.body.value.map(({ name }: { name: string }) => name) : answer.status
    }
    expect(await names('/api/products')).toEqual(['Listed mine', 'Listed theirs'])
    expect(await names('/api/products', owner)).toEqual(['Listed mine', 'Listed theirs'])
    expect(await names(path(), owner)).toEqual(['Listed draft', 'Listed mine'])
    expect(await names(path(), seller)).toBe(403)
    expect(await names(path())).toBe(401)
    expect(await names('/api/admin/products', admin)).toEqual(['Listed draft', 'Listed mine', 'Listed theirs'])
    expect(await names('/api/admin/products', owner)).toBe(403)
    expect(await names('/api/admin/products')).toBe(401)
    expect((await call('GET', '/api/products', { as: 'not a token' })).status).toBe(200)
    for (const { id } of [mine, draft])
      expect((await call('GET', path(`/${id}`, other.id), { as: seller })).status).toBe(404)
    expect((await call('GET', path(`/${theirs.id}`), { as: owner })).status).toBe(404)
  })

  test('filter by every kind of property', async () => {
    const location = (await call('POST', '/api/locations', { as: admin, body: { name: 'Kobe' } })).body.id
    const size = (await call('POST', '/api/attributes', { as: admin, body: { name: 'Size', type: 'Number' } })).body.id
    const colours = (
      await call('POST', '/api/attributes', {
        as: admin,
        body: { name: 'Colours', type: 'MultiSelect', items: ['red', 'blue'].map((key) => ({ key, value: key })) },
      })
    ).body.id
    const cup = await make({
      name: 'Filter cup',
      tags: ['kitchen', 'gift'],
      features: [{ name: 'Material', value: 'Porcelain' }],
      locationIds: [location],
      attributes: [
        { attributeId: size, value: 8.5 },
        { attributeId: colours, value: ['red', 'blue'] },
      ],
      variants: [
        { title: 'Blue', price: { amount: 900 }, sku: 'CUP-B' },
        { title: 'Red', price: { amount: 1500, taxable: true } },
      ],
      customFields: { shelf: 7, season: 'spring' },
    })
    const pot = await make({ name: 'Filter pot', tags: ['kitchen'], ...published })
    const found = async (filter: string) => {
      const url = `${path()}?$filter=${encodeURIComponent(`startswith(name,'Filter') and (${filter})`)}&$orderBy=name`
      const answer = await call('GET', url, { as: owner })
      expect(answer.status, `${filter} ${answer.text}`).toBe(200)
      return answer.body.value.map(({ name }: { name: string }) => name.replace('Filter ', '')).join()
    }
    for (const [filter, expected] of [
      ["tags eq 'gift'", 'cup'],
      ["not (tags eq 'gift')", 'pot'],
      ["tags in ('gift','kitchen')", 'cup,pot'],
      ["features.value co 'PORCE'", 'cup'],
      [`locations eq '${location}'`, 'cup'],
      [`locationIds eq '${location}'`, 'cup'],
      [`category eq '${categoryId}'`, 'cup,pot'],
      [`organizationId eq '${shop.id}'`, 'cup,pot'],
      [`attributes.attributeId eq '${size}'`, 'cup'],
      ['attributes.value eq 8.5', 'cup'],
      ["attributes.value eq 'blue'", 'cup'],
      ["attributes.value eq 'green'", ''],
      ["variants.sku eq 'CUP-B'", 'cup'],
      ['variants.sku eq null', 'cup,pot'],
      ['variants.price.amount gt 1000', 'cup'],
      ["variants.price.currency eq 'JPY'", 'cup'],
      ["publication.status eq 'ACTIVE'", 'pot'],
      ['publication.publishedAt pr', 'pot'],
      ['customFields.shelf eq 7', 'cup'],
      ["customFields.season eq 'spring' or name eq 'Filter pot'", 'cup,pot'],
      [`id eq '${cup.id}'`, 'cup'],
      [`createdAt ge ${pot.createdAt}`, cup.createdAt === pot.createdAt ? 'cup,pot' : 'pot'],
      ['isPromoted eq true', ''],
    ] as const) {
      expect(await found(filter), filter).toBe(expected)
    }
    for (const bad of ['colour eq 1', 'name gt 1', "publication.status eq 'OPEN'", 'visibleFrom gt 0']) {
      const answer = await call('GET', `${path()}?$filter=${encodeURIComponent(bad)}`, { as: owner })
      expect(answer.status, bad).toBe(400)
      expect(answer.body.innererror.code).toBe('InvalidFilter')
    }
  })

  test('find words whatever their width, case and kana', async () => {
    await make({ name: 'Ｔシャツ ワイド', description: '綿の半袖', tags: ['夏物'], ...published })
    for (const words of ['tシャツ', 'てぃー', 'ｔしゃつ', '綿', '半袖', '夏物', 'わいど']) {
      const { body } = await call('GET', `/api/products?$search=${encodeURIComponent(words)}`)
      expect(body.total, words).toBe(words === 'てぃー' ? 0 : 1)
    }
    await call('PATCH', path(`/${(await call('GET', '/api/products?$search=半袖')).body.value[0].id}`), {
      as: owner,
      body: { name: 'ジャケット' },
    })
    expect((await call('GET', '/api/products?$search=ワイド')).body.total).toBe(0)
    expect((await call('GET', '/api/products?$search=じゃけっと')).body.total).toBe(1)
  })

  test('group and aggregate', async () => {
    const [a, b] = [await createCategory('Group A'), await createCategory('Group B')]
    const sell = (categoryId: string, name: string, amount: number) =>
      make({ categoryId, name, tags: ['grouped'], variants: [{ title: 'x', price: { amount } }], ...published })
    await sell(a, 'One', 100)
    await sell(a, 'Two', 300)
    await sell(b, 'Three', 500)
    const apply = (text: string, more = '') => call('GET', `/api/products?$apply=${encodeURIComponent(text)}${more}`)
    const counted = await apply(
      "filter(tags eq 'grouped') then groupby((category), aggregate($count as count))",
      '&$orderBy=count',
    )
    expect(counted.body).toMatchObject({ total: 2, count: 2 })
    expect(counted.body.value).toEqual([
      { _id: b, category: b, count: 1 },
      { _id: a, category: a, count: 2 },
    ])
    const mean = await apply("filter(tags eq 'grouped') then aggregate(variants.price.amount with average as mean)")
    expect(mean.body.value).toEqual([{ _id: null, mean: 300 }])
    const top = await apply(
      "filter(tags eq 'grouped') then groupby((category), orderby(name desc) then top(1))",
      '&$expand=category',
    )
    const shown = top.body.value.find(({ _id }: { _id: string }) => _id === a)
    expect(shown.top).toMatchObject([{ name: 'Two', category: { id: a, name: 'Group A' } }])
    expect((await apply('groupby((colour))')).body.innererror.code).toBe('InvalidApply')
  })

  test('page by token without repeating or skipping', async () => {
    const category = await createCategory('Paged')
    for (let i = 0; i < 5; i++) await make({ categoryId: category, name: `Page ${i}` })
    const seen: string[] = []
    for (let url: string | undefined = `${path()}?$filter=category eq '${category}'&$top=2`; url; ) {
      const { body } = await call('GET', url.replace('http://localhost:3000', ''), { as: owner })
      expect(body.total).toBe(5)
      seen.push(...body.value.map(({ name }: { name: string }) => name))
      url = body['@nextLink']
    }
    expect(seen).toEqual(['Page 0', 'Page 1', 'Page 2', 'Page 3', 'Page 4'])
  })

  test('expand up to three levels, with the reader’s rights', async () => {
    const parent = await createCategory('Expand parent')
    const child = await createCategory('Expand child', { parentId: parent })
    const product = await make({ categoryId: child, variants: [{ title: 'Only', price: { amount: 5 } }] })
    const url = path(`/${product.id}?$expand=category.parent,organization,variants,attributes,images`)
    const { body } = await call('GET', url, { as: owner })
    expect(body.category).toMatchObject({ id: child, parent: { id: parent, name: 'Expand parent' } })
    expect(body.organization).toMatchObject({ id: shop.id, currency: 'JPY' })
    expect(body.variants).toMatchObject([
      { title: 'Only', productId: product.id, price: { amount: 5, currency: 'JPY' } },
    ])
    const back = await call('GET', path(`/${product.id}/variants?$expand=product.category`), { as: owner })
    expect(back.body.value[0].product).toMatchObject({ id: product.id, category: { id: child } })
    const filtered = await call('GET', path(`/${product.id}?$expand=category($filter=name eq 'other')`), { as: owner })
    expect(filtered.body.category).toBeNull()
    expect(
      (await call('GET', path(`/${product.id}?$expand=variants.product.category.parent`), { as: owner })).status,
    ).toBe(400)
    expect((await call('GET', path(`/${product.id}?$expand=colour`), { as: owner })).status).toBe(400)
  })
})

describe('changing', () => {
  test('replaces lists and merges objects', async () => {
    const { id } = await make({
      tags: ['a', 'b'],
      customFields: { one: 1, two: 2 },
      publication: { since: '2026-01-01T00:00:00Z' },
      geoCoordinatesField: { type: 'Point', coordinates: [1, 2] },
    })
    const { body } = await patch(id, {
      tags: ['c'],
      customFields: { two: null, three: 3 },
      publication: { until: '2026-02-01T00:00:00Z' },
      geoCoordinatesField: [{ type: 'Point', coordinates: [3, 4] }],
    })
    expect(body).toMatchObject({
      name: 'Sencha',
      tags: ['c'],
      geoCoordinatesField: { type: 'Point', coordinates: [3, 4] },
      publication: { since: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
    })
    expect(body.customFields).toEqual({ one: 1, three: 3 })
    expect((await patch(id, { geoCoordinatesField: null, publication: { since: null } })).body).toMatchObject({
      geoCoordinatesField: null,
      publication: { since: null, until: '2026-02-01T00:00:00.000Z' },
    })
    const point = { type: 'Point', coordinates: [1, 1] }
    expect((await patch(id, { geoCoordinatesField: [point, point] })).status).toBe(400)
    expect((await patch(id, { publication: { since: '2026-03-01T00:00:00Z' } })).status).toBe(400)
    for (const bad of [
      { id },
      { name: null },
      { tags: null },
      { organization: shop.id },
      { publication: { publishedBy: null } },
    ]) {
      expect((await patch(id, bad)).status, JSON.stringify(bad)).toBe(400)
    }
  })

  test('to nothing new leaves the version alone', async () => {
    const product = await make({ tags: ['a'] })
    const read = await call('GET', path(`/${product.id}`), { as: owner })
    for (const body of [{}, { name: 'Sencha', tags: ['a'] }, { customFields: {} }]) {
      expect((await patch(product.id, body)).headers.get('etag')).toBe(read.headers.get('etag'))
    }
  })

  test('at once by two with the same version: the second is told', async () => {
    const product = await make()
    const tag = (await call('GET', path(`/${product.id}`), { as: owner })).headers.get('etag')!
    const write = (name: string) =>
      call('PATCH', path(`/${product.id}`), { as: owner, body: { name }, headers: { 'if-match': tag } })
    const answers = await Promise.all([write('A'), write('B')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('variants by list: changes those with an id, makes the others, deletes what is not listed', async () => {
    const product = await make({
      variants: [
        { title: 'S', price: { amount: 1 }, sku: 'UP-S', customFields: { a: 1 } },
        { title: 'M', price: { amount: 2, taxable: true }, sku: 'UP-M' },
        { title: 'L', price: { amount: 3 } },
      ],
    })
    const [s, m, l] = product.variants.map(({ id }: { id: string }) => id)
    const changed = await patch(product.id, {
      variants: [
        { title: 'XL', price: { amount: 4 } },
        { id: m, price: { amount: 20 }, sku: 'UP-S' },
        { id: s, sku: 'UP-M' },
      ],
    })
    expect(changed.status, changed.text).toBe(200)
    const { body } = await call('GET', path(`/${product.id}?$expand=variants`), { as: owner })
    expect(body.variants).toMatchObject([
      { title: 'XL', price: { amount: 4 }, sku: null },
      { id: m, title: 'M', price: { amount: 20, taxable: true }, sku: 'UP-S' },
      { id: s, title: 'S', price: { amount: 1 }, sku: 'UP-M', customFields: { a: 1 } },
    ])
    expect((await call('GET', path(`/${product.id}/variants/${l}`), { as: owner })).status).toBe(404)
    const stranger = await make({ variants: [{ title: 'x', price: { amount: 1 }, sku: 'UP-X' }] })
    for (const [variants, status] of [
      [[{ id: stranger.variants[0].id }], 400],
      [[{ id: m }, { id: m }], 400],
      [[{ title: 'No price' }], 400],
      [[{ price: { amount: 1 } }], 400],
      [[{ id: m, sku: 'UP-X' }], 409],
      [
        [
          { title: 'a', price: { amount: 1 }, sku: 'T' },
          { title: 'b', price: { amount: 1 }, sku: 'T' },
        ],
        409,
      ],
    ] as const) {
      expect((await patch(product.id, { variants })).status, JSON.stringify(variants)).toBe(status)
    }
    expect((await call('GET', path(`/${product.id}`), { as: owner })).body.variants).toHaveLength(3)
    expect((await patch(product.id, { variants: [] })).body.variants).toEqual([])
  })

  test('is promoted by system admins only', async () => {
    const { id } = await make()
    expect((await patch(id, { isPromoted: true, name: 'No' })).status).toBe(403)
    expect((await patch(id, { isPromoted: false })).status).toBe(403)
    expect((await call('PATCH', `/api/products/${id}`, { as: owner, body: { isPromoted: true } })).status).toBe(403)
    const batch = await call('PATCH', path(':batchPatch'), {
      as: owner,
      body: [{ ids: [id], data: { isPromoted: true } }],
    })
    expect(batch.status).toBe(403)
    expect((await patch(id, { isPromoted: true }, admin)).body).toMatchObject({ isPromoted: true, name: 'Sencha' })
  })

  test('by id alone tells strangers of a draft nothing and of a published product that it is not theirs', async () => {
    const stranger = await createMember(await createOrg(), 'owner')
    const draft = await make()
    const open = await make(published)
    for (const [id, status] of [
      [draft.id, 404],
      [unusedId(), 404],
      [open.id, 403],
    ] as const) {
      expect((await call('PATCH', `/api/products/${id}`, { as: stranger, body: { name: 'x' } })).status).toBe(status)
      expect((await call('DELETE', `/api/products/${id}`, { as: stranger })).status).toBe(status)
      expect((await call('POST', `/api/products/${id}:copy`, { as: stranger })).status).toBe(status)
    }
    expect((await call('PATCH', `/api/products/${open.id}`, { body: { name: 'x' } })).status).toBe(401)
    const unverified = await createMember(shop, 'admin', { emailVerified: false })
    const answer = await call('PATCH', `/api/products/${open.id}`, { as: unverified, body: { name: 'x' } })
    expect(answer.body.innererror.code).toBe('EmailNotVerified')
    expect((await call('PATCH', `/api/products/${open.id}`, { as: owner, body: { name: 'New' } })).body.name).toBe(
      'New',
    )
    expect((await call('PATCH', path(`/${open.id}`, (await createOrg()).id), { as: admin, body: {} })).status).toBe(404)
  })
})

describe('deleting', () => {
  test('takes variants and follows along', async () => {
    const product = await make({ variants: [{ title: 'x', price: { amount: 1 }, sku: 'DEL' }], ...published })
    const fan = await createPerson()
    const follower = { followerId: fan.id, followerType: 'user' }
    await call('POST', `/api/products/${product.id}/follow`, { as: fan, body: follower })
    expect((await call('DELETE', path(`/${product.id}`), { as: await createPerson() })).status).toBe(403)
    expect((await call('DELETE', path(`/${product.id}`), { as: owner })).status).toBe(204)
    expect((await call('GET', path(`/${product.id}`), { as: owner })).status).toBe(404)
    expect((await call('DELETE', path(`/${product.id}`), { as: owner })).status).toBe(404)
    expect((await call('GET', `/api/users/${fan.id}/products/follows`, { as: fan })).body.total).toBe(0)
    expect((await make({ variants: [{ title: 'x', price: { amount: 1 }, sku: 'DEL' }] })).variants).toHaveLength(1)
  })
})

describe('copying', () => {
  test('repeats the content as a draft without SKUs', async () => {
    const product = await make({
      name: 'Original',
      tags: ['copy'],
      variants: [{ title: 'One', price: { amount: 7, taxIncluded: true }, sku: 'COPY-1' }],
      ...published,
    })
    const answer = await call('POST', `/api/products/${product.id}:copy?$expand=variants`, { as: owner })
    expect(answer.status, answer.text).toBe(201)
    const copy = answer.body
    expect(copy).toMatchObject({
      name: 'Original',
      tags: ['copy'],
      isPromoted: false,
      publication: { status: 'DRAFT', publishedAt: null, publishedBy: null },
    })
    expect(copy.id).not.toBe(product.id)
    expect(copy.variants).toMatchObject([{ title: 'One', sku: null, price: { amount: 7, taxIncluded: true } }])
    expect(copy.variants[0].id).not.toBe(product.variants[0].id)
    expect((await call('POST', `/api/products/${product.id}%3Acopy`, { as: owner })).status).toBe(201)
    expect((await call('POST', `/api/products/${product.id}:copy`)).status).toBe(401)
  })
})

describe('many at once', () => {
  const total = async () => (await call('GET', path(), { as: owner })).body.total as number

  test('are created all or none', async () => {
    const before = await total()
    const body = [
      { categoryId, name: 'Batch 1', variants: [{ title: 'x', price: { amount: 1 }, sku: 'B-1' }] },
      { categoryId, name: 'Batch 2' },
    ]
    const made = await call('POST', path(':batchPost'), { as: owner, body })
    expect(made.status, made.text).toBe(201)
    expect(made.body.map(({ name }: { name: string }) => name)).toEqual(['Batch 1', 'Batch 2'])
    const bad = await call('POST', path(':batchPost'), {
      as: owner,
      body: [body[1], { ...body[1], categoryId: unusedId() }],
    })
    expect(bad.status).toBe(400)
    expect(bad.body.details[0].target).toBe('1.categoryId')
    expect((await call('POST', path('%3AbatchPost'), { as: owner, body })).status).toBe(409)
    expect(await total()).toBe(before + 2)
    for (const [wrong, status] of [
      [[], 400],
      [{}, 400],
      [Array(101).fill(body[1]), 400],
    ] as const) {
      expect((await call('POST', path(':batchPost'), { as: owner, body: wrong })).status).toBe(status)
    }
    expect((await call('POST', '/api/orgs/x/products/batchPost', { as: owner, body })).status).toBe(404)
  })

  test('are changed in order, later entries over earlier ones, all or none', async () => {
    const [a, b] = [await make({ name: 'A' }), await make({ name: 'B' })]
    const send = (body: unknown) => call('PATCH', path(':batchPatch'), { as: owner, body })
    const ok = await send([
      { ids: [a.id, b.id], data: { tags: ['both'], name: 'Both' } },
      { ids: [b.id], data: { name: 'Later' } },
    ])
    expect(ok.status, ok.text).toBe(204)
    expect((await call('GET', path(`/${a.id}`), { as: owner })).body).toMatchObject({ name: 'Both', tags: ['both'] })
    expect((await call('GET', path(`/${b.id}`), { as: owner })).body).toMatchObject({ name: 'Later', tags: ['both'] })
    const stranger = await createOrg()
    const theirs = (await post({}, admin, stranger.id)).body
    for (const [body, status] of [
      [[{ ids: [a.id, unusedId()], data: { name: 'x' } }], 404],
      [[{ ids: [a.id, theirs.id], data: { name: 'x' } }], 404],
      [
        [
          { ids: [a.id], data: { name: 'x' } },
          { ids: [b.id], data: { categoryId: unusedId() } },
        ],
        400,
      ],
      [[{ ids: [], data: {} }], 400],
      [[], 400],
      [[{ ids: [a.id] }], 400],
      [[{ ids: Array(101).fill(a.id), data: {} }], 400],
    ] as const) {
      expect((await send(body)).status, JSON.stringify(body).slice(0, 100)).toBe(status)
    }
    expect((await call('GET', path(`/${a.id}`), { as: owner })).body.name).toBe('Both')
  })

  test('are deleted all or none', async () => {
    const [a, b] = [await make(), await make()]
    const send = (ids: unknown) => call('POST', path(':batchDelete'), { as: owner, body: { ids } })
    expect((await send([a.id, unusedId()])).status).toBe(404)
    expect((await send([])).status).toBe(400)
    expect((await send(undefined)).status).toBe(400)
    expect((await call('GET', path(`/${a.id}`), { as: owner })).status).toBe(200)
    expect((await send([a.id, b.id, a.id])).status).toBe(204)
    expect((await call('GET', path(`/${b.id}`), { as: owner })).status).toBe(404)
  })

  test('leniently succeed or fail each for itself', async () => {
    const headers = { prefer: 'respond-async, handling=lenient' }
    const created = await call('POST', path(':batchPost'), {
      as: owner,
      headers,
      body: [
        { categoryId, name: 'Fine', variants: [{ title: 'x', price: { amount: 1 }, sku: 'LEN' }] },
        { categoryId: unusedId(), name: 'Bad' },
        { categoryId, name: 'Twice', variants: [{ title: 'x', price: { amount: 1 }, sku: 'LEN' }] },
      ],
    })
    expect(created.status).toBe(207)
    expect(created.headers.get('preference-applied')).toBe('handling=lenient')
    expect(created.body).toMatchObject({
      total: 3,
      succeeded: 1,
      failed: 2,
      value: [
        { index: 0, status: 201, body: { name: 'Fine' } },
        { index: 1, status: 400, error: { code: 'BadArgument' } },
        { index: 2, status: 409, error: { code: 'Conflict' } },
      ],
    })
    const { id } = created.body.value[0]
    const malformed = [null, 'x', {}, { categoryId, name: 'Good' }, { categoryId, name: 'x', colour: 1 }]
    const mixed = await call('POST', path(':batchPost'), { as: owner, headers, body: malformed })
    expect(mixed.body.value.map(({ index, status }: { index: number; status: number }) => [index, status])).toEqual([
      [0, 400],
      [1, 400],
      [2, 400],
      [3, 201],
      [4, 400],
    ])
    expect(mixed.body.value[4].error.details[0]).toMatchObject({ target: 'colour', code: 'UnknownProperty' })
    for (const body of [[null, { ids: [id], data: null }], [{ ids: 'x', data: {} }]]) {
      const answer = await call('PATCH', path(':batchPatch'), { as: owner, headers, body })
      expect(answer.body).toMatchObject({ succeeded: 0, failed: body.length })
    }
    for (const body of [[], {}, Array(101).fill({})]) {
      expect((await call('POST', path(':batchPost'), { as: owner, headers, body })).status).toBe(400)
    }
    const changed = await call('PATCH', path(':batchPatch'), {
      as: owner,
      headers,
      body: [{ ids: [id, unusedId()], data: { name: 'Finer' } }],
    })
    expect(changed.body.value).toMatchObject([
      { index: 0, id, status: 204 },
      { index: 0, id: unusedId(), status: 404 },
    ])
    const promoted = [{ ids: [id], data: { isPromoted: true } }]
    expect((await call('PATCH', path(':batchPatch'), { as: owner, headers, body: promoted })).status).toBe(403)
    const removed = await call('POST', path(':batchDelete'), { as: owner, headers, body: { ids: [unusedId(), id] } })
    expect(removed.body.value.map(({ status }: { status: number }) => status)).toEqual([404, 204])
  })

  test('an Idempotency-Key makes them once', async () => {
    const before = await total()
    const send = (name: string) =>
      call('POST', path(':batchPost'), {
        as: owner,
        headers: { 'idempotency-key': 'batch-1' },
        body: [{ categoryId, name }],
      })
    const [first, again] = [await send('Once'), await send('Once')]
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect((await send('Other')).status).toBe(422)
    expect(await total()).toBe(before + 1)
  })
})
