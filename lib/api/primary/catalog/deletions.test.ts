import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createMember, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createShop, type Shop } from '@/lib/testing/shop'

type Kind = 'categories' | 'locations'
type Json = Record<string, unknown>

let admin: Person
let shop: Shop

beforeAll(async () => {
  await testDatabase()
  admin = await createPerson({ isSystemAdmin: true })
  shop = await createShop()
})

const send = async (method: string, path: string, body?: unknown, as: Person = admin) => {
  const answer = await call(method, `/api${path}`, { as, body })
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
  return answer
}
const read = async (path: string, as: Person = admin) => (await send('GET', path, undefined, as)).body
const make = async (kind: Kind, name: string, parentId: string | null = null, over: object = {}): Promise<string> =>
  (await send('POST', `/${kind}`, { name, parentId, ...over })).body.id
const makeProduct = async (over: object): Promise<string> =>
  (await send('POST', `/orgs/${shop.orgId}/products`, { name: 'Sencha', ...over }, shop.owner)).body.id
const productOf = (id: string) => read(`/orgs/${shop.orgId}/products/${id}?$expand=variants`, shop.owner)

/** What is below a node, in its order, with places; versions go on. */
const below = async (kind: Kind, parent: string) => {
  const { value } = await read(`/${kind}:levels?parentIds=${parent}&archived=true`)
  return value[0].nodes.map(({ version: _, ...node }: Json) => node)
}
const withoutTime = ({ updatedAt: _, ...rest }: Json) => rest

const batchOf = ({ headers }: { headers: Headers }) => headers.get('x-batch-id')!
const revert = (batchId: string, as: Person = admin) => call('POST', `/api/catalog-batches/${batchId}:revert`, { as })
const rowsOf = (answer: { body: { results: Json[] } }, entity: string) =>
  answer.body.results.filter((row) => row.entity === entity)

