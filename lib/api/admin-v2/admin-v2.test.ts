import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { type ContractShop, createContractShop } from '@/lib/testing/contract-shop'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createPerson, type Person } from '@/lib/testing/people'
import { createOrder } from '@/lib/testing/shop'

let shop: ContractShop
let systemAdmin: Person

beforeAll(async () => {
  await testDatabase()
  shop = await createContractShop()
  systemAdmin = await createPerson({ isSystemAdmin: true })
})

const v2 = (method: string, path: string, body?: unknown, as: { token: string } = shop.owner) =>
  call(method, `/api/admin/v2${path}`, { as, body })

/** 2 × PROD001 at 50.00 and 1 × PROD002 at 50.75. */
const place = async (in_: ContractShop = shop): Promise<number> =>
  (
    await createOrder(in_, {
      items: [
        { ...in_.items.PROD001, quantity: 2 },
        { ...in_.items.PROD002, quantity: 1 },
      ],
    })
  ).number

const patch = (id: number, body: unknown) => v2('PATCH', `/orders/${id}`, body)
const read = async (id: number) => (await v2('GET', `/orders/${id}`)).body

describe('one order', () => {
  test('a plain new order reads as documented', async () => {
    const id = await place()
    const order = await read(id)
    expect(order).toMatchObject({
      id,
      version: 1,
      isLatest: 1,
      status: 'unpaid',
      externalStatus: 'ok',
      externalId: null,
      transactionId: null,
      subtotalPrice: '150.75',
      totalTax: '0.00',
      totalPrice: '150.75',
      paidAt: null,
      transaction: null,
      paymentTransaction: null,
      sessionId: null,
      session: null,
      extraText: '',
      vendorMetadata: {},
      storeId: shop.organization.storeNumber,
    })
    expect(order.customerId).toMatch(/^\d{7,}$/)
    expect(order.products).toHaveLength(2)
    expect(order.products[0]).toMatchObject({
      name: 'PROD001',
      price: '50.00',
      quantity: 2,
      totalPrice: '100.00',
      externalId: 'PROD001',
      isExternallyAdded: false,
      sku: 'SKU-PROD001',
    })
    expect(order.lineItems[1]).toMatchObject({ status: 'ORIGINAL', price: '50.75', quantity: 1 })
    expect(String(order.lineItems[1].productSnapshot.productId)).toBe(order.products[1].productId)
  })

  test('an empty PATCH changes nothing', async () => {
    const id = await place()
    const answer = await patch(id, {})
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(await read(id))
    expect(answer.body.version).toBe(1)
  })

  test('facts are stored and searchable; null clears what is nullable', async () => {
    const id = await place()
    const first = await patch(id, {
      externalId: `till-${id}`,
      transactionId: 77,
      externalStatus: 'failedSendingWebhook',
    })
    expect(first.body).toMatchObject({ version: 2, externalId: `till-${id}`, transactionId: 77 })
    expect((await v2('GET', `/orders?externalId=till-${id}`)).body.data.map((o: { id: number }) => o.id)).toEqual([id])
    expect((await patch(id, { externalId: null, transactionId: null })).body).toMatchObject({
      version: 3,
      externalId: null,
      transactionId: null,
    })
  })

  test('the payment status decides over the status, and the transaction is merged key by key', async () => {
    const id = await place()
    const paid = await patch(id, {
      status: 'unpaid',
      paymentTransaction: { paymentTransactionId: 'tx-1', paymentStatus: 'success' },
    })
    expect(paid.body).toMatchObject({
      status: 'paid',
      paymentTransaction: {
        paymentTransactionId: 'tx-1',
        refunded: false,
        tryRefundTimes: 0,
        paymentStatus: 'success',
      },
      transaction: { paymentTransactionId: 'tx-1', refunded: false, tryRefundTimes: 0, paymentFailed: false },
    })
    expect(paid.body.paidAt).toMatch(/Z$/)
    const tried = await patch(id, { paymentTransaction: { tryRefundTimes: 2 } })
    expect(tried.body).toMatchObject({
      status: 'paid',
      version: 3,
      paymentTransaction: { paymentTransactionId: 'tx-1' },
    })
    const refunded = await patch(id, { paymentTransaction: { refunded: true } })
    expect(refunded.body).toMatchObject({
      status: 'paid',
      paymentTransaction: { refunded: true, tryRefundTimes: 2, paymentStatus: 'success' },
    })
    expect((await patch(id, { status: 'paid' })).body.version).toBe(refunded.body.version)
    expect((await v2('GET', '/orders?paymentTransactionId=tx-1')).body.data).toHaveLength(1)
  })

  test('a failed charge reads unpaid, and says that it failed', async () => {
    const id = await place()
    expect((await patch(id, { paymentTransaction: { paymentStatus: 'failed' } })).body).toMatchObject({
      status: 'unpaid',
      paymentTransaction: { paymentStatus: 'failed' },
      transaction: { paymentFailed: true },
    })
  })

  test('a payment on a contested order ends the dispute; a refund mark leaves it', async () => {
    const id = await place()
    await patch(id, { status: 'paid' })
    await patch(id, { status: 'contested' })
    expect((await patch(id, { paymentTransaction: { refunded: true } })).body.status).toBe('contested')
    expect((await patch(id, { paymentTransaction: { paymentStatus: 'success' } })).body.status).toBe('paid')
    expect((await v2('GET', `/contests/${id}`)).status).toBe(404)
  })

  test('words about the basket are refused once the order has begun', async () => {
    const id = await place()
    await call('PUT', `/api/v1/orders/ORD${id}`, { as: shop.key, body: { status: 'processing' } })
    for (const status of ['draft', 'completed_so_far']) {
      expect(await patch(id, { status })).toMatchObject({
        status: 422,
        body: { errors: [{ rule: 'status.transition', field: '"status"' }] },
      })
    }
    await call('DELETE', `/api/v1/orders/ORD${id}`, { as: shop.key })
    expect((await patch(id, { status: 'paymentProcessing' })).status).toBe(422)
    expect((await patch(id, { status: 'paid' })).body.status).toBe('paid')
  })
})

