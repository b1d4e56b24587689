import { beforeAll, describe, expect, test } from 'vitest'
import { storeRail } from '@/lib/catalog/rail/store-rail'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createOrg, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createItem } from '@/lib/testing/shop'

let admin: Person
let shop: Awaited<ReturnType<typeof createOrg>>
let owner: Person

beforeAll(async () => {
  const { transaction } = await testDatabase()
  admin = await createPerson({ isSystemAdmin: true })
  shop = await createOrg()
  owner = await createMember(shop, 'owner')
  await transaction((tx) =>
    storeRail(tx, {
      companies: [
        { code: 'JR', name: 'JR東日本' },
        { code: 'TM', name: '東京メトロ' },
      ],
      areas: [
        { code: '13', name: '東京都' },
        { code: '14', name: '神奈川県' },
      ],
      lines: [
        { code: 'JY', name: '山手線', company: 'JR' },
        { code: 'G', name: '銀座線', company: 'TM' },
      ],
      stations: [
        { code: 'JY01', name: '東京', line: 'JY', area: '13', order: 1, longitude: 139.767, latitude: 35.681 },
        {
          code: 'JY30',
          name: '有楽町',
          line: 'JY',
          area: '13',
          order: 2,
          isClosed: false,
          longitude: 139.763,
          latitude: 35.675,
        },
        {
          code: 'G01',
          name: '渋谷',
          line: 'G',
          area: '13',
          order: 1,
          isClosed: true,
          longitude: 139.701,
          latitude: 35.658,
        },
      ],
    }),
  )
})

describe('rail', () => {
  const names = async (path: string) => {
    const answer = await call('GET', `/api/rail/${path}`)
    return answer.status === 200 ? answer.body.value.map(({ name }: { name: string }) => name) : answer.status
  }

  test('is read by everybody, filtered, sorted and expanded', async () => {
    expect(await names('companies')).toEqual(['JR東日本', '東京メトロ'])
    expect(await names('lines')).toEqual(['山手線', '銀座線'])
    expect(await names('areas')).toEqual(['東京都', '神奈川県'])
    expect(await names('stations')).toEqual(['東京', '有楽町', '渋谷'])
    const lines = (await call('GET', '/api/rail/lines?$expand=company')).body.value
    expect(lines[0].company).toMatchObject({ code: 'JR', name: 'JR東日本' })
    expect(await names(`stations?$filter=lineId eq '${lines[0].id}'&$orderBy=orderNum desc`)).toEqual([
      '有楽町',
      '東京',
    ])
    expect(await names('stations?$filter=isClosed eq true')).toEqual(['渋谷'])
    expect(await names('stations?$filter=isClosed eq null')).toEqual(['東京'])
    expect(await names(`areas?$filter=lineIds eq '${lines[1].id}'`)).toEqual(['東京都'])
    expect(await names(`lines?$filter=companyId eq '${lines[1].company.id}'`)).toEqual(['銀座線'])
    expect(await names('stations?$filter=point eq 1')).toBe(400)
    expect(await names('stations?$expand=company')).toBe(400)
    const station = (await call('GET', "/api/rail/stations?$filter=code eq 'JY01'&$expand=line.company,area")).body
      .value[0]
    expect(station).toMatchObject({
      orderNum: 1,
      isClosed: null,
      point: { type: 'Point', coordinates: [139.767, 35.681] },
      line: { name: '山手線', company: { code: 'JR' } },
      area: { name: '東京都' },
    })
  })

  test('has an address behind every reference', async () => {
    const [station] = (await call('GET', '/api/rail/stations')).body.value
    const line = await call('GET', new URL(station.line.uri).pathname)
    const area = await call('GET', `${new URL(station.area.uri).pathname}?$expand=lines`)
    const company = await call('GET', new URL(line.body.company.uri).pathname)
    expect([line.body.id, area.body.id]).toEqual([station.line.id, station.area.id])
    expect(company.body.name).toBe('JR東日本')
    expect(area.body.lines.map(({ code }: { code: string }) => code)).toEqual(['JY', 'G'])
    expect((await call('GET', `/api/rail/stations/${station.id}`)).body).toEqual(station)
    for (const kind of ['areas', 'lines', 'stations', 'companies']) {
      expect((await call('GET', `/api/rail/${kind}/${unusedId()}`)).status).toBe(404)
      expect((await call('POST', `/api/rail/${kind}`, { as: admin, body: {} })).status).toBe(405)
    }
  })
})

