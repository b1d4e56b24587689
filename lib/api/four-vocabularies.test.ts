import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { type ContractShop, createContractShop } from '@/lib/testing/contract-shop'
import { testDatabase } from '@/lib/testing/database'
import { createPerson, type Person } from '@/lib/testing/people'
import { createOrder } from '@/lib/testing/shop'

/** Spec other-order-apis D.8, D.10 and D.13, through HTTP alone. */

let shop: ContractShop
let buyer: Person

beforeAll(async () => {
  await testDatabase()
  shop = await createContractShop()
  buyer = await createPerson()
})

type Placed = { id: string; number: number }

/** 2 × PROD001 at 50.00 and 1 × PROD002 at 50.75. */
const place = (in_: ContractShop = shop): Promise<Placed> =>
  createOrder(
    in_,
    {
      items: [
        { ...in_.items.PROD001, quantity: 2 },
        { ...in_.items.PROD002, quantity: 1 },
      ],
    },
    buyer,
  )

function surfaces({ id, number }: Placed, in_: ContractShop = shop) {
  const nodeblocks = `/api/orgs/${in_.orgId}/orders/${id}`
  const aifi = `/api/admin/v2/orders/${number}`
  const generic = `/api/v1/orders/ORD${number}`
  const emporix = `/api/order-v2/${in_.organization.slug}/orders/EON${number}`
  return {
    nodeblocks: () => call('GET', nodeblocks, { as: in_.owner }),
    aifi: () => call('GET', aifi, { as: in_.owner }),
    generic: () => call('GET', generic, { as: in_.key }),
    emporix: () => call('GET', emporix, { as: buyer }),
    transitions: () => call('GET', `${emporix}/transitions`, { as: buyer }),
    toNodeblocks: (body: object) => call('PATCH', nodeblocks, { as: in_.owner, body }),
    toAifi: (body: object) => call('PATCH', aifi, { as: in_.owner, body }),
    toGeneric: (body: object) => call('PUT', generic, { as: in_.key, body }),
    toEmporix: (status: string) => call('POST', `${emporix}/transitions`, { as: buyer, body: { status } }),
    cancelGeneric: () => call('DELETE', generic, { as: in_.key }),
    deleteNodeblocks: () => call('DELETE', nodeblocks, { as: in_.owner }),
  }
}

type Surfaces = ReturnType<typeof surfaces>

/** The word on each surface: Nodeblocks, generic, Emporix, AiFi. */
async function words(order: Surfaces): Promise<string[]> {
  const read = await Promise.all([order.nodeblocks(), order.generic(), order.emporix(), order.aifi()])
  return read.map(({ body }) => body.status)
}

const paid = { paymentTransaction: { paymentStatus: 'success' } }
const failed = { paymentTransaction: { paymentStatus: 'failed' } }
const deliver = (order: Surfaces) => order.toGeneric({ status: 'delivered' })

type Write = (order: Surfaces) => Promise<{ status: number }>

// The table of D.8, row by row.
const rows: [string, Write[], string[]][] = [
  ['nothing', [], ['PENDING', 'pending', 'CREATED', 'unpaid']],
  ['AiFi draft', [(o) => o.toAifi({ status: 'draft' })], ['PENDING', 'pending', 'IN_CHECKOUT', 'draft']],
  [
    'AiFi completed_so_far',
    [(o) => o.toAifi({ status: 'completed_so_far' })],
    ['PENDING', 'pending', 'IN_CHECKOUT', 'completed_so_far'],
  ],
  [
    'AiFi paymentProcessing',
    [(o) => o.toAifi({ status: 'paymentProcessing' })],
    ['PENDING', 'pending', 'CREATED', 'paymentProcessing'],
  ],
  [
    'AiFi paymentProcessing of a draft',
    [(o) => o.toAifi({ status: 'draft' }), (o) => o.toAifi({ status: 'paymentProcessing' })],
    ['PENDING', 'pending', 'IN_CHECKOUT', 'paymentProcessing'],
  ],
  ['AiFi paid', [(o) => o.toAifi({ status: 'paid' })], ['PENDING', 'pending', 'CREATED', 'paid']],
  ['AiFi paymentStatus success', [(o) => o.toAifi(paid)], ['PENDING', 'pending', 'CREATED', 'paid']],
  ['AiFi paymentStatus failed', [(o) => o.toAifi(failed)], ['PENDING', 'pending', 'CREATED', 'unpaid']],
  ['AiFi contested', [(o) => o.toAifi({ status: 'contested' })], ['PENDING', 'pending', 'CREATED', 'contested']],
  ['AiFi reviewed', [(o) => o.toAifi({ status: 'reviewed' })], ['PENDING', 'pending', 'CREATED', 'reviewed']],
  [
    'generic processing',
    [(o) => o.toGeneric({ status: 'processing' })],
    ['PROCESSING', 'processing', 'CONFIRMED', 'unpaid'],
  ],
  ['generic shipped', [(o) => o.toGeneric({ status: 'shipped' })], ['PROCESSING', 'shipped', 'SHIPPED', 'unpaid']],
  ['generic delivered', [deliver], ['CLOSED', 'delivered', 'COMPLETED', 'unpaid']],
  [
    'generic delivered while a payment is open',
    [(o) => o.toAifi({ status: 'paymentProcessing' }), deliver],
    ['PROCESSING', 'delivered', 'SHIPPED', 'paymentProcessing'],
  ],
  [
    'generic delivered after a failed payment',
    [(o) => o.toAifi(failed), deliver],
    ['PROCESSING', 'delivered', 'SHIPPED', 'unpaid'],
  ],
  [
    '… then AiFi paid',
    [(o) => o.toAifi(failed), deliver, (o) => o.toAifi({ status: 'paid' })],
    ['CLOSED', 'delivered', 'COMPLETED', 'paid'],
  ],
  ['generic DELETE', [(o) => o.cancelGeneric()], ['CANCELED', 'cancelled', 'DECLINED', 'unpaid']],
  ['Emporix DECLINED', [(o) => o.toEmporix('DECLINED')], ['CANCELED', 'cancelled', 'DECLINED', 'unpaid']],
  [
    'Nodeblocks ACCEPTED',
    [(o) => o.toNodeblocks({ status: 'ACCEPTED' })],
    ['ACCEPTED', 'processing', 'CONFIRMED', 'unpaid'],
  ],
  ['Nodeblocks CLOSED', [(o) => o.toNodeblocks({ status: 'CLOSED' })], ['CLOSED', 'delivered', 'COMPLETED', 'unpaid']],
]