describe('products', () => {
  test('replace the list: changed, added and removed lines, and new totals', async () => {
    const id = await place()
    const { products } = await read(id)
    const answer = await patch(id, {
      products: [
        { id: products[0].id, quantity: 1, price: '40.5' },
        { barcode: '4901234567894', name: 'Gum', quantity: 3, price: 0.25, weight: 12 },
        { sku: 'SKU-PROD003', quantity: 1 },
      ],
    })
    // 40.50 + 3 × 0.25 + 25.00
    expect(answer.body).toMatchObject({ version: 2, totalPrice: '66.25', subtotalPrice: '66.25' })
    expect(
      answer.body.products.map((p: { name: string; isExternallyAdded: boolean }) => [p.name, p.isExternallyAdded]),
    ).toEqual([
      ['PROD001', false],
      ['Gum', true],
      ['PROD003', true],
    ])
    expect(answer.body.lineItems.map((l: { status: string }) => l.status)).toEqual([
      'MODIFIED',
      'REMOVED',
      'ADDED',
      'ADDED',
    ])
    expect(
      (
        await patch(id, {
          products: [
            { productId: products[0].productId, quantity: 1 },
            { barcode: '4901234567894', quantity: 3 },
            { externalId: 'PROD003', quantity: 1 },
          ],
        })
      ).body.version,
    ).toBe(2)
    const back = await patch(id, {
      products: [
        { id: products[0].id, quantity: 2, price: '50' },
        { id: products[1].id, quantity: 1 },
      ],
    })
    expect(back.body).toMatchObject({ totalPrice: '150.75' })
    expect(back.body.lineItems.map((l: { status: string }) => l.status)).toEqual([
      'ORIGINAL',
      'ORIGINAL',
      'REMOVED',
      'REMOVED',
    ])
    const nodeblocks = await call('GET', `/api/orgs/${shop.orgId}/orders?$filter=number eq ${id}`, { as: shop.owner })
    expect(nodeblocks.body.value[0]).toMatchObject({ totalPrice: 15075, lineItems: [{ quantity: 2 }, { quantity: 1 }] })
  })

  test('what has left cannot change, but for a contested order', async () => {
    const id = await place()
    const { products } = await read(id)
    await call('PUT', `/api/v1/orders/ORD${id}`, { as: shop.key, body: { status: 'shipped' } })
    const fewer = { products: [{ id: products[0].id, quantity: 1 }] }
    expect((await patch(id, fewer)).status).toBe(422)
    await patch(id, { status: 'contested' })
    expect((await patch(id, fewer)).body).toMatchObject({ totalPrice: '50.00', status: 'contested' })
  })

  test.each([
    ['no name of the product', [{ quantity: 1 }], 'object.missing', '"products.0"'],
    ['no quantity', [{ id: 1 }], 'any.required', '"products.0.quantity"'],
    ['a negative quantity', [{ id: 1, quantity: -1 }], 'number.min', '"products.0.quantity"'],
    [
      'too many decimals',
      [{ sku: 'SKU-PROD001', quantity: 1, price: '1.005' }],
      'number.precision',
      '"products.0.price"',
    ],
    ['an unknown product without a price', [{ sku: 'nothing', quantity: 1 }], 'any.required', '"products.0.price"'],
    ['an unknown key', [{ id: 1, quantity: 1, colour: 'red' }], 'object.unknown', '"products.0.colour"'],
  ])('%s is refused', async (_, products, rule, field) => {
    const answer = await patch(await place(), { products })
    expect(answer).toMatchObject({ status: 422, body: { type: 'E_INVALID_BODY', errors: [{ rule, field }] } })
  })
})