describe('following', () => {
  const follow = (productId: string, as: Person | undefined, body: object, verb = 'follow') =>
    call('POST', `/api/products/${productId}/${verb}`, { as, body })

  test('is for oneself, once, and for what one may see', async () => {
    const fan = await createPerson()
    const me = { followerId: fan.id, followerType: 'user' }
    const { productId } = await createItem(shop)
    const draft = await createItem(shop, { published: false })
    const first = await follow(productId, fan, me)
    expect([first.status, first.text]).toEqual([201, ''])
    expect((await follow(productId, fan, me)).status).toBe(403)
    expect((await follow(productId, fan, { ...me, followerId: owner.id })).status).toBe(403)
    expect((await follow(productId, fan, { ...me, followerType: 'organization' })).status).toBe(403)
    expect((await follow(productId, admin, me)).status).toBe(403)
    expect((await follow(unusedId(), fan, me)).status).toBe(404)
    expect((await follow(draft.productId, fan, me)).status).toBe(404)
    expect((await follow(productId, undefined, me)).status).toBe(401)
    expect((await follow(productId, fan, { followerId: fan.id })).status).toBe(400)
    expect((await follow(productId, fan, { ...me, more: 1 })).status).toBe(400)

    const listed = await call('GET', `/api/users/${fan.id}/products/follows`, { as: fan })
    expect(listed.body).toMatchObject({ total: 1, value: [{ id: productId }] })
    expect((await follow(productId, fan, { ...me, followerId: owner.id }, 'unfollow')).status).toBe(403)
    const left = await follow(productId, fan, me, 'unfollow')
    expect([left.status, left.text]).toEqual([204, ''])
    expect((await follow(productId, fan, me, 'unfollow')).status).toBe(204)
    expect((await follow(unusedId(), fan, me, 'unfollow')).status).toBe(404)
    expect((await call('GET', `/api/users/${fan.id}/products/follows`, { as: fan })).body.total).toBe(0)
  })

  test('by fifty calls at once makes one follower', async () => {
    const fan = await createPerson()
    const { productId } = await createItem(shop)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => follow(productId, fan, { followerId: fan.id, followerType: 'user' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(49)
    const url = `/api/products/${productId}/followers?type=user`
    expect((await call('GET', url, { as: admin })).body).toMatchObject({
      total: 1,
      value: [{ followId: productId, followType: 'product', followerId: fan.id, followerType: 'user' }],
    })
  })

  test('is listed to system admins and system keys', async () => {
    const { productId } = await createItem(shop)
    const fans = [await createPerson(), await createPerson()]
    for (const fan of fans) await follow(productId, fan, { followerId: fan.id, followerType: 'user' })
    const url = `/api/products/${productId}/followers`
    expect((await call('GET', `${url}?type=user`)).status).toBe(401)
    expect((await call('GET', `${url}?type=user`, { as: owner })).status).toBe(403)
    expect((await call('GET', `${url}?type=user`, { as: await createKey(shop, ['products:read']) })).status).toBe(403)
    expect((await call('GET', `${url}?type=user`, { as: await createKey(null, ['products:read']) })).body.total).toBe(2)
    expect((await call('GET', url, { as: admin })).status).toBe(400)
    expect((await call('GET', `${url}?type=org`, { as: admin })).status).toBe(400)
    const filtered = await call('GET', `${url}?type=user&$filter=followerId eq '${fans[1]!.id}'`, { as: admin })
    expect(filtered.body.value).toMatchObject([{ followerId: fans[1]!.id }])
    const paged = await call('GET', `${url}?type=user&$top=1&$orderBy=createdAt desc`, { as: admin })
    expect(paged.body.value[0].followerId).toBe(fans[1]!.id)
    expect((await call('GET', paged.body['@nextLink'], { as: admin })).body.value[0].followerId).toBe(fans[0]!.id)
  })

  test('shows a user’s products to the user and to system admins', async () => {
    const fan = await createPerson()
    const [one, two] = [await createItem(shop), await createItem(shop)]
    for (const { productId } of [one, two]) await follow(productId, fan, { followerId: fan.id, followerType: 'user' })
    const url = `/api/users/${fan.id}/products/follows`
    for (const name of ['id', 'productId', 'followId']) {
      const answer = await call('GET', `${url}?$filter=${name} eq '${two.productId}'`, { as: fan })
      expect(answer.body.value).toMatchObject([{ id: two.productId }])
    }
    await call('PATCH', `/api/products/${one.productId}`, { as: owner, body: { publication: { status: 'ARCHIVED' } } })
    expect((await call('GET', url, { as: fan })).body.total).toBe(1)
    expect((await call('GET', url, { as: admin })).body.total).toBe(2)
    expect((await call('GET', url, { as: owner })).status).toBe(403)
    expect((await call('GET', url)).status).toBe(401)
  })
})

describe('attributes', () => {
  const make = async (body: object) => {
    const answer = await call('POST', '/api/attributes', { as: admin, body })
    expect(answer.status, answer.text).toBe(201)
    return answer.body
  }
  const items = ['s', 'm', 'l'].map((key) => ({ key, value: key.toUpperCase() }))

  test('are made and changed by system admins, read by everybody', async () => {
    const category = (await call('POST', '/api/categories', { as: admin, body: { name: 'Clothes' } })).body.id
    const size = await make({
      name: 'Size',
      type: 'Select',
      order: 1.5,
      groupName: 'Fit',
      categoryIds: [category, category],
      items: items.map((item) => ({ ...item, groupName: 'all' })),
      itemGroups: [{ key: 'all', value: 'All', categoryIds: [category] }],
      customFields: { a: 1 },
    })
    expect(size).toMatchObject({ order: 1.5, groupName: 'Fit', categoryIds: [category], customFields: { a: 1 } })
    const url = `/api/attributes/${size.id}`
    expect((await call('GET', url)).body).toEqual(size)
    const found = async (filter: string) => (await call('GET', `/api/attributes?$filter=${filter}`)).body.total
    expect(await found("items.key eq 'm'")).toBe(1)
    expect(await found(`categoryIds eq '${category}'`)).toBe(1)
    expect(await found("type eq 'Select' and order gt 1")).toBe(1)
    expect((await call('GET', '/api/attributes?$expand=categories')).status).toBe(400)
    const changed = await call('PATCH', url, { as: admin, body: { name: 'Größe', groupName: null, items: items } })
    expect(changed.body).toMatchObject({ name: 'Größe', items })
    expect(changed.body.groupName).toBeUndefined()
    for (const [method, at] of [
      ['POST', '/api/attributes'],
      ['PATCH', url],
      ['DELETE', url],
    ] as const) {
      const body = method === 'DELETE' ? undefined : { name: 'x', type: 'Text' }
      expect((await call(method, at, { body })).status).toBe(401)
      expect((await call(method, at, { body, as: owner })).status).toBe(403)
    }
    expect((await call('DELETE', url, { as: admin })).status).toBe(204)
    expect((await call('GET', url)).status).toBe(404)
    expect((await call('PATCH', url, { as: admin, body: {} })).status).toBe(404)
  })

  test('refuse parts that do not fit together', async () => {
    for (const [body, target] of [
      [{ type: 'Text' }, 'name'],
      [{ name: 'x' }, 'type'],
      [{ name: 'x', type: 'Date' }, 'type'],
      [{ name: 'x', type: 'Text', items }, 'items'],
      [{ name: 'x', type: 'Number', itemGroups: [{ key: 'a', value: 'A' }] }, 'itemGroups'],
      [{ name: 'x', type: 'Select', items: [items[0], items[0]] }, 'items.1.key'],
      [{ name: 'x', type: 'Select', items: [{ key: '', value: 'A' }] }, 'items.0.key'],
      [{ name: 'x', type: 'Select', items: [{ ...items[0], groupName: 'none' }] }, 'items.0.groupName'],
      [{ name: 'x', type: 'Text', categoryIds: [unusedId()] }, 'categoryIds.0'],
      [{ name: 'x', type: 'Text', order: 'first' }, 'order'],
      [{ name: 'x', type: 'Text', colour: 1 }, 'colour'],
    ] as const) {
      const answer = await call('POST', '/api/attributes', { as: admin, body })
      expect(answer.status, JSON.stringify(body)).toBe(400)
      expect(answer.body.details[0].target).toBe(target)
    }
  })

  test('hold values of their type only', async () => {
    const { productId } = await createItem(shop)
    const kinds = {
      Boolean: [true, 'true', 1],
      Text: ['words', 1, true],
      Number: [1.5, '1.5', false],
      Select: ['m', 'xl', ['m']],
      MultiSelect: [['m', 'l'], ['m', 'xl'], 'm'],
    } as const
    for (const [type, [good, ...bad]] of Object.entries(kinds)) {
      const { id } = await make({ name: type, type, ...(type.includes('Select') ? { items } : {}) })
      const set = (value: unknown) =>
        call('PATCH', `/api/products/${productId}?$expand=attributes`, {
          as: owner,
          body: { attributes: [{ attributeId: id, value }] },
        })
      const ok = await set(good)
      expect(ok.body.attributes).toMatchObject([{ attributeId: id, value: good, attribute: { id, name: type } }])
      for (const value of bad) {
        const answer = await set(value)
        expect(answer.status, `${type} ${JSON.stringify(value)}`).toBe(400)
        expect(answer.body.details[0].target).toBe('attributes.0.value')
      }
      expect((await set(null)).status).toBe(400)
    }
    const { id } = await make({ name: 'Twice', type: 'Text' })
    const twice = {
      attributes: [
        { attributeId: id, value: 'a' },
        { attributeId: id, value: 'b' },
      ],
    }
    expect((await call('PATCH', `/api/products/${productId}`, { as: owner, body: twice })).status).toBe(400)
  })

  test('cannot change under values that would not fit, and take their values along', async () => {
    const { productId } = await createItem(shop)
    const { id } = await make({ name: 'Fit', type: 'Select', items })
    const other = await make({ name: 'Other', type: 'Text' })
    const attributes = [
      { attributeId: id, value: 'l' },
      { attributeId: other.id, value: 'stays' },
    ]
    await call('PATCH', `/api/products/${productId}`, { as: owner, body: { attributes } })
    const url = `/api/attributes/${id}`
    const refused = await call('PATCH', url, { as: admin, body: { items: items.slice(0, 2) } })
    expect(refused.status).toBe(409)
    expect(refused.body.innererror).toEqual({ code: 'AttributeInUse', products: 1 })
    expect((await call('PATCH', url, { as: admin, body: { type: 'Text', items: [] } })).status).toBe(200)
    expect((await call('DELETE', url, { as: admin })).status).toBe(204)
    const left = await call('GET', `/api/products/${productId}`)
    expect(left.body.attributes).toEqual([{ attributeId: other.id, value: 'stays' }])
    expect((await call('GET', `/api/products?$filter=attributes.attributeId eq '${id}'`)).body.total).toBe(0)
  })
})

test('orders lead into the catalog, and a product that is gone is null', async () => {
  const item = await createItem(shop)
  const order = await call('POST', `/api/orgs/${shop.id}/orders?$expand=items.product.category,variant`, {
    as: owner,
    body: {
      items: [{ ...item, quantity: 2 }],
      customer: { name: 'A', nameKana: 'ア', addressLine1: 'x', phone: '03-1234-5678', email: 'a@example.jp' },
    },
  })
  expect(order.status, order.text).toBe(201)
  const [line] = order.body.lineItems
  expect(line.product).toMatchObject({ id: item.productId, category: { status: 'ACTIVE' } })
  expect(line.variant).toMatchObject({ id: item.variantId, productId: item.productId, price: { currency: 'JPY' } })
  await call('DELETE', `/api/products/${item.productId}`, { as: owner })
  const later = await call('GET', `/api/orgs/${shop.id}/orders/${order.body.id}?$expand=product,variant`, { as: owner })
  expect(later.body.lineItems).toMatchObject([{ product: null, variant: null, productName: line.productName }])
})