describe.each(['categories', 'locations'] as const)('a deletion among %s', (kind) => {
  const one = kind === 'categories' ? 'category' : 'location'

  test('is taken back: the same id, content, hand-made place and children', async () => {
    const top = await make(kind, 'Top')
    const [a, b, c] = [await make(kind, 'a', top), await make(kind, 'b', top), await make(kind, 'c', top)]
    const content =
      kind === 'categories'
        ? { description: '茶', status: 'ARCHIVED', icon: { type: 'emoji', value: '🍵' } }
        : { code: '26', type: 'prefecture' }
    await send('PATCH', `/${kind}/${c}`, content)
    // By hand: c, a, b. Nothing but its rank says so.
    await send('POST', `/${kind}/${c}/move`, { before: a })
    const [x, y] = [await make(kind, 'x', c), await make(kind, 'y', c)]
    await send('POST', `/${kind}/${y}/move`, { before: x })
    const [order, children] = [await below(kind, top), await below(kind, c)]
    const entity = await read(`/${kind}/${c}`)
    expect(order.map(({ id }: Json) => id)).toEqual([c, a, b])

    const gone =
      kind === 'categories'
        ? await send('DELETE', `/${kind}/${c}`)
        : await send('POST', `/${kind}/${c}/replace`, { children: 'moveUp' })
    expect((await below(kind, top)).map(({ id }: Json) => id)).not.toContain(c)
    // Somebody puts another node between the others meanwhile, and gives a child another name.
    const d = await make(kind, 'aa', top)
    await send('PATCH', `/${kind}/${x}`, { name: 'x2' })

    const back = await revert(batchOf(gone))
    expect(back.status, back.text).toBe(200)
    expect(rowsOf(back, one)).toMatchObject([
      { id: c, name: 'c', outcome: 'changed' },
      { id: expect.any(String), outcome: 'changed' },
      { id: expect.any(String), outcome: 'changed' },
    ])
    expect(withoutTime(await read(`/${kind}/${c}`))).toEqual(withoutTime(entity))
    expect((await below(kind, top)).map(({ id }: Json) => id)).toEqual([c, a, d, b])
    const [first, second] = children
    expect(await below(kind, c)).toEqual([first, { ...second, name: 'x2' }])
    await send('DELETE', `/${kind}/${d}`)
    expect(await below(kind, top)).toEqual(order)

    // The history tells it, once more changes nothing, and the revert is not itself taken back.
    const { value } = await read(`/admin/history?$filter=entityId eq '${c}'&$top=1`)
    expect(value[0]).toMatchObject({ operation: 'restore', batchId: back.body.batchId })
    expect((await revert(batchOf(gone))).body).toMatchObject({ changed: 0, unchanged: 1 })
    expect((await revert(back.body.batchId)).body.innererror).toEqual({ code: 'NotRevertible' })
    // Its version goes on: who saw an earlier one is told.
    const stale = await call('PATCH', `/api/${kind}/${c}`, {
      as: admin,
      body: { name: 'z' },
      headers: { 'if-match': '"1-x"' },
    })
    expect(stale.status).toBe(412)
  })

  test('is not taken back below a parent that is gone, and says who deleted that', async () => {
    const top = await make(kind, 'Attic')
    const node = await make(kind, 'Box', top)
    const gone = await send('DELETE', `/${kind}/${node}`)
    const parent = await send('DELETE', `/${kind}/${top}`)
    const refused = await revert(batchOf(gone))
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'Conflict',
      innererror: { code: 'ParentGone', name: 'Box', parent: 'Attic', by: expect.any(String), at: expect.any(String) },
    })
    expect(refused.body.message).toMatch(/^“Box” stood under “Attic”, which is gone: Person \d+ did “delete” at \d{4}-/)
    expect((await call('GET', `/api/${kind}/${node}`)).status).toBe(404)
    expect((await revert(batchOf(parent))).status).toBe(200)
    expect((await revert(batchOf(gone))).status).toBe(200)
    expect(await below(kind, top)).toMatchObject([{ id: node }])
  })

  test('is taken back by its latest deletion only', async () => {
    const node = await make(kind, 'Twice')
    const first = await send('DELETE', `/${kind}/${node}`)
    await revert(batchOf(first))
    await send('PATCH', `/${kind}/${node}`, { name: 'Twice, newer' })
    const second = await send('DELETE', `/${kind}/${node}`)
    expect((await revert(batchOf(first))).body).toMatchObject({
      code: 'Conflict',
      innererror: { code: 'DeletedAgain' },
    })
    expect((await revert(batchOf(second))).status).toBe(200)
    expect((await read(`/${kind}/${node}`)).name).toBe('Twice, newer')
  })

  test('is not taken back where the tree would grow too deep', async () => {
    const top = await make(kind, 'Deep')
    const node = await make(kind, 'Deeper', top)
    const gone = await send('DELETE', `/${kind}/${node}`)
    let at: string | null = null
    for (let level = 1; level < 64; level++) at = await make(kind, `Level ${level}`, at)
    await send('POST', `/${kind}/${top}/move`, { parentId: at })
    const refused = await revert(batchOf(gone))
    expect(refused.status).toBe(409)
    expect(refused.body.innererror).toEqual({ code: 'TooDeep', name: 'Deeper', levels: 64 })
    expect((await call('GET', `/api/${kind}/${node}`)).status).toBe(404)
  })

  test('is taken back by system admins only, by its own batch', async () => {
    const gone = await send('DELETE', `/${kind}/${await make(kind, 'Mine')}`)
    expect((await revert(batchOf(gone), shop.owner)).status).toBe(403)
    expect((await revert(unusedId())).status).toBe(404)
  })
})