describe('validation errors have the documented object, every other failure no body', () => {
  test.each([
    [{ status: 'lost' }, 'any.only', '"status"'],
    [{ status: 5 }, 'any.only', '"status"'],
    [{ transactionId: 'x' }, 'number.base', '"transactionId"'],
    [{ transactionId: 1.5 }, 'number.integer', '"transactionId"'],
    [{ externalId: 5 }, 'string.base', '"externalId"'],
    [{ products: {} }, 'array.base', '"products"'],
    [{ paymentTransaction: 'x' }, 'object.base', '"paymentTransaction"'],
    [{ paymentTransaction: { refunded: 'yes' } }, 'boolean.base', '"paymentTransaction.refunded"'],
    [{ paymentTransaction: { paymentStatus: 'done' } }, 'any.only', '"paymentTransaction.paymentStatus"'],
    [{ paymentTransaction: { tryRefundTimes: -1 } }, 'number.min', '"paymentTransaction.tryRefundTimes"'],
    [{ externalStatus: null }, 'any.only', '"externalStatus"'],
    [{ email: 'x' }, 'object.unknown', '"email"'],
  ])('%j', async (body, rule, field) => {
    const answer = await patch(await place(), body)
    expect(answer.status).toBe(422)
    expect(answer.body).toEqual({
      message: 'Invalid request body',
      type: 'E_INVALID_BODY',
      errors: [{ error: expect.stringMatching(new RegExp(`^${field}`)), rule, field }],
    })
  })

  test('malformed JSON', async () => {
    const id = await place()
    const headers = { 'content-type': 'application/json' }
    const answer = await call('PATCH', `/api/admin/v2/orders/${id}`, { as: shop.owner, body: '{"status":', headers })
    expect(answer).toMatchObject({ status: 422, body: { type: 'E_INVALID_BODY', errors: [{ rule: 'json.parse' }] } })
  })

  test('path and query', async () => {
    expect(await v2('GET', '/orders/abc')).toMatchObject({
      status: 422,
      body: { type: 'E_INVALID_PARAMS', errors: [{ rule: 'number.base', field: '"orderId"' }] },
    })
    for (const [query, rule] of [
      ['pageSize=201', 'number.max'],
      ['page=-1', 'number.min'],
      ['page=x', 'number.base'],
      ['status=lost', 'any.only'],
      ['foo=1', 'object.unknown'],
      ['minCreatedAt=yesterday', 'date.format'],
      ['customerPaymentInstrumentLast4=12', 'string.pattern.base'],
      ['customerPaymentInstrumentExpDate=12/30', 'any.required'],
      ['customerPaymentInstrumentBin=12', 'string.min'],
    ]) {
      expect(await v2('GET', `/orders?${query}`), query).toMatchObject({
        status: 422,
        body: { message: 'Invalid request query', type: 'E_INVALID_QUERY', errors: [{ rule }] },
      })
    }
  })

  test('nobody, strangers, other organizations, other routes and methods', async () => {
    const id = await place()
    const empty = async (status: number, answer: Promise<{ status: number; text: string }>) =>
      expect(await answer).toMatchObject({ status, text: '' })
    const other = await createContractShop()
    await empty(401, call('GET', '/api/admin/v2/orders'))
    await empty(401, call('GET', `/api/admin/v2/orders/${id}`, { as: 'od_at_nonsense' }))
    await empty(403, v2('GET', '/orders', undefined, await createPerson()))
    await empty(403, v2('GET', `/orders/${id}`, undefined, await createMember(shop.organization, 'member')))
    await empty(404, v2('GET', `/orders/${id}`, undefined, other.owner))
    await empty(403, v2('PATCH', `/orders/${id}`, {}, await createKey(shop.organization, ['orders:read'])))
    await empty(404, v2('GET', '/orders/999999999'))
    await empty(404, v2('GET', '/stores'))
    await empty(405, v2('POST', '/orders', {}))
    expect((await v2('GET', `/orders/${id}`, undefined, systemAdmin)).status).toBe(200)
  })
})

