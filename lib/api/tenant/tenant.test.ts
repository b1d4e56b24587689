import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db'
import { systemActor } from '@/lib/auth/actor'
import { getOrder } from '@/lib/orders/get-order'
import { splitOrder } from '@/lib/orders/split-order'
import { call } from '@/lib/testing/call'
import { amendLines, amendOrder, createLegalEntity, holdRestriction } from '@/lib/testing/companies'
import { type ContractShop, createContractShop } from '@/lib/testing/contract-shop'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createPerson, type Person } from '@/lib/testing/people'
import { createOrder } from '@/lib/testing/shop'

let shop: ContractShop
let taro: Person
let hanako: Person

beforeAll(async () => {
  await testDatabase()
  shop = await createContractShop()
  taro = await createPerson()
  hanako = await createPerson()
  await createLegalEntity(shop.organization, 'ACME-KK', [taro])
  await createLegalEntity(shop.organization, 'OTHER', [hanako])
  await holdRestriction(shop.organization, 'VIP', taro)
})

type Headers = Record<string, string>
const api = (method: string, path: string, as: { token: string } | null = taro, body?: unknown, headers?: Headers) =>
  call(method, `/api/order-v2/${shop.organization.slug}${path}`, { as: as ?? undefined, body, headers })

/** 2 × PROD001 at 50.00 and 1 × PROD002 at 50.75, for somebody. */
const place = (whom: Person = taro, over: Record<string, unknown> = {}) =>
  createOrder(
    shop,
    {
      items: [
        { ...shop.items.PROD001, quantity: 2 },
        { ...shop.items.PROD002, quantity: 1 },
      ],
      ...over,
    },
    whom,
  )

const eon = (order: { number: number }) => `EON${order.number}`
const problem = (status: number, type: string) => ({ status, body: expect.objectContaining({ status, type }) })
const withDetail = (field: string, type: string) => ({
  status: 400,
  body: {
    status: 400,
    type: 'validation_violation',
    message: expect.any(String),
    details: [expect.objectContaining({ field, type })],
  },
})

describe('one order (C2)', () => {
  test('a plain new order reads as documented', async () => {
    const order = await place()
    const { body } = await api('GET', `/orders/${eon(order)}`)
    const price = { netValue: 150.75, grossValue: 150.75, taxValue: 0, taxRate: 0 }
    expect(body).toMatchObject({
      id: eon(order),
      status: 'CREATED',
      created: order.createdAt,
      lastStatusChange: order.createdAt,
      restriction: null,
      orderType: null,
      customer: { id: taro.id, name: '山田 太郎', email: 'taro@example.jp' },
      siteCode: 'main',
      countryCode: 'US',
      currency: 'USD',
      payments: [],
      shipments: [],
      calculatedPrice: { price, finalPrice: price },
      subTotalPrice: 150.75,
      totalPrice: 150.75,
      totalAuthorizedAmount: 150.75,
      legalEntityId: 'ACME-KK',
      metadata: { version: 1, mixins: { core: expect.stringContaining('/api/openapi/order-v2.json') } },
      mixins: {
        core: {
          orderStatus: 'PENDING',
          placement: 'PLACED',
          paymentStatus: 'NOT_PAID',
          fulfillmentStatus: 'UNFULFILLED',
          disputeStatus: 'NONE',
          cancelReason: null,
          externalId: null,
        },
      },
    })
    expect('completed' in body || 'shippingAddress' in body || 'checkout' in body).toBe(false)
    expect(body.entries[0]).toMatchObject({
      amount: 2,
      orderedAmount: 2,
      unitPrice: 50,
      calculatedUnitPrice: { netValue: 50, grossValue: 50, taxValue: 0 },
      calculatedPrice: { finalPrice: { netValue: 100, grossValue: 100, taxValue: 0 } },
      product: { code: 'PROD001', sku: 'SKU-PROD001', name: 'PROD001', localizedName: { en: 'PROD001' } },
    })
    expect((await api('GET', `/orders/${order.id}`)).body).toEqual(body)
  })

  test('a foreign order is 403, an unknown one 404', async () => {
    const order = await place(hanako)
    expect(await api('GET', `/orders/${eon(order)}`)).toMatchObject(problem(403, 'insufficient_permissions'))
    for (const id of ['EON999999999', 'eon1', 'nothing', 'x'.repeat(24)]) {
      const answer = await api('GET', `/orders/${id}`)
      expect(answer).toMatchObject(problem(404, 'element_resource_non_existing'))
      expect('details' in answer.body).toBe(false)
    }
  })

  test('a labelled order is for those who hold the label', async () => {
    const [his, hers] = [await place(), await place(hanako)]
    for (const { id } of [his, hers]) await amendOrder(id, { restriction: 'VIP' })
    expect(await api('GET', `/orders/${eon(his)}`)).toMatchObject({ status: 200, body: { restriction: 'VIP' } })
    expect((await api('GET', `/orders/${eon(hers)}`, hanako)).status).toBe(403)
    const listed = await api('GET', `/orders?q=id:${eon(hers)}`, hanako)
    expect([listed.body, listed.headers.get('x-total-count')]).toEqual([[], '0'])
  })
})

