import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createMember, createOrg, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createItem } from '@/lib/testing/shop'

type Kind = 'categories' | 'locations'

let admin: Person
let owner: Person
let organization: Awaited<ReturnType<typeof createOrg>>

beforeAll(async () => {
  await testDatabase()
  admin = await createPerson({ isSystemAdmin: true })
  organization = await createOrg()
  owner = await createMember(organization, 'owner')
})

const make = async (kind: Kind, name: string, parentId: string | null = null, over: object = {}): Promise<string> => {
  const answer = await call('POST', `/api/${kind}`, { as: admin, body: { name, parentId, ...over } })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}
const levels = async (kind: Kind, parentIds: string[], more = '') =>
  (await call('GET', `/api/${kind}:levels?parentIds=${parentIds.join(',')}${more}`)).body.value
const names = (nodes: { name: string }[]) => nodes.map(({ name }) => name)
const below = async (kind: Kind, parentId: string) => names((await levels(kind, [parentId]))[0].nodes)
const product = async (kind: Kind, node: string, published = true) => {
  const { productId } = await createItem(organization, { published })
  const body = kind === 'categories' ? { categoryId: node } : { locationIds: [node] }
  expect((await call('PATCH', `/api/products/${productId}`, { as: owner, body })).status).toBe(200)
  return productId
}
const move = (kind: Kind, moves: object[], as: Person | undefined = admin) =>
  call('POST', `/api/${kind}:batchMove`, { as, body: moves })

