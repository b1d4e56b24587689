import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { type ContractShop, createContractShop } from '@/lib/testing/contract-shop'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createPerson } from '@/lib/testing/people'
import { createOrder } from '@/lib/testing/shop'

let shop: ContractShop
const unauthenticated = { error: { code: 'UNAUTHENTICATED', message: 'Authentication token is invalid or expired.' } }

beforeAll(async () => {
  await testDatabase()
  shop = await createContractShop()
})

const example = {
  customerId: 'CUST98765',
  items: [
    { productId: 'PROD001', quantity: 2 },
    { productId: 'PROD002', quantity: 1 },
  ],
  shippingAddress: { street: '123 Main St', city: 'Anytown', state: 'CA', zipCode: '90210', country: 'USA' },
}

const v1 = (method: string, path: string, body?: unknown, as: { token: string } = shop.key) =>
  call(method, `/api/v1${path}`, { as, body })

async function place(over: Record<string, unknown> = {}) {
  const answer = await v1('POST', '/orders', { ...example, ...over })
  expect(answer.status).toBe(201)
  return answer.body
}

const refused = (status: number, code: string, message: unknown = expect.any(String)) =>
  expect.objectContaining({ status, body: { error: { code, message } } })

describe('creating', () => {
  test('the documented example is priced from the catalog, with its address', async () => {
    const answer = await v1('POST', '/orders', example)
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({
      orderId: expect.stringMatching(/^ORD\d{9}$/),
      customerId: 'CUST98765',
      status: 'pending',
      totalAmount: 150.75,
      currency: 'USD',
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      updatedAt: answer.body.createdAt,
      shippingAddress: example.shippingAddress,
      items: [
        { productId: 'PROD001', quantity: 2, price: 50 },
        { productId: 'PROD002', quantity: 1, price: 50.75 },
      ],
    })
    expect(answer.headers.get('location')).toBe(`/api/v1/orders/${answer.body.orderId}`)
    expect((await v1('GET', `/orders/${answer.body.orderId}`)).body).toEqual(answer.body)
  })

  test('a product is known by code, PROD alias, SKU and id', async () => {
    const items = [
      { productId: 'SKU-PROD003', quantity: 1 },
      { productId: shop.items.PROD004!.productId, quantity: 1 },
    ]
    const order = await place({ items })
    expect(order.items.map((item: { productId: string }) => item.productId)).toEqual(['PROD003', 'PROD004'])
  })

  test.each([
    ['no customer', { customerId: undefined }],
    ['an empty customer', { customerId: '' }],
    ['no items', { items: [] }],
    ['an unknown product', { items: [{ productId: 'PROD999', quantity: 1 }] }],
    ['a quantity of zero', { items: [{ productId: 'PROD001', quantity: 0 }] }],
    ['half a piece', { items: [{ productId: 'PROD001', quantity: 0.5 }] }],
    ['no quantity', { items: [{ productId: 'PROD001' }] }],
    ['an address that is a text', { shippingAddress: '123 Main St' }],
  ])('%s is refused', async (_, over) => {
    expect(await v1('POST', '/orders', { ...example, ...over })).toEqual(refused(400, 'BAD_REQUEST'))
  })

  test('the same Idempotency-Key places one order', async () => {
    const send = () =>
      call('POST', '/api/v1/orders', { as: shop.key, body: example, headers: { 'idempotency-key': 'twice-the-same' } })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
  })
})

describe('who may', () => {
  test('no token, a bad one, a cookie', async () => {
    expect(await call('GET', '/api/v1/orders')).toMatchObject({ status: 401, body: unauthenticated })
    expect(await call('GET', '/api/v1/orders', { as: 'od_key_wrong' })).toMatchObject({
      status: 401,
      body: unauthenticated,
    })
  })

  test('a key without the scope, a user, a system key', async () => {
    const reader = await createKey(shop.organization, ['orders:read'])
    expect(await v1('POST', '/orders', example, reader)).toEqual(
      refused(403, 'FORBIDDEN', expect.stringContaining('orders:write')),
    )
    expect(await v1('GET', '/orders', undefined, await createPerson())).toEqual(refused(403, 'FORBIDDEN'))
    expect(await v1('GET', '/orders', undefined, await createKey(null, ['orders:read']))).toEqual(
      refused(403, 'FORBIDDEN'),
    )
  })

  test('another organization’s order is not found', async () => {
    const order = await place()
    const other = await createContractShop()
    expect(await v1('GET', `/orders/${order.orderId}`, undefined, other.key)).toEqual(
      refused(404, 'NOT_FOUND', `Order with ID ${order.orderId} not found.`),
    )
  })
})