describe('transitions (C3, C4)', () => {
  const transitions = (order: { number: number }) => `/orders/${eon(order)}/transitions`

  test('a created order can be declined by its customer, once', async () => {
    const order = await place()
    expect((await api('GET', transitions(order))).body).toEqual([{ status: 'DECLINED' }])
    const answer = await api('POST', transitions(order), taro, { status: 'DECLINED', comment: 'Changed my mind.' })
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect((await api('GET', transitions(order))).body).toEqual([])
    const nodeblocks = await call('GET', `/api/orgs/${shop.orgId}/orders/${order.id}`, { as: shop.owner })
    expect(nodeblocks.body).toMatchObject({ status: 'CANCELED', cancelReason: 'CUSTOMER' })
    expect(await api('POST', transitions(order), taro, { status: 'DECLINED' })).toMatchObject(
      withDetail('status', 'invalid_transition'),
    )
  })

  test.each(['CREATED', 'CONFIRMED', 'SHIPPED', 'COMPLETED', 'IN_CHECKOUT'])(
    '%s is not the customer’s',
    async (status) => {
      expect(await api('POST', transitions(await place()), taro, { status })).toMatchObject(
        withDetail('status', 'invalid_transition'),
      )
    },
  )

  test('an accepted order cannot be declined by its customer', async () => {
    const order = await place()
    await call('PATCH', `/api/orgs/${shop.orgId}/orders/${order.id}`, { as: shop.owner, body: { status: 'ACCEPTED' } })
    expect((await api('GET', transitions(order))).body).toEqual([])
    expect((await api('POST', transitions(order), taro, { status: 'DECLINED' })).status).toBe(400)
  })

  test('no body, an unknown status, no status, malformed JSON, somebody else’s order', async () => {
    const order = await place()
    expect(await api('POST', transitions(order))).toMatchObject(withDetail('status', 'missing_value'))
    expect(await api('POST', transitions(order), taro, { status: 'GONE' })).toMatchObject(
      withDetail('status', 'invalid_value'),
    )
    expect((await api('POST', transitions(order), taro, {})).status).toBe(400)
    const json = { 'content-type': 'application/json' }
    expect(await api('POST', transitions(order), taro, '{', json)).toMatchObject(problem(400, 'validation_violation'))
    expect((await api('POST', transitions(order), hanako, { status: 'DECLINED' })).status).toBe(403)
    expect((await api('POST', '/orders/EON999999999/transitions', taro, { status: 'DECLINED' })).status).toBe(404)
  })
})