describe.each(['categories', 'locations'] as const)('%s', (kind) => {
  test('answer several levels at once, a part of each, with places and counts', async () => {
    const top = await make(kind, 'Top')
    const other = await make(kind, 'Other')
    const [a, b, c] = [await make(kind, 'a', top), await make(kind, 'b', top), await make(kind, 'c', top)]
    await make(kind, 'deep', b)
    await product(kind, a)
    await product(kind, top)
    const [first, second] = await levels(kind, [top, other], '&limit=2')
    expect(first).toMatchObject({ parent: top, total: 3 })
    expect(first.nodes).toMatchObject([
      { id: a, parent: top, position: 0, numberOfSiblings: 3, numberOfProducts: 1, numberOfChildren: 0, version: 1 },
      { id: b, position: 1, numberOfProducts: 0, numberOfChildren: 1 },
    ])
    expect(second).toEqual({ parent: other, total: 0, nodes: [] })
    expect((await levels(kind, [top], '&from=2'))[0].nodes).toMatchObject([{ id: c, position: 2 }])
    const roots = (await levels(kind, ['root'], '&limit=1000'))[0]
    expect(roots.parent).toBeNull()
    expect(roots.nodes).toContainEqual(
      expect.objectContaining({ id: top, parent: null, numberOfProducts: 2, numberOfOwnProducts: 1 }),
    )
    for (const query of [
      '',
      '?parentIds=',
      '?parentIds=abc',
      `?parentIds=${top}&limit=1001`,
      `?parentIds=${top}&x=1`,
    ]) {
      expect((await call('GET', `/api/${kind}:levels${query}`)).status, query).toBe(400)
    }
  })

  test('are found by words and by id, with everything above them', async () => {
    const top = await make(kind, 'ﾃﾞﾝｷ')
    const middle = await make(kind, 'Lamps', top)
    const bottom = await make(kind, 'でんき スタンド', middle)
    const found = (await call('GET', `/api/${kind}:find?words=${encodeURIComponent('デンキ')}`)).body
    expect(found.total).toBe(2)
    expect(found.value.map(({ id }: { id: string }) => id)).toEqual([top, bottom])
    expect(found.ancestors.map(({ id }: { id: string }) => id)).toEqual([top, middle])
    const byId = (await call('GET', `/api/${kind}:find?ids=${bottom},${unusedId()}`)).body
    expect(names(byId.value)).toEqual(['でんき スタンド'])
    expect(names(byId.ancestors)).toEqual(['ﾃﾞﾝｷ', 'Lamps'])
  })

  test('move together or not at all, and go back to exactly where they were', async () => {
    const top = await make(kind, 'Shelf')
    const ids = Object.fromEntries(
      await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => [name, await make(kind, name, top)])),
    )
    const target = await make(kind, 'Target', top)
    expect(await below(kind, top)).toEqual(['Target', 'a', 'b', 'c', 'd'])
    // Two of them stand where somebody put them by hand, with nothing in the names to say so.
    await move(kind, [{ id: ids.d, before: ids.a }])
    await move(kind, [{ id: ids.c, before: ids.a }])
    expect(await below(kind, top)).toEqual(['Target', 'd', 'c', 'a', 'b'])

    const moved = await move(kind, [
      { id: ids.d, parentId: target },
      { id: ids.c, parentId: target, after: ids.d },
    ])
    expect(moved.status, moved.text).toBe(200)
    expect(await below(kind, target)).toEqual(['d', 'c'])
    expect(await below(kind, top)).toEqual(['Target', 'a', 'b'])
    type Moved = { id: string; was: { parentId: string; place: string } }
    const back = moved.body.map(({ id, was }: Moved) => ({ id, ...was })).reverse()
    expect((await move(kind, back)).status).toBe(200)
    expect(await below(kind, top)).toEqual(['Target', 'd', 'c', 'a', 'b'])
    expect(await below(kind, target)).toEqual([])
    // Exactly: the same step again has the same way back.
    const again = await move(kind, [{ id: ids.d, parentId: target }])
    expect(again.body[0].was).toEqual(moved.body[0].was)

    const refused = await move(kind, [
      { id: ids.a, parentId: target },
      { id: ids.b, parentId: ids.b },
    ])
    expect(refused.status).toBe(400)
    expect(await below(kind, top)).toContain('a')
    expect((await move(kind, [{ id: ids.a, parentId: target, version: 99 }])).status).toBe(412)
    expect((await move(kind, [{ id: unusedId(), parentId: target }])).status).toBe(404)
    expect((await move(kind, [{ id: ids.a, parentId: null, place: 'anywhere' }])).status).toBe(400)
    expect((await move(kind, [{ id: ids.a, parentId: null }], owner)).status).toBe(403)
    expect((await move(kind, [])).status).toBe(400)
  })

  test('grow no deeper than 64 levels', async () => {
    let at = await make(kind, 'level 1')
    for (let level = 2; level <= 64; level++) at = await make(kind, `level ${level}`, at)
    const refused = await call('POST', `/api/${kind}`, { as: admin, body: { name: 'level 65', parentId: at } })
    expect(refused.status).toBe(400)
    expect(refused.body.details[0]).toMatchObject({ target: 'parentId', code: 'NotAllowed' })
    const loose = await make(kind, 'loose')
    expect((await move(kind, [{ id: loose, parentId: at }])).status).toBe(400)
    const above = (await call('GET', `/api/${kind}/${at}`)).body.parent
    expect((await move(kind, [{ id: loose, parentId: above }])).status).toBe(200)
  })
})

test('archived categories are among a level when they are asked for', async () => {
  const top = await make('categories', 'Seasons')
  await make('categories', 'Summer', top)
  const winter = await make('categories', 'Winter', top, { status: 'ARCHIVED' })
  expect((await levels('categories', [top]))[0]).toMatchObject({ total: 1, nodes: [{ name: 'Summer' }] })
  const [all] = await levels('categories', [top], '&archived=true')
  expect(all.nodes).toMatchObject([
    { name: 'Summer', isArchived: false },
    { name: 'Winter', isArchived: true },
  ])
  expect((await call('GET', '/api/categories:find?words=Winter')).body.total).toBe(0)
  expect((await call('GET', '/api/categories:find?words=Winter&archived=true')).body.total).toBe(1)
  expect(names((await call('GET', `/api/categories:find?ids=${winter}`)).body.value)).toEqual(['Winter'])
})

