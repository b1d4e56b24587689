import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
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
  categoryId = (await call('POST', '/api/categories', { as: admin, body: { name: 'Any' } })).body.id
})

async function makeProduct(orgId = shop.id, as: Person = owner, status = 'ACTIVE'): Promise<string> {
  const body = { categoryId, name: 'Holder', publication: { status } }
  return (await call('POST', `/api/orgs/${orgId}/products`, { as, body })).body.id
}

const forms = {
  'below the organization': (productId: string, rest = '') =>
    `/api/orgs/${shop.id}/products/${productId}/variants${rest}`,
  'by the product’s id alone': (productId: string, rest = '') => `/api/products/${productId}/variants${rest}`,
}
const body = { title: 'Large', price: { amount: 1200 } }
const add = (productId: string, over: object = {}, as: Person = owner) =>
  call('POST', `/api/products/${productId}/variants`, { as, body: { ...body, ...over } })

describe.each(Object.entries(forms))('%s', (_, path) => {
  test('a variant is made, read, changed and deleted', async () => {
    const productId = await makeProduct()
    const made = await call('POST', path(productId), {
      as: owner,
      body: {
        title: 'L 特大',
        sku: `SKU ${path(productId)}`,
        description: 'Big',
        price: { amount: 1200, taxable: true, taxIncluded: true, currency: 'JPY' },
        customFields: { a: 1 },
      },
    })
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({
      productId,
      title: 'L 特大',
      images: [],
      price: { amount: 1200, currency: 'JPY', taxable: true, taxIncluded: true },
      customFields: { a: 1 },
    })
    expect(made.headers.get('location')).toBe(path(productId, `/${made.body.id}`))
    const one = path(productId, `/${made.body.id}`)
    const read = await call('GET', one)
    expect(read.body).toEqual(made.body)
    const changed = await call('PATCH', `${one}?$expand=product`, {
      as: owner,
      body: { price: { amount: 5 }, sku: null, customFields: { a: null, b: 2 } },
    })
    expect(changed.body).toMatchObject({ title: 'L 特大', sku: null, price: { amount: 5, taxable: true } })
    expect(changed.body.customFields).toEqual({ b: 2 })
    expect(changed.body.product.id).toBe(productId)
    const stale = { as: owner, headers: { 'if-match': read.headers.get('etag')! } }
    expect((await call('PATCH', one, { ...stale, body: { title: 'x' } })).status).toBe(412)
    expect((await call('DELETE', one, stale)).status).toBe(412)
    expect((await call('DELETE', one, { as: owner })).status).toBe(204)
    expect((await call('GET', one, { as: owner })).status).toBe(404)
    expect((await call('GET', `/api/products/${productId}`)).body.variants).toEqual([])
  })

  test('is for owners and admins with verified e-mail to write, for everybody to read', async () => {
    const productId = await makeProduct()
    const variantId = (await add(productId)).body.id
    const one = path(productId, `/${variantId}`)
    const stranger = await createMember(await createOrg(), 'owner')
    const staff = await createMember(shop, 'member')
    const unverified = await createMember(shop, 'owner', { emailVerified: false })
    for (const [method, url] of [
      ['POST', path(productId)],
      ['PATCH', one],
      ['DELETE', one],
    ] as const) {
      const sent = method === 'DELETE' ? undefined : body
      expect((await call(method, url, { body: sent })).status).toBe(401)
      for (const as of [stranger, staff, unverified, await createKey(shop, ['products:read'])]) {
        expect((await call(method, url, { as, body: sent })).status).toBe(403)
      }
    }
    for (const url of [path(productId), one]) {
      for (const as of [undefined, stranger, staff, unverified])
        expect((await call('GET', url, { as })).status).toBe(200)
      expect((await call('GET', url, { as: 'not a token' })).status).toBe(401)
    }
    const draft = await makeProduct(shop.id, owner, 'DRAFT')
    expect((await call('GET', path(draft), { as: staff })).status).toBe(404)
    expect((await call('GET', path(draft), { as: owner })).body.total).toBe(0)
  })

  test('belongs to its product', async () => {
    const [mine, other] = [await makeProduct(), await makeProduct()]
    const variantId = (await add(mine)).body.id
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const sent = method === 'PATCH' ? { title: 'x' } : undefined
      for (const url of [
        path(other, `/${variantId}`),
        path(mine, `/${unusedId()}`),
        path(unusedId(), `/${variantId}`),
      ]) {
        expect((await call(method, url, { as: owner, body: sent })).status, `${method} ${url}`).toBe(404)
      }
      expect((await call(method, path(mine, '/BAD'), { as: owner, body: sent })).status).toBe(400)
    }
    expect((await call('POST', path(unusedId()), { as: owner, body })).status).toBe(404)
  })

  test('lists filter, sort and page', async () => {
    const productId = await makeProduct()
    for (const [title, amount] of [
      ['c', 1],
      ['a', 3],
      ['b', 2],
    ] as const)
      await add(productId, { title, price: { amount } })
    const titles = async (query: string) => {
      const answer = await call('GET', `${path(productId)}${query}`)
      return answer.status === 200
        ? answer.body.value.map(({ title }: { title: string }) => title).join('')
        : answer.status
    }
    expect(await titles('')).toBe('cab')
    expect(await titles('?$orderBy=title')).toBe('abc')
    expect(await titles('?$filter=price.amount ge 2&$orderBy=price.amount')).toBe('ba')
    expect(await titles("?$filter=price.currency eq 'USD'")).toBe('')
    expect(await titles('?$top=1&$skip=1&$orderBy=title desc')).toBe('b')
    for (const bad of ['?$top=0', '?$filter=colour eq 1', '?$search=x', '?$expand=colour', '?$orderBy=images']) {
      expect(await titles(bad), bad).toBe(400)
    }
  })
})