test('a replaced category has its products back, but those that went on to somewhere else, which are named', async () => {
  const [old, next, other] = [
    await make('categories', 'Old'),
    await make('categories', 'Next'),
    await make('categories', 'Other'),
  ]
  const attribute = await send('POST', '/attributes', { name: 'Cut', type: 'Text', categoryIds: [other, old] })
  const [stays, edited, moved, lost] = [
    await makeProduct({ categoryId: old }),
    await makeProduct({ categoryId: old }),
    await makeProduct({ categoryId: old }),
    await makeProduct({ categoryId: old }),
  ]
  const gone = await send('POST', `/categories/${old}/replace`, { by: next })
  const path = (id: string) => `/orgs/${shop.orgId}/products/${id}`
  const colleague = await createMember(shop.organization, 'admin')
  await send('PATCH', path(edited), { description: 'Shaded' }, shop.owner)
  await send('PATCH', path(moved), { categoryId: other }, colleague)
  await send('DELETE', path(lost), undefined, shop.owner)

  const back = await revert(batchOf(gone))
  expect(back.status, back.text).toBe(200)
  expect(rowsOf(back, 'category')).toMatchObject([{ id: old, outcome: 'changed' }])
  expect(rowsOf(back, 'attribute')).toMatchObject([{ name: 'Cut', outcome: 'changed' }])
  const rows = new Map(rowsOf(back, 'product').map((row) => [row.id, row]))
  expect([stays, edited, moved, lost].map((id) => rows.get(id)?.outcome)).toEqual([
    'changed',
    'changed',
    'changedSince',
    'notFound',
  ])
  expect(rows.get(moved)?.changedBy).toMatchObject({ actor: { id: colleague.id }, operation: 'update' })
  expect(await productOf(stays)).toMatchObject({ category: { id: old } })
  expect(await productOf(edited)).toMatchObject({ category: { id: old }, description: 'Shaded' })
  expect(await productOf(moved)).toMatchObject({ category: { id: other } })
  expect((await read(`/attributes/${attribute.body.id}`)).categoryIds).toEqual([other, old])
})

test('a location comes back with everything below it and on the products that named them', async () => {
  const region = await make('locations', 'Region')
  const prefecture = await make('locations', 'Prefecture', region)
  const [north, south] = [await make('locations', 'North', prefecture), await make('locations', 'South', prefecture)]
  await send('POST', `/locations/${south}/move`, { before: north })
  const far = await make('locations', 'Far')
  const categoryId = await make('categories', 'Shelf')
  const product = await makeProduct({ categoryId, locationIds: [north, far, prefecture] })
  const other = await makeProduct({ categoryId, locationIds: [south] })
  const [level, lower] = [await below('locations', region), await below('locations', prefecture)]
  const ids = (found: { locations: { id: string }[] }) => found.locations.map(({ id }) => id)

  const gone = await send('POST', `/locations/${prefecture}/replace`, { by: far, children: 'delete' })
  expect(ids(await productOf(product))).toEqual([far])
  await send('PATCH', `/orgs/${shop.orgId}/products/${other}`, { locationIds: [region] }, shop.owner)
  const back = await revert(batchOf(gone))
  expect(rowsOf(back, 'location')).toHaveLength(3)
  expect(
    rowsOf(back, 'product')
      .map(({ outcome }) => outcome)
      .sort(),
  ).toEqual(['changed', 'changedSince'])
  expect(await below('locations', region)).toEqual(level)
  expect((await below('locations', prefecture)).map(({ id }: Json) => id)).toEqual(lower.map(({ id }: Json) => id))
  expect(ids(await productOf(product))).toEqual([north, far, prefecture])
  expect(ids(await productOf(other))).toEqual([region])
  const found = await read(`/orgs/${shop.orgId}/products?$filter=locations eq '${north}'`, shop.owner)
  expect(found.value.map(({ id }: Json) => id)).toEqual([product])

  // Taken off instead of replaced, one after the other: both come back in turn.
  const [first, second] = [await send('DELETE', `/locations/${north}`), await send('DELETE', `/locations/${far}`)]
  expect(ids(await productOf(product))).toEqual([prefecture])
  await send('POST', `/catalog-batches/${batchOf(second)}:revert`)
  await send('POST', `/catalog-batches/${batchOf(first)}:revert`)
  expect(ids(await productOf(product))).toEqual([north, far, prefecture])
})