describe('listing', () => {
  let list: ContractShop
  let ids: number[]
  const get = async (query: string, as: { token: string } = list.owner) =>
    (await v2('GET', `/orders?${query}`, undefined, as)).body
  const idsOf = (body: { data: { id: number }[] }) => body.data.map(({ id }) => id)

  beforeAll(async () => {
    list = await createContractShop()
    ids = []
    for (const [code, quantity] of [
      ['PROD001', 1],
      ['PROD003', 5],
      ['PROD004', 1],
    ] as const) {
      ids.push((await createOrder(list, { items: [{ ...list.items[code], quantity }] })).number)
    }
    const as = list.owner
    await call('PATCH', `/api/admin/v2/orders/${ids[1]}`, { as, body: { status: 'paid' } })
    await call('PATCH', `/api/admin/v2/orders/${ids[2]}`, { as, body: { status: 'contested' } })
  })

  test('ascending by id, pages from 0, neighbours as offset and count', async () => {
    expect(idsOf(await get(''))).toEqual(ids)
    expect(await get('pageSize=2')).toMatchObject({ pagination: { previous: null, next: { offset: 2, count: 1 } } })
    const second = await get('pageSize=2&page=1')
    expect([idsOf(second), second.pagination]).toEqual([[ids[2]], { previous: { offset: 0, count: 2 }, next: null }])
  })

  test('the documented read-back', async () => {
    expect(idsOf(await get(`id=${ids[1]}`))).toEqual([ids[1]])
  })

  test('filters', async () => {
    const [a, b, c] = ids
    expect(idsOf(await get('status=paid&status=contested'))).toEqual([b, c])
    expect(idsOf(await get('status[]=paid'))).toEqual([b])
    expect(idsOf(await get('status=paid,unpaid'))).toEqual([a, b])
    // 50.00, 125.00, 85.25
    expect(idsOf(await get('minTotalPrice=85.25'))).toEqual([b, c])
    expect(idsOf(await get('minTotalPrice=85.251&maxTotalPrice=125'))).toEqual([b])
    expect(idsOf(await get('minTotalProductQuantity=2'))).toEqual([b])
    expect(idsOf(await get('maxTotalProductQuantity=1'))).toEqual([a, c])
    expect(idsOf(await get(`storeId=${list.organization.storeNumber}`))).toEqual(ids)
    expect(idsOf(await get(`storeId=${shop.organization.storeNumber}`))).toEqual([])
    expect(idsOf(await get('customerRole=customer'))).toEqual(ids)
    expect(idsOf(await get('customerRole=employee&customerRole=unknown'))).toEqual([])
    expect(idsOf(await get('sessionId=x'))).toEqual([])
    expect(idsOf(await get('minCreatedAt=2999-01-01T00:00:00Z'))).toEqual([])
    expect(idsOf(await get('endTime=2999-01-01T00:00:00Z'))).toEqual(ids)
    const { customerId } = (await v2('GET', `/orders/${a}`, undefined, list.owner)).body
    expect(idsOf(await get(`customerId=${customerId}`))).toEqual(ids)
  })

  test('sorting', async () => {
    const [a, b, c] = ids
    expect(idsOf(await get('orderBy=totalPrice'))).toEqual([a, c, b])
    expect(idsOf(await get('orderBy=totalPrice&direction=desc'))).toEqual([b, c, a])
    expect(idsOf(await get('orderBy=storeId&direction=desc'))).toEqual([c, b, a])
    expect(idsOf(await get('orderBy=draftCreatedAt&direction=desc'))).toEqual([c, b, a])
  })

  test('products and contests come when asked for', async () => {
    const [plain] = (await get('')).data
    expect('products' in plain || 'lineItems' in plain || 'contest' in plain).toBe(false)
    const full = await get('includeProducts=true&includeContest=true')
    expect(full.data[0]).toMatchObject({ products: [{ quantity: 1 }], contest: null })
    expect(full.data[2].contest).toMatchObject({ status: 'contested', fromOperator: true })
  })

  test('a system admin sees every organization, an owner only the own', async () => {
    expect(idsOf(await get('pageSize=200', systemAdmin)).length).toBeGreaterThan(3)
    expect(idsOf(await get('pageSize=200'))).toEqual(ids)
  })
})