describe('a SKU', () => {
  // Random, because an engine that compresses what it indexes would take a longer text of one letter.
  const longest = randomBytes(2048).toString('hex')

  test('is unique within the organization, free elsewhere, and empty ones clash with nothing', async () => {
    const productId = await makeProduct()
    expect((await add(productId, { sku: 'ONE' })).status).toBe(201)
    const twice = await add(await makeProduct(), { sku: 'ONE' })
    expect(twice.status).toBe(409)
    expect(twice.body.details[0]).toMatchObject({ target: 'sku', code: 'Duplicate' })
    for (const sku of [null, null, '', '', 'one', longest]) {
      const answer = await add(productId, { sku })
      expect(answer.status, answer.text).toBe(201)
      expect(answer.body.sku).toBe(sku)
    }
    expect((await add(productId, { sku: longest })).status).toBe(409)
    expect((await add(productId, { sku: `${longest}x` })).status).toBe(400)
    const other = await createOrg()
    const seller = await createMember(other, 'owner')
    const theirs = await makeProduct(other.id, seller)
    expect((await add(theirs, { sku: 'ONE' }, seller)).status).toBe(201)
  })

  test('is taken over by a patch only when free', async () => {
    const productId = await makeProduct()
    const [a, b] = [(await add(productId, { sku: 'PA' })).body, (await add(productId, { sku: 'PB' })).body]
    const patch = (id: string, sku: string | null) =>
      call('PATCH', `/api/products/${productId}/variants/${id}`, { as: owner, body: { sku } })
    expect((await patch(a.id, 'PB')).status).toBe(409)
    expect((await patch(a.id, 'PA')).status).toBe(200)
    expect((await patch(b.id, null)).status).toBe(200)
    expect((await patch(a.id, 'PB')).status).toBe(200)
  })

  test('wanted by fifty at once goes to one', async () => {
    const products = [await makeProduct(), await makeProduct()]
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => add(products[i % 2]!, { sku: 'WANTED', title: `Try ${i}` })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49)
  })
})