test('a category in use gives its products to another one and is gone, its children move up', async () => {
  const top = await make('categories', 'Clothes')
  const old = await make('categories', 'Old shelf', top)
  const child = await make('categories', 'Child', old)
  const next = await make('categories', 'New shelf')
  const closed = await make('categories', 'Closed shelf', null, { status: 'ARCHIVED' })
  const moved = [await product('categories', old), await product('categories', old, false)]
  const impact = await call('GET', `/api/categories/${old}/impact`, { as: admin })
  expect(impact.body).toEqual({
    numberOfProducts: 2,
    numberOfOwnProducts: 2,
    numberOfChildren: 1,
    numberOfDescendants: 1,
    numberOfAttributes: 0,
  })
  expect((await call('GET', `/api/categories/${old}/impact`, { as: owner })).status).toBe(403)
  const replace = (by: string) => call('POST', `/api/categories/${old}/replace`, { as: admin, body: { by } })
  for (const by of [old, closed, unusedId()]) expect((await replace(by)).status).toBe(400)
  expect((await replace(next)).status).toBe(204)
  for (const id of moved) {
    const read = await call('GET', `/api/products/${id}?$expand=category`, { as: owner })
    expect(read.body.category.name).toBe('New shelf')
  }
  expect((await call('GET', `/api/categories/${old}`)).status).toBe(404)
  expect((await call('GET', `/api/categories/${child}`)).body.parent).toBe(top)
})

test('a location can go alone, its children moving up and its products getting another one', async () => {
  const region = await make('locations', 'Region')
  const prefecture = await make('locations', 'Prefecture', region)
  const city = await make('locations', 'City', prefecture)
  const other = await make('locations', 'Elsewhere')
  const named = await product('locations', prefecture)
  const inCity = await product('locations', city)
  const impact = await call('GET', `/api/locations/${prefecture}/impact`, { as: admin })
  expect(impact.body).toMatchObject({ numberOfProducts: 2, numberOfOwnProducts: 1, numberOfDescendants: 1 })
  const replace = (id: string, body: object) => call('POST', `/api/locations/${id}/replace`, { as: admin, body })
  expect((await replace(prefecture, { by: city })).status).toBe(400)
  expect((await replace(prefecture, { by: unusedId(), children: 'moveUp' })).status).toBe(400)
  expect((await replace(prefecture, { by: other, children: 'moveUp' })).status).toBe(204)
  const locationsOf = async (id: string) =>
    names((await call('GET', `/api/products/${id}?$expand=locations`)).body.locations)
  expect(await locationsOf(named)).toEqual(['Elsewhere'])
  expect(await locationsOf(inCity)).toEqual(['City'])
  expect((await call('GET', `/api/locations/${city}`)).body.parent).toBe(region)

  expect((await replace(region, { by: other, children: 'delete' })).status).toBe(204)
  expect(await locationsOf(inCity)).toEqual(['Elsewhere'])
  expect((await call('GET', `/api/locations/${city}`)).status).toBe(404)
})

test('an attribute says how many products would lose a value', async () => {
  const made = await call('POST', '/api/attributes', { as: admin, body: { name: 'Width', type: 'Number' } })
  const { productId } = await createItem(organization, { published: false })
  const attributes = [{ attributeId: made.body.id, value: 3 }]
  await call('PATCH', `/api/products/${productId}`, { as: owner, body: { attributes } })
  const path = `/api/attributes/${made.body.id}/impact`
  expect((await call('GET', path, { as: admin })).body).toEqual({ numberOfProducts: 1 })
  expect((await call('GET', path, { as: owner })).status).toBe(403)
  expect((await call('GET', `/api/attributes/${unusedId()}/impact`, { as: admin })).status).toBe(404)
})