test('a deleted attribute comes back with its values', async () => {
  const categoryId = await make('categories', 'Fabric')
  const gonePlace = await make('categories', 'Gone')
  const body = { name: 'Width', type: 'Number', groupName: 'Size', categoryIds: [categoryId, gonePlace], order: 3 }
  const { id } = (await send('POST', '/attributes', body)).body
  const product = await makeProduct({ categoryId, attributes: [{ attributeId: id, value: 3 }] })
  const before = await read(`/attributes/${id}`)
  const gone = await send('DELETE', `/attributes/${id}`)
  await send('DELETE', `/categories/${gonePlace}`)
  const back = await revert(batchOf(gone))
  expect(back.body).toMatchObject({ changed: 2, refused: 0 })
  expect(withoutTime(await read(`/attributes/${id}`))).toEqual({ ...withoutTime(before), categoryIds: [categoryId] })
  expect((await productOf(product)).attributes).toMatchObject([{ value: 3 }])
})

describe('deleted variants', () => {
  const revertVariants = (batchId: string, as: Person = shop.owner) =>
    call('POST', `/api/orgs/${shop.orgId}/product-batches/${batchId}:revert`, { as })
  const remove = (ids: string[], batchId?: string) =>
    send('POST', '/variants:batchDelete', { ids, ...(batchId ? { batchId } : {}) }, shop.owner)
  let skus = 0
  const sell = async (...titles: string[]) => {
    const variants = titles.map((title) => ({
      title,
      sku: `BACK-${++skus}`,
      price: { amount: 500, taxable: true },
      customFields: { options: { Size: title } },
    }))
    const id = await makeProduct({ categoryId: await make('categories', 'Sold'), variants })
    const product = await productOf(id)
    return { id, before: product.variants as (Json & { id: string; sku: string })[] }
  }
  const variantsOf = async (id: string) => (await productOf(id)).variants.map(withoutTime)

  test('come back under their ids, at their places, whatever else was saved since', async () => {
    const { id, before } = await sell('S', 'M', 'L')
    const gone = await remove([before[0]!.id])
    // The rest of the same save: a change, a new row; and another deletion under the same batch.
    await send(
      'PATCH',
      '/variants:batchPatch',
      [{ ids: [before[1]!.id], data: { description: 'Changed' } }],
      shop.owner,
    )
    const added = await send(
      'POST',
      `/orgs/${shop.orgId}/products/${id}/variants`,
      { title: 'XL', price: { amount: 9 } },
      shop.owner,
    )
    await remove([before[2]!.id], batchOf(gone))
    expect((await variantsOf(id)).map(({ title }: Json) => title)).toEqual(['M', 'XL'])

    const back = await revertVariants(batchOf(gone))
    expect(back.body, back.text).toMatchObject({ changed: 1, results: [{ id, outcome: 'changed' }] })
    const [s, m, l] = before.map(withoutTime)
    expect(await variantsOf(id)).toEqual([s, { ...m, description: 'Changed' }, l, withoutTime(added.body)])
    const listed = await read(`/orgs/${shop.orgId}/products/${id}/variants?$filter=sku eq '${s!.sku}'`, shop.owner)
    expect(listed.value).toMatchObject([{ id: s!.id }])

    const { value } = await read(`/orgs/${shop.orgId}/history?$filter=entityId eq '${id}'&$top=1`, shop.owner)
    expect(value[0]).toMatchObject({ operation: 'restoreVariants', batchId: back.body.batchId })
    expect((await revertVariants(batchOf(gone))).body.results).toMatchObject([{ outcome: 'unchanged' }])
    expect((await revertVariants(back.body.batchId)).status).toBe(409)
  })

  test('deleted one by one come back as well, and stay away when a SKU is taken, which is named', async () => {
    const { id, before } = await sell('S', 'M')
    const gone = await send(
      'DELETE',
      `/orgs/${shop.orgId}/products/${id}/variants/${before[0]!.id}`,
      undefined,
      shop.owner,
    )
    const holder = await makeProduct({
      name: 'Bancha',
      categoryId: await make('categories', 'Elsewhere'),
      variants: [{ title: 'x', sku: before[0]!.sku, price: { amount: 1 } }],
    })
    const refused = await revertVariants(batchOf(gone))
    expect(refused.body).toMatchObject({ changed: 0, refused: 1, results: [{ id, outcome: 'notAllowed' }] })
    expect(refused.body.results[0].reason).toBe(`The SKU ${before[0]!.sku} is taken by now, by “Bancha”.`)
    expect(refused.body.results[0].innererror).toEqual({ code: 'SkuTaken', sku: before[0]!.sku, product: 'Bancha' })
    expect(await variantsOf(id)).toHaveLength(1)
    await send('DELETE', `/orgs/${shop.orgId}/products/${holder}`, undefined, shop.owner)
    expect((await revertVariants(batchOf(gone))).body).toMatchObject({ changed: 1 })
    expect(await variantsOf(id)).toEqual(before.map(withoutTime))
  })

  test('come back by their latest deletion only', async () => {
    const { id, before } = await sell('S', 'M')
    const first = await remove([before[0]!.id])
    await revertVariants(batchOf(first))
    const second = await remove([before[0]!.id])
    expect((await revertVariants(batchOf(first))).body.results).toMatchObject([
      { outcome: 'notAllowed', innererror: { code: 'DeletedAgain' } },
    ])
    expect((await revertVariants(batchOf(second))).body.changed).toBe(1)
    expect(await variantsOf(id)).toEqual(before.map(withoutTime))
  })

  test('of many products come back each for itself; of a deleted product they do not', async () => {
    const [one, two] = [await sell('S', 'M'), await sell('S')]
    const gone = await remove([one.before[1]!.id, two.before[0]!.id])
    await send('DELETE', `/orgs/${shop.orgId}/products/${two.id}`, undefined, shop.owner)
    const back = await revertVariants(batchOf(gone))
    expect(back.body.results.map(({ id, outcome }: Json) => [id, outcome]).sort()).toEqual(
      [
        [one.id, 'changed'],
        [two.id, 'notFound'],
      ].sort(),
    )
    expect(await variantsOf(one.id)).toEqual(one.before.map(withoutTime))
  })

  test('under somebody else’s batch are refused; leniently the batch is told, too', async () => {
    const { before } = await sell('S', 'M')
    const gone = await remove([before[0]!.id])
    const colleague = await createMember(shop.organization, 'admin')
    const foreign = { ids: [before[1]!.id], batchId: batchOf(gone) }
    expect((await call('POST', '/api/variants:batchDelete', { as: colleague, body: foreign })).status).toBe(409)
    const headers = { prefer: 'handling=lenient' }
    const lenient = await call('POST', '/api/variants:batchDelete', { as: shop.owner, headers, body: foreign })
    expect(lenient.body).toMatchObject({ batchId: batchOf(gone), succeeded: 1 })
    expect((await revertVariants(batchOf(gone))).body.changed).toBe(1)
  })
})

test('a product deleted alone comes back, too', async () => {
  const id = await makeProduct({ categoryId: await make('categories', 'Single'), variants: [] })
  const gone = await send('DELETE', `/orgs/${shop.orgId}/products/${id}`, undefined, shop.owner)
  const back = await call('POST', `/api/orgs/${shop.orgId}/product-batches/${batchOf(gone)}:revert`, { as: shop.owner })
  expect(back.body).toMatchObject({ changed: 1 })
  expect((await productOf(id)).id).toBe(id)
})