describe('who may', () => {
  const fault = (errorcode: string) => ({
    status: 401,
    body: { fault: { faultstring: expect.any(String), detail: { errorcode } } },
  })

  test('no token, a bad one', async () => {
    expect(await api('GET', '/orders', null)).toMatchObject(fault('oauth.v2.InvalidAccessToken'))
    expect(await api('GET', '/orders', { token: 'od_at_bad' })).toMatchObject(fault('oauth.v2.InvalidAccessToken'))
  })

  test('a service acts for the customer of its saas-token, within its scopes', async () => {
    const service = await createKey(shop.organization, ['order.history_view'])
    const order = await place()
    const path = `/orders/${eon(order)}`
    const saas = { 'saas-token': taro.token }
    expect((await api('GET', path, service, undefined, saas)).body.id).toBe(eon(order))
    expect(await api('GET', path, service)).toMatchObject(problem(403, 'insufficient_permissions'))
    expect(await api('GET', path, service, undefined, { 'saas-token': 'od_at_bad' })).toMatchObject({ status: 401 })
    expect(await api('GET', path, service, undefined, { 'saas-token': hanako.token })).toMatchObject({ status: 403 })
    const decline = await api('POST', `${path}/transitions`, service, { status: 'DECLINED' }, saas)
    expect(decline).toMatchObject(problem(403, 'insufficient_permissions'))
    expect(decline.body.message).toContain('order.order_updateascustomer')
  })

  test('a token of another tenant, an unknown tenant, a malformed one', async () => {
    const other = await createContractShop()
    const saas = { 'saas-token': taro.token }
    expect((await api('GET', '/orders', other.key, undefined, saas)).status).toBe(403)
    expect((await call('GET', '/api/order-v2/nowhere1/orders', { as: taro })).status).toBe(403)
    for (const tenant of ['Acme', 'ab', '1acme', 'a'.repeat(17)]) {
      expect(await call('GET', `/api/order-v2/${tenant}/orders`, { as: taro })).toMatchObject(
        withDetail('tenant', 'invalid_path_parameter'),
      )
    }
  })

  test('other routes and methods', async () => {
    expect(await api('GET', '/salesorders')).toMatchObject(problem(404, 'element_resource_non_existing'))
    expect(await api('DELETE', '/orders')).toMatchObject(problem(405, 'method_not_allowed'))
  })
})