describe('failures have the contract’s shape', () => {
  test.each(['ORD999999999', 'ord1', 'ORD01', '12', 'x'.repeat(24)])('unknown order %s', async (id) => {
    for (const [method, body] of [['GET'], ['PUT', {}], ['DELETE']] as const) {
      expect(await v1(method, `/orders/${id}`, body)).toEqual(
        refused(404, 'NOT_FOUND', `Order with ID ${id} not found.`),
      )
    }
  })

  test('malformed JSON, another type, wrong method, unknown route', async () => {
    const json = { 'content-type': 'application/json' }
    expect(await call('POST', '/api/v1/orders', { as: shop.key, body: '{"a":', headers: json })).toEqual(
      refused(400, 'BAD_REQUEST'),
    )
    expect(await call('POST', '/api/v1/orders', { as: shop.key, body: 'a=1' })).toEqual(
      refused(415, 'UNSUPPORTED_MEDIA_TYPE'),
    )
    const wrong = await v1('PATCH', '/orders', {})
    expect(wrong).toEqual(refused(405, 'METHOD_NOT_ALLOWED'))
    expect(wrong.headers.get('allow')).toBe('GET, POST')
    expect(await v1('GET', '/customers')).toEqual(refused(404, 'NOT_FOUND'))
    expect(await v1('GET', '/orders/ORD1/items')).toEqual(refused(404, 'NOT_FOUND'))
  })
})