describe('versions', () => {
  test('every earlier version can be read, newest first', async () => {
    const id = await place()
    await patch(id, { externalId: 'a' })
    await patch(id, { products: [{ sku: 'SKU-PROD001', quantity: 2 }] })
    await patch(id, { paymentTransaction: { paymentTransactionId: 't', paymentStatus: 'success' } })
    await v2('POST', `/orders/${id}/vendor-metadata/acme`, { type: 'DISCOUNT', value: '5%' })
    const { body } = await v2('GET', `/orders/${id}/versions`)
    expect(
      body.data.map((o: Record<string, unknown>) => [o.version, o.isLatest, o.status, o.externalId, o.totalPrice]),
    ).toEqual([
      [4, 1, 'paid', 'a', '100.00'],
      [3, 0, 'unpaid', 'a', '100.00'],
      [2, 0, 'unpaid', 'a', '150.75'],
      [1, 0, 'unpaid', null, '150.75'],
    ])
    expect(body.data.map((o: { products: unknown[] }) => o.products.length)).toEqual([1, 1, 2, 2])
    expect(body.data.map((o: { paymentTransaction: unknown }) => o.paymentTransaction !== null)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(body.data[0]).toEqual(await read(id))
    expect(body.data.map((o: { vendorMetadata: object }) => Object.keys(o.vendorMetadata).length)).toEqual([1, 0, 0, 0])
    const page = (await v2('GET', `/orders/${id}/versions?pageSize=2&page=1`)).body
    expect(page.data).toEqual(body.data.slice(2))
    expect(page.pagination).toEqual({ previous: { offset: 0, count: 2 }, next: null })
  })
})

describe('siblings', () => {
  test('vendor metadata is appended and makes no version', async () => {
    const id = await place()
    const path = `/orders/${id}/vendor-metadata/register-7`
    const answer = await v2('POST', path, { type: 'EXTRA_TEXT', value: 'hello' })
    expect(answer).toMatchObject({
      status: 200,
      body: {
        orderId: id,
        orderVersion: 1,
        vendorName: 'register-7',
        metadata: { type: 'EXTRA_TEXT', value: 'hello' },
      },
    })
    await v2('POST', path, { type: 'custom', value: 'again' })
    expect(await read(id)).toMatchObject({
      version: 1,
      vendorMetadata: {
        'register-7': [
          { type: 'EXTRA_TEXT', value: 'hello' },
          { type: 'custom', value: 'again' },
        ],
      },
    })
    expect(await v2('POST', path, { type: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ error: '"value" is required', rule: 'any.required', field: '"value"' }] },
    })
  })

  test('retry charges again, and only what can be', async () => {
    const id = await place()
    await patch(id, { status: 'unpaid', externalId: 'till' })
    expect((await v2('POST', `/orders/${id}/retry`)).body).toEqual({
      storeId: shop.organization.storeNumber,
      totalPrice: '150.75',
      orderId: id,
      orderVersion: 3,
      externalOrderId: 'till',
      store: { oasisApiStoreId: shop.organization.storeNumber, aifiUniqueStoreId: shop.organization.slug },
      paymentFailed: false,
    })
    expect((await read(id)).status).toBe('paymentProcessing')
    expect(await v2('POST', `/orders/${id}/retry`)).toMatchObject({ status: 409, text: '' })
    await patch(id, { status: 'paid', externalStatus: 'failedSendingWebhook' })
    expect((await v2('POST', `/orders/${id}/retry`)).status).toBe(200)
    expect(await read(id)).toMatchObject({ status: 'paid', externalStatus: 'ok' })
  })

  test('a contest is opened, listed, reviewed', async () => {
    const id = await place()
    const { products } = await read(id)
    const opened = await v2('POST', '/contests', {
      orderId: id,
      message: 'I took one only.',
      items: [{ productId: products[0].productId, contestedQuantity: 1 }],
    })
    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({
      orderId: String(id),
      orderVersion: 1,
      message: 'I took one only.',
      fromOperator: false,
      status: 'contested',
      originalTotalPrice: '150.75',
      contestedTotalPrice: '100.75',
      reviewedTotalPrice: null,
      items: [{ id: products[0].id, originalQuantity: 2, contestedQuantity: 1, reviewedQuantity: null }],
    })
    expect((await read(id)).status).toBe('contested')
    expect((await v2('POST', '/contests', { orderId: id, message: '' })).status).toBe(422)
    expect((await v2('GET', `/contests/${id}`)).body).toEqual(opened.body)
    const listed = (await v2('GET', `/contests?status=contested&orderId=${id}`)).body
    expect(listed).toMatchObject({
      contestedOrders: [{ ...opened.body, order: { id, status: 'contested', totalPrice: '150.75' } }],
      pagination: { previous: null, next: null },
    })

    const reviewed = await v2('PATCH', `/contests/${id}`, { items: [{ id: products[0].id, reviewedQuantity: 1 }] })
    expect(reviewed.body).toMatchObject({
      status: 'reviewed',
      reviewedTotalPrice: '100.75',
      items: [{ originalQuantity: 2, contestedQuantity: 1, reviewedQuantity: 1 }],
    })
    expect(await read(id)).toMatchObject({ status: 'reviewed', version: 3, totalPrice: '100.75' })
    expect((await v2('PATCH', `/contests/${id}`, { items: [] })).status).toBe(422)
    expect((await v2('GET', `/contests?status=contested&orderId=${id}`)).body.contestedOrders).toEqual([])
  })

  test('a given reviewed total wins over the computed one', async () => {
    const id = await place()
    await patch(id, { status: 'contested' })
    const answer = await v2('PATCH', `/contests/${id}`, { reviewedTotalPrice: 10.5, items: [] })
    expect(answer.body.reviewedTotalPrice).toBe('10.50')
  })

  test('contests of unknown orders and too long messages', async () => {
    expect(await v2('GET', `/contests/${await place()}`)).toMatchObject({ status: 404, text: '' })
    expect((await v2('POST', '/contests', { orderId: 999999999, message: '' })).status).toBe(404)
    expect(await v2('POST', '/contests', { orderId: await place(), message: 'x'.repeat(501) })).toMatchObject({
      status: 422,
      body: { errors: [{ rule: 'string.max', field: '"message"' }] },
    })
  })
})