describe('listing (C1)', () => {
  let buyer: Person
  let orders: { id: string; number: number; createdAt: string }[]
  const list = (query = '', as: Person = buyer) => api('GET', `/orders${query}`, as)
  const ids = (answer: { body: { id: string }[] }) => answer.body.map(({ id }) => id)
  const found = async (query: string) => ids(await list(query))

  beforeAll(async () => {
    buyer = await createPerson()
    orders = []
    for (const [code, quantity] of [
      ['PROD003', 3],
      ['PROD001', 1],
      ['PROD004', 2],
      ['PROD001', 4],
    ] as const) {
      orders.push(await place(buyer, { items: [{ ...shop.items[code], quantity }] }))
    }
    await call('PUT', `/api/v1/orders/ORD${orders[1]!.number}`, { as: shop.key, body: { status: 'shipped' } })
    await call('PATCH', `/api/admin/v2/orders/${orders[2]!.number}`, { as: shop.owner, body: { status: 'contested' } })
    await amendOrder(orders[3]!.id, { siteCode: 'west', mixins: { gift: { wrapped: true, note: 'ribbon' } } })
  })

  const of = (...picked: number[]) => picked.map((i) => eon(orders[i]!))

  test('newest first, with the true total', async () => {
    const answer = await list()
    expect(ids(answer)).toEqual(of(3, 2, 1, 0))
    expect(answer.headers.get('x-total-count')).toBe('4')
  })

  test('pages count from 1; a page past the end is empty with the true total', async () => {
    expect(await found('?pageSize=3')).toEqual(of(3, 2, 1))
    expect(await found('?pageSize=3&pageNumber=2')).toEqual(of(0))
    const past = await list('?pageNumber=9')
    expect([past.body, past.headers.get('x-total-count')]).toEqual([[], '4'])
    for (const name of ['pageNumber', 'pageSize']) {
      for (const value of ['0', '-1', 'x', '1.5']) {
        expect(await list(`?${name}=${value}`)).toMatchObject(withDetail(name, 'invalid_query_parameter'))
      }
    }
  })

  // Some of these the store decides, some are decided on the rendered orders; the answers must not tell.
  test.each([
    ['status:CREATED', [3, 2, 0]],
    ['status:(SHIPPED,DECLINED)', [1]],
    ['status:NOTHING', []],
    ['status:~^SHIP', [1]],
    ['siteCode:west', [3]],
    ['siteCode:main status:CREATED', [2, 0]],
    ['legalEntityId:null', [3, 2, 1, 0]],
    ['mixins.core.disputeStatus:CONTESTED', [2]],
    ['mixins.core.fulfillmentStatus:~SHIPPED', [1]],
    ['mixins.gift.wrapped:true', [3]],
    ['mixins.gift:exists', [3]],
    ['mixins.gift:missing', [2, 1, 0]],
    ['mixins.gift.note:~rib', [3]],
    ['totalPrice:>80', [3, 2]],
    ['totalPrice:(>=75 AND <=170.5)', [2, 0]],
    ['entries.amount:4', [3]],
    ['entries.product.localizedName.en:PROD001', [3, 1]],
    ['entries.product.code:PROD001 status:SHIPPED', [1]],
    ['shipments.carrier:UNKNOWN', [1]],
    ['created:>"2020-01-01T00:00:00.000Z"', [3, 2, 1, 0]],
    ['created:<2020-01-01', []],
    ['completed:null', [3, 2, 1, 0]],
    ['payments:exists', []],
    ['colour:red', []],
    ['customer.name:"山田 太郎" metadata.version:1', [3, 0]],
  ])('q=%s', async (q, expected) => {
    const answer = await list(`?q=${encodeURIComponent(q)}`)
    expect(ids(answer)).toEqual(of(...expected))
    expect(answer.headers.get('x-total-count')).toBe(String(expected.length))
  })

  test('q by id, in a list, and by both ways alike', async () => {
    const some = `id:(${eon(orders[0]!)}, ${eon(orders[2]!)},EON1)`
    expect(await found(`?q=${encodeURIComponent(some)}`)).toEqual(of(2, 0))
    expect(await found(`?q=${encodeURIComponent(`${some} entries.amount:>0`)}`)).toEqual(of(2, 0))
  })

  test.each([
    ['id', [0, 1, 2, 3]],
    ['created:desc', [3, 2, 1, 0]],
    ['status', [0, 2, 3, 1]],
    // 75, 50, 170.50, 200
    ['totalPrice:DESC', [3, 2, 0, 1]],
    ['entries.amount', [1, 2, 0, 3]],
    ['entries.product.localizedName.en:desc,id:desc', [2, 0, 3, 1]],
    ['mixins.gift.note', [0, 1, 2, 3]],
    ['mixins.gift.note:desc', [3, 0, 1, 2]],
    ['siteCode:desc,created:asc', [3, 0, 1, 2]],
    ['nothing', [0, 1, 2, 3]],
  ])('sort=%s', async (sort, expected) => {
    expect(await found(`?sort=${encodeURIComponent(sort)}`)).toEqual(of(...expected))
  })

  test('bad sorts and queries name their parameter', async () => {
    expect(await list('?sort=created:down')).toMatchObject(withDetail('sort', 'invalid_query_parameter'))
    expect(await list('?q=status')).toMatchObject(withDetail('q', 'invalid_query_parameter'))
    expect(await list(`?q=${encodeURIComponent('status:~(?!x)')}`)).toMatchObject(
      withDetail('q', 'invalid_query_parameter'),
    )
  })

  test('fields keeps exactly what is named', async () => {
    const [first] = (await list('?fields=id,entries.product.code,metadata.version,nothing&pageSize=1')).body
    expect(first).toEqual({
      id: eon(orders[3]!),
      entries: [{ product: { code: 'PROD001' } }],
      metadata: { version: 1 },
    })
    expect((await list('?fields=status&pageSize=1')).body).toEqual([{ status: 'CREATED' }])
    expect(Object.keys((await list('?fields=&pageSize=1')).body[0])).toContain('mixins')
  })

  test('what clients send beyond the document', async () => {
    expect(await found('?status=SHIPPED')).toEqual(of(1))
    expect(await found('?siteCode=west')).toEqual(of(3))
    expect(await found('?legalEntityId=ACME-KK')).toEqual([])
    expect(await found('?foo=bar')).toHaveLength(4)
    expect((await api('GET', '/orders', buyer, undefined, { 'x-total-count': 'true' })).status).toBe(200)
  })
})

