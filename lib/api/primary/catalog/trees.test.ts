import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createMember, createOrg, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createItem } from '@/lib/testing/shop'

let admin: Person
let owner: Person
let organization: Awaited<ReturnType<typeof createOrg>>

beforeAll(async () => {
  await testDatabase()
  admin = await createPerson({ isSystemAdmin: true })
  organization = await createOrg()
  owner = await createMember(organization, 'owner')
})

const make = async (kind: 'categories' | 'locations', body: object) => {
  const answer = await call('POST', `/api/${kind}`, { as: admin, body })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const names = (nodes: { name: string }[]) => nodes.map(({ name }) => name)
const childrenOf = async (kind: 'categories' | 'locations', parentId: string) => {
  const { body } = await call('GET', `/api/${kind}-tree?parentId=${parentId}&$top=100`)
  return names(body.value)
}

describe.each(['categories', 'locations'] as const)('%s', (kind) => {
  const one = kind === 'categories' ? 'category' : 'location'

  test('are created by system admins, read by everybody, changed and deleted', async () => {
    const made = await call('POST', `/api/${kind}`, { as: admin, body: { name: 'Tea 茶' } })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/${kind}/${made.body.id}`)
    expect(made.body).toMatchObject({ name: 'Tea 茶', parent: null })
    const path = `/api/${kind}/${made.body.id}`
    const read = await call('GET', path)
    expect(read.body).toEqual(made.body)
    expect((await call('GET', path, { headers: { 'if-none-match': read.headers.get('etag')! } })).status).toBe(304)

    const changed = await call('PATCH', path, { as: admin, body: { name: 'Tea' } })
    expect(changed.body.name).toBe('Tea')
    const stale = { as: admin, headers: { 'if-match': read.headers.get('etag')! } }
    expect((await call('PATCH', path, { ...stale, body: { name: 'Late' } })).status).toBe(412)
    expect((await call('DELETE', path, stale)).status).toBe(412)
    const unchanged = await call('PATCH', path, { as: admin, body: {} })
    expect(unchanged.headers.get('etag')).toBe(changed.headers.get('etag'))
    expect((await call('DELETE', path, { as: admin })).status).toBe(204)
    expect((await call('GET', path)).status).toBe(404)
    expect((await call('DELETE', path, { as: admin })).status).toBe(404)
  })

  test('refuse everybody but system admins to write', async () => {
    const { id } = await make(kind, { name: 'Guarded' })
    const body = { name: 'x' }
    for (const [method, path] of [
      ['POST', `/api/${kind}`],
      ['PATCH', `/api/${kind}/${id}`],
      ['POST', `/api/${kind}/${id}/move`],
      ['DELETE', `/api/${kind}/${id}`],
    ] as const) {
      expect((await call(method, path, { body })).status, method).toBe(401)
      expect((await call(method, path, { body, as: owner })).status, method).toBe(403)
      expect((await call(method, path, { body, as: await createPerson() })).status, method).toBe(403)
    }
  })

  test('refuse bad bodies, naming the place', async () => {
    const bad: [object, string, string][] = [
      [{}, 'name', 'NullValue'],
      [{ name: '' }, 'name', 'OutOfRange'],
      [{ name: 1 }, 'name', 'InvalidType'],
      [{ name: null }, 'name', 'NullValue'],
      [{ name: 'x'.repeat(1025) }, 'name', 'TooLong'],
      [{ name: 'x', colour: 'red' }, 'colour', 'UnknownProperty'],
      [{ name: 'x', parentId: 'nope' }, 'parentId', 'InvalidFormat'],
      [{ name: 'x', parentId: unusedId() }, 'parentId', 'UnknownReference'],
      [{ name: 'x', id: unusedId() }, 'id', 'UnknownProperty'],
    ]
    for (const [body, target, code] of bad) {
      const answer = await call('POST', `/api/${kind}`, { as: admin, body })
      expect(answer.status, JSON.stringify(body)).toBe(400)
      expect(answer.body.details[0], JSON.stringify(body)).toMatchObject({ target, code })
    }
    expect((await call('GET', `/api/${kind}/UPPER`)).body).toMatchObject({ code: 'BadArgument' })
    expect((await call('PATCH', `/api/${kind}/${unusedId()}`, { as: admin, body: { name: 'x' } })).status).toBe(404)
  })

  test('stand by name until a move by hand, which writes one row', async () => {
    const parent = await make(kind, { name: 'Shelf' })
    const [c, a, b] = [
      await make(kind, { name: 'Cup', parentId: parent.id }),
      await make(kind, { name: 'Apple', parentId: parent.id }),
      await make(kind, { name: 'Bowl', parentId: parent.id }),
    ]
    expect(await childrenOf(kind, parent.id)).toEqual(['Apple', 'Bowl', 'Cup'])
    const move = (node: { id: string }, body: object) =>
      call('POST', `/api/${kind}/${node.id}/move`, { as: admin, body })

    expect((await move(c, { before: a.id })).status).toBe(200)
    expect(await childrenOf(kind, parent.id)).toEqual(['Cup', 'Apple', 'Bowl'])
    expect((await move(a, { after: b.id })).status).toBe(200)
    expect(await childrenOf(kind, parent.id)).toEqual(['Cup', 'Bowl', 'Apple'])
    expect((await move(c, { parentId: parent.id })).status).toBe(200)
    expect(await childrenOf(kind, parent.id)).toEqual(['Bowl', 'Apple', 'Cup'])
    const before = await call('GET', `/api/${kind}/${c.id}`)
    expect((await move(c, { after: a.id })).headers.get('etag')).toBe(before.headers.get('etag'))

    for (let i = 0; i < 60; i++) {
      const order = await childrenOf(kind, parent.id)
      const ids = new Map([a, b, c].map((node) => [node.name, node.id]))
      expect((await move({ id: ids.get(order[2]!)! }, { before: ids.get(order[1]!) })).status).toBe(200)
      expect(await childrenOf(kind, parent.id)).toEqual([order[0], order[2], order[1]])
    }

    const root = await move(b, { parentId: null })
    expect(root.body.parent).toBeNull()
    expect((await move(b, { parentId: parent.id, before: b.id })).status).toBe(400)
    expect((await move(b, { before: a.id, after: c.id })).status).toBe(400)
    expect((await move(b, { parentId: null, before: a.id })).status).toBe(400)
    expect((await move(b, { before: unusedId() })).status).toBe(400)
    expect((await move(b, { parentId: unusedId() })).status).toBe(400)
    expect((await move({ id: unusedId() }, {})).status).toBe(404)
  })

  test('never stand below themselves', async () => {
    const top = await make(kind, { name: 'Top' })
    const middle = await make(kind, { name: 'Middle', parentId: top.id })
    const bottom = await make(kind, { name: 'Bottom', parentId: middle.id })
    for (const target of [top, middle, bottom]) {
      const patched = await call('PATCH', `/api/${kind}/${top.id}`, { as: admin, body: { parentId: target.id } })
      expect(patched.status).toBe(400)
      expect(patched.body.details[0]).toMatchObject({ target: 'parentId', code: 'NotAllowed' })
      const moved = await call('POST', `/api/${kind}/${top.id}/move`, { as: admin, body: { parentId: target.id } })
      expect(moved.status).toBe(400)
    }
    const free = await call('PATCH', `/api/${kind}/${bottom.id}`, { as: admin, body: { parentId: top.id } })
    expect(free.body.parent).toBe(top.id)
  })

  test('expand their parent and filter by it', async () => {
    const parent = await make(kind, { name: 'Parent' })
    const child = await make(kind, { name: 'Child', parentId: parent.id })
    const read = await call('GET', `/api/${kind}/${child.id}?$expand=parent`)
    expect(read.body.parent).toEqual(parent)
    const listed = await call('GET', `/api/${kind}?$filter=parent eq '${parent.id}'&$orderBy=name desc`)
    expect(listed.body).toMatchObject({ total: 1, count: 1, value: [child] })
    expect((await call('GET', `/api/${kind}?$filter=parent.colour eq 1`)).status).toBe(400)
    expect((await call('GET', `/api/${kind}?$expand=colour`)).body.innererror.code).toBe('InvalidExpand')
    expect((await call('GET', `/api/${kind}?colour=1`)).status).toBe(400)
    expect((await call('GET', `/api/${one}-tree?parentId=${parent.id}`)).body.value).toMatchObject([child])
  })

  test('are counted with everything below, each product once', async () => {
    const top = await make(kind, { name: 'Counted' })
    const left = await make(kind, { name: 'Left', parentId: top.id })
    const right = await make(kind, { name: 'Right', parentId: top.id })
    const product = async (...nodes: { id: string }[]) => {
      const item = await createItem(organization)
      const body = kind === 'categories' ? { categoryId: nodes[0]!.id } : { locationIds: nodes.map(({ id }) => id) }
      const patched = await call('PATCH', `/api/products/${item.productId}`, { as: owner, body })
      expect(patched.status, patched.text).toBe(200)
      return item.productId
    }
    await product(left)
    const both = await product(left, right)
    await product(right)
    const draft = await product(top)
    await call('PATCH', `/api/products/${draft}`, { as: owner, body: { publication: { status: 'DRAFT' } } })

    const param = kind === 'categories' ? 'categoryIds' : 'locationIds'
    const counts = async (ids: string[]) =>
      (await call('GET', `/api/${kind}:productCount?${param}=${ids.join(',')}`)).body.map(
        ({ count }: { count: number }) => count,
      )
    const inRight = kind === 'categories' ? 1 : 2
    expect(await counts([right.id, top.id, unusedId(), left.id])).toEqual([inRight, 3, 0, 2])
    const tree = await call('GET', `/api/${kind}-tree?$filter=id eq '${top.id}'`)
    expect(tree.body.value[0]).toMatchObject({ numberOfProducts: 3, numberOfOwnProducts: 0, numberOfChildren: 2 })
    expect(tree.body.value[0].children).toMatchObject([
      { id: left.id, numberOfProducts: 2, numberOfOwnProducts: 2 },
      { id: right.id, numberOfProducts: inRight, numberOfOwnProducts: inRight },
    ])
    await call('DELETE', `/api/products/${both}`, { as: owner })
    expect(await counts([top.id])).toEqual([2])

    expect((await call('GET', `/api/${kind}:productCount`)).status).toBe(400)
    expect((await call('GET', `/api/${kind}:productCount?${param}=`)).status).toBe(400)
    expect((await call('GET', `/api/${kind}:productCount?${param}=abc`)).status).toBe(400)
    expect((await call('GET', `/api/${kind}%3AproductCount?${param}=${top.id}`)).body).toEqual([
      { id: top.id, count: 2 },
    ])
  })
})

test('a category in use is not deleted, and says how many products stand in the way', async () => {
  const category = await make('categories', { name: 'Used' })
  const child = await make('categories', { name: 'Child', parentId: category.id })
  for (let i = 0; i < 2; i++) {
    const { productId } = await createItem(organization, { published: false })
    await call('PATCH', `/api/products/${productId}`, { as: owner, body: { categoryId: category.id } })
  }
  const refused = await call('DELETE', `/api/categories/${category.id}`, { as: admin })
  expect(refused.status).toBe(409)
  expect(refused.body.message).toContain('2 products')
  expect(refused.body.innererror).toEqual({ code: 'CategoryInUse', products: 2 })
  expect((await call('GET', `/api/categories/${child.id}`)).body.parent).toBe(category.id)
})

test('the children of a deleted category move up to its parent', async () => {
  const top = await make('categories', { name: 'Top' })
  const middle = await make('categories', { name: 'Middle', parentId: top.id })
  const bottom = await make('categories', { name: 'Bottom', parentId: middle.id })
  const attribute = await call('POST', '/api/attributes', {
    as: admin,
    body: { name: 'Width', type: 'Number', categoryIds: [middle.id, top.id] },
  })
  expect((await call('DELETE', `/api/categories/${middle.id}`, { as: admin })).status).toBe(204)
  expect((await call('GET', `/api/categories/${bottom.id}`)).body.parent).toBe(top.id)
  expect((await call('GET', `/api/attributes/${attribute.body.id}`)).body.categoryIds).toEqual([top.id])
})

test('a deleted location takes everything below along, and leaves the products that named it', async () => {
  const top = await make('locations', { name: 'Region', type: 'region' })
  const middle = await make('locations', { name: 'Prefecture', parentId: top.id, code: '13' })
  const bottom = await make('locations', { name: 'City', parentId: middle.id })
  const other = await make('locations', { name: 'Elsewhere' })
  const { productId } = await createItem(organization)
  const body = { locationIds: [bottom.id, other.id, top.id] }
  await call('PATCH', `/api/products/${productId}`, { as: owner, body })
  expect((await call('DELETE', `/api/locations/${top.id}`, { as: admin })).status).toBe(204)
  for (const { id } of [top, middle, bottom]) expect((await call('GET', `/api/locations/${id}`)).status).toBe(404)
  const product = await call('GET', `/api/products/${productId}?$expand=locations`)
  expect(product.body.locations).toEqual([other])
})

test('archived categories drop out of the tree only', async () => {
  const parent = await make('categories', { name: 'Seasons', icon: { type: 'emoji', value: '🍁' } })
  const summer = await make('categories', { name: 'Summer', parentId: parent.id, sequence: 2 })
  const winter = await make('categories', { name: 'Winter', parentId: parent.id, sequence: 1, status: 'ARCHIVED' })
  expect(await childrenOf('categories', parent.id)).toEqual(['Summer'])
  await call('PATCH', `/api/categories/${winter.id}`, { as: admin, body: { status: 'ACTIVE' } })
  expect(await childrenOf('categories', parent.id)).toEqual(['Winter', 'Summer'])
  const moved = await call('POST', `/api/categories/${summer.id}/move`, { as: admin, body: { before: winter.id } })
  expect(moved.body.sequence).toBe(1)
  expect(await childrenOf('categories', parent.id)).toEqual(['Summer', 'Winter'])
  const sorted = await call('GET', `/api/categories-tree?parentId=${parent.id}&$orderBy=name desc`)
  expect(names(sorted.body.value)).toEqual(['Winter', 'Summer'])
  const cleared = await call('PATCH', `/api/categories/${parent.id}`, { as: admin, body: { icon: null } })
  expect(cleared.body.icon).toBeNull()
})

test('a level of the tree is paged', async () => {
  const parent = await make('locations', { name: 'Paged' })
  for (const name of ['a', 'b', 'c', 'd', 'e']) await make('locations', { name, parentId: parent.id })
  const first = await call('GET', `/api/locations-tree?parentId=${parent.id}&$top=2`)
  expect(first.body).toMatchObject({ total: 5, count: 2 })
  const second = await call('GET', first.body['@nextLink'])
  expect(names(second.body.value)).toEqual(['c', 'd'])
  const third = await call('GET', second.body['@nextLink'])
  expect(names(third.body.value)).toEqual(['e'])
  expect(third.body['@nextLink']).toBeUndefined()
  expect(names((await call('GET', third.body['@previousLink'])).body.value)).toEqual(['c', 'd'])
})