describe('updating', () => {
  const statuses = ['pending', 'processing', 'shipped', 'delivered', 'cancelled'] as const
  const put = (id: string, body: unknown) => v1('PUT', `/orders/${id}`, body)

  // Spec other-order-apis B.5, row by row.
  const moves: Record<string, number[]> = {
    pending: [200, 200, 200, 200, 200],
    processing: [400, 200, 200, 200, 200],
    shipped: [400, 400, 200, 200, 400],
    delivered: [400, 400, 400, 200, 400],
    cancelled: [400, 400, 400, 400, 200],
  }
  test.each(Object.entries(moves))('from %s', async (from, expected) => {
    for (const [i, to] of statuses.entries()) {
      const { orderId } = await place()
      const start = await put(orderId, { status: from })
      expect(start.body.status).toBe(from)
      const answer = await put(orderId, { status: to })
      expect(answer.status, `${from} → ${to}`).toBe(expected[i])
      const now = (await v1('GET', `/orders/${orderId}`)).body
      expect(now.status).toBe(expected[i] === 200 ? to : from)
      if (from === to) expect(now.updatedAt).toBe(start.body.updatedAt)
    }
  })

  test('change address and ship, in one version', async () => {
    const { orderId } = await place()
    const shippingAddress = { street: '789 Pine Ln', city: 'Newcity', country: 'USA', gate: 'B' }
    const answer = await v1('PUT', `/orders/${orderId}`, { status: 'shipped', shippingAddress })
    expect(answer).toMatchObject({ status: 200, body: { status: 'shipped', shippingAddress } })
    expect(answer.headers.get('etag')).toMatch(/^"2-/)
    expect((await put(orderId, { shippingAddress: { street: 'Elsewhere' } })).status).toBe(400)
    expect((await put(orderId, { shippingAddress })).status).toBe(200)
  })

  test('read, change, write back: immutable members may be repeated, not changed', async () => {
    const order = await place()
    expect((await put(order.orderId, { ...order, status: 'processing' })).body.status).toBe('processing')
    expect(await put(order.orderId, { totalAmount: 1 })).toEqual(
      refused(400, 'BAD_REQUEST', expect.stringContaining('totalAmount')),
    )
    expect((await put(order.orderId, { status: 'lost' })).status).toBe(400)
    expect((await put(order.orderId, { status: null })).status).toBe(400)
  })

  test('a stale If-Match is a conflict', async () => {
    const { orderId } = await place()
    const headers = { 'if-match': '"7-x"' }
    const answer = await call('PUT', `/api/v1/orders/${orderId}`, { as: shop.key, body: {}, headers })
    expect(answer).toEqual(refused(409, 'CONFLICT'))
  })

  test('ACCEPTED reads processing, and echoing it leaves it ACCEPTED', async () => {
    const order = await createOrder(shop)
    const path = `/api/orgs/${shop.orgId}/orders/${order.id}`
    await call('PATCH', path, { as: shop.owner, body: { status: 'ACCEPTED' } })
    expect((await put(`ORD${order.number}`, { status: 'processing' })).body.status).toBe('processing')
    expect((await call('GET', path, { as: shop.owner })).body).toMatchObject({ status: 'ACCEPTED', version: 2 })
  })
})

describe('canceling', () => {
  test('erases nothing, and twice is the same', async () => {
    const { orderId } = await place()
    for (const _ of [1, 2]) {
      const answer = await v1('DELETE', `/orders/${orderId}`)
      expect([answer.status, answer.text]).toEqual([204, ''])
    }
    const read = await v1('GET', `/orders/${orderId}`)
    expect(read.body.status).toBe('cancelled')
    expect(read.headers.get('etag')).toMatch(/^"2-/)
  })

  test('what has left cannot be cancelled, in the documented words', async () => {
    const { orderId } = await place()
    await v1('PUT', `/orders/${orderId}`, { status: 'shipped' })
    const message = `Order ${orderId} cannot be cancelled as it has already been shipped.`
    expect(await v1('DELETE', `/orders/${orderId}`)).toEqual(refused(400, 'BAD_REQUEST', message))
  })
})

describe('listing', () => {
  let list: ContractShop
  const get = (query = '') => v1('GET', `/orders${query}`, undefined, list.key)
  const ids = (answer: { body: { data: { orderId: string }[] } }) => answer.body.data.map(({ orderId }) => orderId)
  const made: string[] = []

  beforeAll(async () => {
    list = await createContractShop()
    const lots = [
      ['CUST2', 'PROD003', 3, 'pending'],
      ['CUST1', 'PROD001', 1, 'processing'],
      ['CUST3', 'PROD004', 1, 'shipped'],
      ['CUST1', 'PROD001', 1, 'delivered'],
      ['CUST2', 'PROD002', 2, 'cancelled'],
    ] as const
    for (const [customerId, productId, quantity, status] of lots) {
      const body = { customerId, items: [{ productId, quantity }], shippingAddress: { city: 'X' } }
      const { body: order } = await v1('POST', '/orders', body, list.key)
      made.push(order.orderId)
      await v1('PUT', `/orders/${order.orderId}`, { status }, list.key)
    }
  })

  test('newest first, twenty to a page, without addresses', async () => {
    const answer = await get()
    expect(ids(answer)).toEqual(made.toReversed())
    expect(answer.body.pagination).toEqual({ total: 5, limit: 20, offset: 0, nextOffset: null, prevOffset: null })
    expect(answer.body.data.some((order: object) => 'shippingAddress' in order)).toBe(false)
  })

  test('pages say where their neighbours begin', async () => {
    expect((await get('?limit=2&offset=1')).body.pagination).toEqual({
      total: 5,
      limit: 2,
      offset: 1,
      nextOffset: 3,
      prevOffset: 0,
    })
    expect((await get('?limit=500')).body.pagination.limit).toBe(100)
    const beyond = await get('?offset=99')
    expect([beyond.body.data, beyond.body.pagination.total]).toEqual([[], 5])
  })

  test.each(['pending', 'processing', 'shipped', 'delivered', 'cancelled'])('only %s', async (status) => {
    const answer = await get(`?status=${status}`)
    expect(answer.body.data.map((order: { status: string }) => order.status)).toEqual([status])
    expect(answer.body.pagination.total).toBe(1)
  })

  test('sorted by each documented field, ties by number in the same direction', async () => {
    const [a, b, c, d, e] = made
    const sorted = async (by: string, order: string) => ids(await get(`?sortBy=${by}&sortOrder=${order}`))
    expect(await sorted('createdAt', 'asc')).toEqual([a, b, c, d, e])
    expect(await sorted('orderId', 'desc')).toEqual([e, d, c, b, a])
    // 75.00, 50.00, 85.25, 50.00, 101.50
    expect(await sorted('totalAmount', 'asc')).toEqual([b, d, a, c, e])
    expect(await sorted('totalAmount', 'desc')).toEqual([e, c, a, d, b])
    expect(await sorted('customerId', 'asc')).toEqual([b, d, a, e, c])
    expect(await sorted('status', 'asc')).toEqual([e, d, a, b, c])
    expect(await sorted('updatedAt', 'asc')).toEqual([a, b, c, d, e])
  })

  test.each([
    'limit=0',
    'limit=-1',
    'limit=x',
    'limit=1.5',
    'offset=-1',
    'status=open',
    'sortBy=price',
    'sortOrder=up',
  ])('%s is refused', async (query) => {
    expect(await get(`?${query}`)).toEqual(refused(400, 'BAD_REQUEST'))
  })

  test('unknown parameters are ignored', async () => {
    expect((await get('?page=3&foo=bar')).status).toBe(200)
  })
})