describe('legal entities (C5, C6)', () => {
  test('members see the orders of their company, others nothing', async () => {
    const colleague = await createPerson()
    await createLegalEntity(shop.organization, 'TEAM', [taro, colleague])
    const order = await place(colleague)
    const path = `/legal-entity-orders/TEAM`
    const listed = await api('GET', path)
    expect(listed.body.map(({ id }: { id: string }) => id)).toEqual([eon(order)])
    expect(listed.headers.get('x-total-count')).toBe('1')
    expect(listed.body[0]).toMatchObject({ legalEntityId: 'TEAM', createdBy: colleague.id })
    expect((await api('GET', `${path}/${eon(order)}`)).body).toEqual(listed.body[0])
    for (const at of [path, `${path}/${eon(order)}`, '/legal-entity-orders/NOBODY']) {
      expect(await api('GET', at, hanako)).toMatchObject(problem(403, 'insufficient_permissions'))
    }
    const outside = await place(hanako)
    expect((await api('GET', `${path}/${eon(outside)}`)).status).toBe(404)
    expect((await api('GET', `${path}/EON999999999`)).status).toBe(404)
    await amendOrder(order.id, { restriction: 'VIP' })
    expect((await api('GET', `${path}/${eon(order)}`, colleague)).status).toBe(403)
    expect((await api('GET', path, colleague)).body).toEqual([])
    expect((await api('GET', path)).body).toHaveLength(1)
  })
})

describe('split orders', () => {
  async function split() {
    const order = await place()
    await amendLines(order.id, ['north', null])
    const { transaction } = await database()
    return transaction(async (tx) => splitOrder(tx, systemActor, await getOrder(tx, shop.orgId, order.id)))
  }
  const read = async (order: { number: number }) => (await api('GET', `/orders/${eon(order)}`)).body

  test('the master names its parts, each part its vendor and its lines', async () => {
    const { master, suborders } = await split()
    expect(await read(master)).toMatchObject({
      orderType: 'MASTER_ORDER',
      splitInfo: { splitBy: 'VENDOR_ID' },
      subOrders: suborders.map(eon),
      totalPrice: 150.75,
      metadata: { version: 2 },
    })
    const [north, rest] = [await read(suborders[0]!), await read(suborders[1]!)]
    expect(north).toMatchObject({
      orderType: 'SUB_ORDER',
      masterOrder: eon(master),
      splitInfo: { splitBy: 'VENDOR_ID', uniqueValue: 'north' },
      vendor: { id: 'north' },
      totalPrice: 100,
    })
    expect(rest).toMatchObject({ splitInfo: { uniqueValue: null }, totalPrice: 50.75 })
    expect('vendor' in rest).toBe(false)
  })

  test('the customer sees all parts, the other surfaces count and list the master alone', async () => {
    const { master, suborders } = await split()
    const all = [master, ...suborders].map(eon)
    const listed = await api('GET', `/orders?q=${encodeURIComponent(`id:(${all.join(',')})`)}`)
    expect(listed.headers.get('x-total-count')).toBe('3')
    const numbers = [master, ...suborders].map(({ number }) => number).join(',')
    const nodeblocks = await call('GET', `/api/orgs/${shop.orgId}/orders?$filter=number in (${numbers})`, {
      as: shop.owner,
    })
    expect(nodeblocks.body.value.map((order: { number: number }) => order.number)).toEqual([master.number])
    for (const suborder of suborders) {
      expect((await call('GET', `/api/v1/orders/ORD${suborder.number}`, { as: shop.key })).status).toBe(200)
      const aifi = await call('GET', `/api/admin/v2/orders?id=${suborder.number}`, { as: shop.owner })
      expect(aifi.body.data).toEqual([])
    }
  })

  test('declining the master declines its parts, but only while none has begun', async () => {
    const { master, suborders } = await split()
    const decline = () => api('POST', `/orders/${eon(master)}/transitions`, taro, { status: 'DECLINED' })
    expect((await decline()).status).toBe(204)
    for (const suborder of suborders) expect((await read(suborder)).status).toBe('DECLINED')

    const begun = await split()
    const one = `/api/v1/orders/ORD${begun.suborders[0]!.number}`
    await call('PUT', one, { as: shop.key, body: { status: 'processing' } })
    const refused = await api('POST', `/orders/${eon(begun.master)}/transitions`, taro, { status: 'DECLINED' })
    expect(refused).toMatchObject(withDetail('status', 'invalid_transition'))
    expect((await read(begun.suborders[1]!)).status).toBe('CREATED')
  })

  test('when all parts are canceled the master follows', async () => {
    const { master, suborders } = await split()
    for (const suborder of suborders) {
      expect((await read(master)).status).toBe('CREATED')
      await call('DELETE', `/api/v1/orders/ORD${suborder.number}`, { as: shop.key })
    }
    expect((await read(master)).status).toBe('DECLINED')
  })
})