describe('starting from a plain new order, each write shows on every surface (D.8)', () => {
  test.each(rows)('%s', async (_, writes, expected) => {
    const order = surfaces(await place())
    for (const write of writes) expect((await write(order)).status).toBeLessThan(300)
    expect(await words(order)).toEqual(expected)
  })

  test('the reason of a cancellation follows the surface', async () => {
    const [one, two] = [surfaces(await place()), surfaces(await place())]
    await one.cancelGeneric()
    await two.toEmporix('DECLINED')
    expect((await one.nodeblocks()).body.cancelReason).toBe('OTHER')
    expect((await two.nodeblocks()).body.cancelReason).toBe('CUSTOMER')
  })

  test('the payment is seen on Emporix: captured, failed', async () => {
    const [one, two] = [surfaces(await place()), surfaces(await place())]
    await one.toAifi(paid)
    await two.toAifi(failed)
    expect((await one.emporix()).body.payments).toMatchObject([{ status: 'CAPTURE_SUCCESS', paidAmount: 150.75 }])
    expect((await two.emporix()).body.payments).toMatchObject([{ status: 'FAILURE', paidAmount: 0 }])
  })

  test('Nodeblocks DELETE of a PENDING order removes it from every surface', async () => {
    const order = surfaces(await place())
    expect((await order.deleteNodeblocks()).status).toBe(204)
    const read = await Promise.all([order.nodeblocks(), order.generic(), order.emporix(), order.aifi()])
    expect(read.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })
})

test('the worked example of D.13', async () => {
  const placed = await place()
  const order = surfaces(placed)
  await order.toNodeblocks({ status: 'ACCEPTED' })
  await order.toAifi(paid)
  await order.toGeneric({ status: 'shipped' })

  expect((await order.nodeblocks()).body).toMatchObject({
    status: 'PROCESSING',
    version: 4,
    subtotalPrice: 15075,
    totalTax: 0,
    totalPrice: 15075,
    lineItems: [{ price: { amount: 5000 } }, { price: { amount: 5075 } }],
    paymentStatus: 'PAID',
    fulfillmentStatus: 'SHIPPED',
    disputeStatus: 'NONE',
  })
  expect((await order.aifi()).body).toMatchObject({
    id: placed.number,
    version: 4,
    isLatest: 1,
    status: 'paid',
    subtotalPrice: '150.75',
    totalTax: '0.00',
    totalPrice: '150.75',
    paymentTransaction: { paymentStatus: 'success' },
    transaction: { paymentFailed: false },
  })
  expect((await order.generic()).body).toMatchObject({
    orderId: `ORD${placed.number}`,
    status: 'shipped',
    totalAmount: 150.75,
    items: [{ price: 50 }, { price: 50.75 }],
  })
  expect((await order.cancelGeneric()).status).toBe(400)
  const { body } = await order.emporix()
  expect(body).toMatchObject({
    id: `EON${placed.number}`,
    status: 'SHIPPED',
    calculatedPrice: { finalPrice: { netValue: 150.75, grossValue: 150.75, taxValue: 0 } },
    payments: [{ status: 'CAPTURE_SUCCESS' }],
    metadata: { version: 4 },
  })
  expect(body.shipments).toEqual([{ shippedDate: expect.any(String), carrier: 'UNKNOWN' }])
  expect((await order.transitions()).body).toEqual([])

  expect((await order.toAifi({ status: 'contested' })).body.version).toBe(5)
  expect(await words(order)).toEqual(['PROCESSING', 'shipped', 'SHIPPED', 'contested'])
  await deliver(order)
  expect(await words(order)).toEqual(['PROCESSING', 'delivered', 'SHIPPED', 'contested'])
  await order.toAifi({ status: 'reviewed' })
  expect(await words(order)).toEqual(['CLOSED', 'delivered', 'COMPLETED', 'reviewed'])
})

describe('the one history tells every surface’s writes', () => {
  test('who, where and what, one version a write', async () => {
    const placed = await place()
    const order = surfaces(placed)
    await order.toNodeblocks({ status: 'ACCEPTED' })
    await order.toAifi({ status: 'paid' })
    await order.toGeneric({ status: 'shipped' })
    await order.toGeneric({ status: 'shipped' })
    const path = `/api/orgs/${shop.orgId}/orders/${placed.id}/history`
    const { body } = await call('GET', path, { as: shop.owner })
    expect(
      body.value.map((entry: { version: number; operation: string; surface: string }) => [
        entry.version,
        entry.operation,
        entry.surface,
      ]),
    ).toEqual([
      [4, 'ship', 'generic'],
      [3, 'correct', 'aifi'],
      [2, 'accept', 'nodeblocks'],
      [1, 'place', 'nodeblocks'],
    ])
  })
})

describe('a revert takes back a status move from whichever surface (decision 49)', () => {
  const revert = (placed: Placed) =>
    call('POST', `/api/orgs/${shop.orgId}/orders/${placed.id}/revert`, { as: shop.owner })

  test('a cancellation on the generic surface, the voided payment too', async () => {
    const placed = await place()
    const order = surfaces(placed)
    await order.toAifi({ status: 'paymentProcessing' })
    await order.cancelGeneric()
    expect((await order.nodeblocks()).body).toMatchObject({ status: 'CANCELED', paymentStatus: 'VOIDED' })
    expect((await revert(placed)).status).toBe(200)
    expect((await order.nodeblocks()).body).toMatchObject({
      status: 'PENDING',
      paymentStatus: 'PROCESSING',
      cancelReason: null,
      canceledAt: null,
      version: 4,
    })
    expect((await revert(placed)).status).toBe(409)
  })

  test('shipping that started the order, with its shipment', async () => {
    const placed = await place()
    const order = surfaces(placed)
    await order.toGeneric({ status: 'shipped' })
    expect((await revert(placed)).status).toBe(200)
    expect(await words(order)).toEqual(['PENDING', 'pending', 'CREATED', 'unpaid'])
    expect((await order.emporix()).body.shipments).toEqual([])
  })

  test('not what is no status move, nor after a later write', async () => {
    const placed = await place()
    const order = surfaces(placed)
    await order.toNodeblocks({ status: 'ACCEPTED' })
    await order.toAifi({ status: 'paid' })
    expect((await revert(placed)).status).toBe(409)
  })
})

describe('money agrees on all surfaces to the minor unit (D.10)', () => {
  // Prices 5000 and 5075 minor units, taxed at 8 %: 2 × 5000 + 5075 = 15075, tax 1206, total 16281.
  test.each([
    ['JPY', '15075', '1206', '16281', 15075, 16281],
    ['USD', '150.75', '12.06', '162.81', 150.75, 162.81],
    ['KWD', '15.075', '1.206', '16.281', 15.075, 16.281],
  ])('%s', async (currency, subtotal, tax, total, net, gross) => {
    const taxed = await createContractShop(currency, 800)
    const order = surfaces(await place(taxed), taxed)
    expect((await order.nodeblocks()).body).toMatchObject({
      currency,
      subtotalPrice: 15075,
      totalTax: 1206,
      totalPrice: 16281,
    })
    expect((await order.aifi()).body).toMatchObject({ subtotalPrice: subtotal, totalTax: tax, totalPrice: total })
    expect((await order.generic()).body).toMatchObject({ currency, totalAmount: gross })
    const { body } = await order.emporix()
    const price = { netValue: net, grossValue: gross, taxValue: Number(tax), taxRate: 8 }
    expect(body).toMatchObject({ currency, calculatedPrice: { price, finalPrice: price }, totalPrice: gross })

    const minor = (value: number | string) => Math.round(Number(value) * (15075 / net))
    const { products } = (await order.aifi()).body
    const sums = (pick: (product: Record<string, string>) => string) =>
      products.reduce((sum: number, product: Record<string, string>) => sum + minor(pick(product)), 0)
    expect(sums((product) => product.totalTax!)).toBe(1206)
    expect(sums((product) => product.totalPrice!)).toBe(16281)
    const entries = body.entries.map((entry: { calculatedPrice: { finalPrice: { grossValue: number } } }) =>
      minor(entry.calculatedPrice.finalPrice.grossValue),
    )
    expect(entries.reduce((a: number, b: number) => a + b, 0)).toBe(16281)
  })
})