describe('the question which SKUs are taken', () => {
  const ask = (skus: unknown, as: Person | undefined = owner) =>
    call('POST', `/api/orgs/${shop.id}/variants:findSkus`, { as, body: { skus } })

  test('names the holders in this organization only, and every SKU letter by letter', async () => {
    const productId = await makeProduct()
    const holder = (await add(productId, { sku: 'FIND-1' })).body
    const other = await createOrg()
    const seller = await createMember(other, 'owner')
    await add(await makeProduct(other.id, seller), { sku: 'FIND-2' }, seller)
    const answer = await ask(['FIND-1', 'FIND-1', 'find-1', 'FIND-2', "FIND'3"])
    expect(answer.body).toEqual({
      total: 1,
      value: [{ sku: 'FIND-1', variantId: holder.id, productId, productName: 'Holder' }],
    })
    expect((await ask(Array.from({ length: 1000 }, (_, i) => `NOBODY-${i}`))).body.total).toBe(0)
  })

  test('is for managers, and needs SKUs', async () => {
    expect((await ask(['A'], await createMember(shop, 'member'))).status).toBe(403)
    for (const bad of [[], [''], Array(1001).fill('A'), [1], undefined]) expect((await ask(bad)).status).toBe(400)
  })
})

describe('many variants at once', () => {
  test('are made across products and organizations one may manage', async () => {
    const other = await createOrg({ currency: 'USD', country: 'US' })
    const both = await createMember(shop, 'admin')
    const { database } = await import('@/db')
    const { addMember } = await import('@/lib/organizations/add-member')
    const { systemActor } = await import('@/lib/auth/actor')
    await (await database()).transaction((tx) =>
      addMember(tx, systemActor, { organizationId: other.id, userId: both.id, role: 'owner' }),
    )
    const [mine, theirs] = [await makeProduct(), await makeProduct(other.id, both)]
    const members = [
      { productId: mine, ...body, sku: 'BATCH' },
      { productId: theirs, ...body, sku: 'BATCH' },
      { productId: mine, ...body },
    ]
    const send = (members: unknown, as: Person = both) => call('POST', '/api/variants:batchPost', { as, body: members })
    const made = await send(members)
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject([
      { productId: mine, sku: 'BATCH', price: { currency: 'JPY' } },
      { productId: theirs, sku: 'BATCH', price: { currency: 'USD' } },
      { productId: mine, sku: null },
    ])
    expect((await call('GET', `/api/products/${mine}`)).body.variants).toHaveLength(2)
    expect((await send(members)).status).toBe(409)
    const fresh = members.map((member) => ({ ...member, sku: null }))
    expect((await send(fresh, owner)).status).toBe(403)
    expect((await send([...fresh, { ...fresh[0], productId: unusedId() }])).status).toBe(404)
    expect((await send([{ ...body }])).status).toBe(400)
    expect((await send([])).status).toBe(400)
    expect((await call('POST', '/api/variants:batchPost', { body: fresh })).status).toBe(401)
    expect((await call('GET', `/api/products/${mine}`)).body.variants).toHaveLength(2)
  })

  test('are changed in order and may swap SKUs', async () => {
    const productId = await makeProduct()
    const [a, b] = [(await add(productId, { sku: 'SW-A' })).body, (await add(productId, { sku: 'SW-B' })).body]
    const send = (entries: unknown, as: Person = owner) =>
      call('PATCH', '/api/variants:batchPatch', { as, body: entries })
    const ok = await send([
      { ids: [a.id], data: { sku: 'SW-B', title: 'First' } },
      { ids: [b.id], data: { sku: 'SW-A' } },
      { ids: [a.id, b.id], data: { price: { amount: 9 } } },
      { ids: [a.id], data: { title: 'Later' } },
    ])
    expect(ok.status, ok.text).toBe(204)
    const { body: listed } = await call('GET', `/api/products/${productId}/variants`)
    expect(listed.value).toMatchObject([
      { id: a.id, sku: 'SW-B', title: 'Later', price: { amount: 9 } },
      { id: b.id, sku: 'SW-A', price: { amount: 9 } },
    ])
    expect((await send([{ ids: [a.id], data: { sku: 'SW-A' } }])).status).toBe(409)
    expect((await send([{ ids: [a.id, unusedId()], data: { title: 'x' } }])).status).toBe(404)
    expect((await send([{ ids: [a.id], data: { productId } }])).status).toBe(400)
    expect((await send([{ ids: [a.id], data: { title: '' } }])).status).toBe(400)
    expect((await send([{ ids: [a.id], data: {} }], await createMember(await createOrg(), 'owner'))).status).toBe(403)
    expect((await send([{ ids: Array(101).fill(a.id), data: {} }])).status).toBe(400)
  })

  test('are deleted all or none', async () => {
    const productId = await makeProduct()
    const ids = [(await add(productId)).body.id, (await add(productId)).body.id]
    const send = (ids: unknown, as: Person = owner) => call('POST', '/api/variants:batchDelete', { as, body: { ids } })
    expect((await send([...ids, unusedId()])).status).toBe(404)
    expect((await send(ids, await createPerson())).status).toBe(403)
    expect((await call('GET', `/api/products/${productId}`)).body.variants).toHaveLength(2)
    expect((await send(ids)).status).toBe(204)
    expect((await call('GET', `/api/products/${productId}`)).body.variants).toEqual([])
  })

  test('leniently succeed or fail each for itself', async () => {
    const productId = await makeProduct()
    const headers = { prefer: 'handling=lenient' }
    const made = await call('POST', '/api/variants:batchPost', {
      as: owner,
      headers,
      body: [
        { productId, ...body, sku: 'LV' },
        { productId, ...body, sku: 'LV' },
        { productId: unusedId(), ...body },
      ],
    })
    expect(made.status).toBe(207)
    expect(made.body.value.map(({ status }: { status: number }) => status)).toEqual([201, 409, 404])
    const { id } = made.body.value[0]
    const changed = await call('PATCH', '/api/variants:batchPatch', {
      as: owner,
      headers,
      body: [{ ids: [unusedId(), id], data: { title: 'New' } }],
    })
    expect(changed.body.value.map(({ status }: { status: number }) => status)).toEqual([404, 204])
    const removed = await call('POST', '/api/variants:batchDelete', { as: owner, headers, body: { ids: [id, id] } })
    expect(removed.body.value.map(({ status }: { status: number }) => status)).toEqual([204, 404])
  })

  test('of a restricted organization stay as they are', async () => {
    const other = await createOrg()
    const seller = await createMember(other, 'owner')
    const productId = await makeProduct(other.id, seller)
    const { id } = (await add(productId, {}, seller)).body
    const { database } = await import('@/db')
    const { organizations } = await import('@/db/schema')
    const { eq } = await import('drizzle-orm')
    await (await database()).transaction(async (tx) => {
      await tx.update(organizations).set({ status: 'restricted' }).where(eq(organizations.id, other.id))
    })
    for (const [method, url, sent] of [
      ['POST', '/api/variants:batchPost', [{ productId, ...body }]],
      ['PATCH', '/api/variants:batchPatch', [{ ids: [id], data: { title: 'x' } }]],
      ['POST', '/api/variants:batchDelete', { ids: [id] }],
      ['POST', `/api/products/${productId}/variants`, body],
      ['PATCH', `/api/products/${productId}/variants/${id}`, { title: 'x' }],
      ['DELETE', `/api/products/${productId}/variants/${id}`, undefined],
      ['PATCH', `/api/products/${productId}`, { name: 'x' }],
      ['DELETE', `/api/products/${productId}`, undefined],
      ['POST', `/api/products/${productId}:copy`, undefined],
    ] as const) {
      const answer = await call(method, url, { as: seller, body: sent })
      expect(answer.status, `${method} ${url}`).toBe(400)
      expect(answer.body.target).toBe('Organization')
    }
  })
})
