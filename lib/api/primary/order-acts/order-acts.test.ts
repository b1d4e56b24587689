import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { amendLines } from '@/lib/testing/companies'
import { type ContractShop, createContractShop } from '@/lib/testing/contract-shop'
import { testDatabase } from '@/lib/testing/database'
import { createOrder } from '@/lib/testing/shop'

let shop: ContractShop

beforeAll(async () => {
  await testDatabase()
  shop = await createContractShop()
})

/** 2 × PROD001 at 50.00 and 1 × PROD002 at 50.75. */
async function place() {
  const items = [
    { ...shop.items.PROD001, quantity: 2 },
    { ...shop.items.PROD002, quantity: 1 },
  ]
  const order = await createOrder(shop, { items })
  const path = `/api/orgs/${shop.orgId}/orders/${order.id}`
  const as = shop.owner
  return {
    ...order,
    read: async () => (await call('GET', path, { as })).body,
    parts: async () => (await call('GET', `${path}/parts`, { as })).body,
    get: async (what: string) => (await call('GET', `${path}/${what}`, { as })).body,
    act: (what: string, body?: object, headers?: Record<string, string>) =>
      call('POST', `${path}/${what}`, { as, body, headers }),
    patch: (body: object) => call('PATCH', path, { as, body }),
  }
}

describe('payment', () => {
  test('is authorized, captured, given back in parts', async () => {
    const order = await place()
    await order.act('payments', { status: 'AUTHORIZED', transactionId: 'tx', provider: 'bank', method: 'card' })
    expect((await order.parts()).payment).toMatchObject({ authorizedAmount: 15075, paidAmount: 0, provider: 'bank' })
    await order.act('payments', { status: 'PAID' })
    const first = await order.act('payments', { status: 'PARTIALLY_REFUNDED', amount: 5000 })
    expect(first).toMatchObject({ status: 200, body: { paymentStatus: 'PARTIALLY_REFUNDED', version: 4 } })
    expect((await order.parts()).payment).toMatchObject({
      paidAmount: 15075,
      refundedAmount: 5000,
      transactionId: 'tx',
    })
    expect((await order.act('payments', { status: 'PARTIALLY_REFUNDED', amount: 10076 })).status).toBe(409)
    const rest = await order.act('payments', { status: 'PARTIALLY_REFUNDED', amount: 10075 })
    expect(rest.body.paymentStatus).toBe('REFUNDED')
    expect((await order.parts()).next.payment).toEqual([])
  })

  test('what the machine does not allow is refused, with what it does', async () => {
    const order = await place()
    const answer = await order.act('payments', { status: 'REFUNDED' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'Conflict', target: 'paymentStatus' } })
    expect(answer.body.details.map((detail: { target: string }) => detail.target)).toEqual(
      (await order.parts()).next.payment,
    )
    expect((await order.act('payments', { status: 'PARTIALLY_REFUNDED' })).status).toBe(400)
    expect((await order.act('payments', { status: 'NOT_PAID' })).status).toBe(400)
  })

  test('canceling voids what is open, and a canceled order cannot be charged', async () => {
    const order = await place()
    await order.act('payments', { status: 'PROCESSING' })
    await order.patch({ status: 'CANCELED', cancelReason: 'INVENTORY' })
    expect(await order.read()).toMatchObject({ status: 'CANCELED', paymentStatus: 'VOIDED' })
    expect((await order.act('payments', { status: 'PROCESSING' })).status).toBe(409)
    expect((await order.act('payments', { status: 'PAID' })).body.paymentStatus).toBe('PAID')
  })
})

describe('fulfillment', () => {
  test('ships by lines until nothing is left, then delivers and closes', async () => {
    const order = await place()
    const [one, two] = (await order.parts()).lines
    const first = await order.act('shipments', {
      lines: [{ lineId: one.id, quantity: 1 }],
      carrier: 'Yamato',
      trackingNumber: '1234-5678',
      expectedAt: '2030-01-02T03:04:05Z',
    })
    expect(first.body).toMatchObject({ status: 'PROCESSING', fulfillmentStatus: 'PARTIALLY_SHIPPED' })
    const parts = await order.parts()
    expect(parts.remaining).toEqual([
      { lineId: one.id, quantity: 1 },
      { lineId: two.id, quantity: 1 },
    ])
    expect(parts.shipments).toMatchObject([
      { carrier: 'Yamato', trackingNumber: '1234-5678', expectedAt: '2030-01-02T03:04:05.000Z', deliveredAt: null },
    ])
    expect((await order.act('shipments', { lines: [{ lineId: one.id, quantity: 2 }] })).status).toBe(400)
    expect((await order.act('shipments')).body.fulfillmentStatus).toBe('SHIPPED')
    expect((await order.act('shipments')).status).toBe(409)
    expect((await order.patch({ status: 'CANCELED' })).status).toBe(409)
    expect((await order.act('delivery')).body).toMatchObject({ status: 'CLOSED', fulfillmentStatus: 'DELIVERED' })
    expect((await order.parts()).shipments).toHaveLength(2)
    expect((await order.act('return')).body).toMatchObject({ status: 'CLOSED', fulfillmentStatus: 'RETURNED' })
  })

  test('what is handed over at once is one shipment', async () => {
    const order = await place()
    await order.act('delivery')
    const { shipments, remaining } = await order.parts()
    expect([shipments.length, shipments[0].lines.length, remaining]).toEqual([1, 2, []])
  })

  test('repeating what is so already makes no version', async () => {
    const order = await place()
    await order.act('delivery')
    const { version } = await order.read()
    expect((await order.act('delivery')).body.version).toBe(version)
  })

  test('a stale If-Match is refused', async () => {
    const order = await place()
    expect((await order.act('delivery', undefined, { 'if-match': '"9-x"' })).status).toBe(412)
  })
})

describe('dispute', () => {
  test('is opened, and its review sets the quantities', async () => {
    const order = await place()
    const [one] = (await order.parts()).lines
    const items = [{ lineId: one.id, quantity: 1 }]
    expect((await order.act('contest', { message: 'One only.', items })).body.disputeStatus).toBe('CONTESTED')
    expect((await order.parts()).contest).toMatchObject({ contestedTotalPrice: 10075, status: 'CONTESTED' })
    expect((await order.act('contest', { message: '' })).status).toBe(409)
    expect((await order.act('review', { items })).body).toMatchObject({ disputeStatus: 'REVIEWED', totalPrice: 10075 })
    expect((await order.act('review', { items })).status).toBe(409)
    expect((await order.act('contest', { message: '', items: [{ lineId: 1, quantity: 1 }] })).status).toBe(400)
  })
})

describe('splitting', () => {
  test('makes a master; what cannot be split says so', async () => {
    const order = await place()
    expect((await order.parts()).next.split).toBe(false)
    expect((await order.act('split')).status).toBe(409)
    await amendLines(order.id, ['north', 'south'])
    expect((await order.parts()).next.split).toBe(true)
    expect((await order.act('split')).body).toMatchObject({ id: order.id, version: 2 })
    expect((await order.act('split')).status).toBe(409)
  })

  test('the counters count the master alone', async () => {
    const counts = async () => {
      const { body } = await call('GET', `/api/orgs/${shop.orgId}/orders:statusCounts`, { as: shop.owner })
      return body.value[0].count
    }
    const before = await counts()
    const order = await place()
    await amendLines(order.id, ['north', null])
    await order.act('split')
    expect(await counts()).toBe(before + 1)
    await order.patch({ status: 'CANCELED' })
    expect(await counts()).toBe(before)
  })
})

describe('looking at an order', () => {
  test('every version is there as it was', async () => {
    const order = await place()
    await order.act('payments', { status: 'PAID', transactionId: 'tx' })
    await order.act('shipments', {})
    const { total, value } = await order.get('versions')
    expect(total).toBe(3)
    expect(
      value.map((entry: { version: number; operation: string; order: { status: string; paymentStatus: string } }) => [
        entry.version,
        entry.operation,
        entry.order.status,
        entry.order.paymentStatus,
      ]),
    ).toEqual([
      [3, 'ship', 'PROCESSING', 'PAID'],
      [2, 'pay', 'PENDING', 'PAID'],
      [1, 'place', 'PENDING', 'NOT_PAID'],
    ])
    expect(value[0].order).toEqual(await order.read())
    expect(value.map((entry: { shipments: unknown[] }) => entry.shipments.length)).toEqual([1, 0, 0])
    expect(value[2].payment).toBeNull()
    expect((await order.get('versions?$top=1&before=3')).value).toEqual([value[1]])
  })

  test('its word in each vocabulary, with an address that answers it', async () => {
    const order = await place()
    await order.patch({ status: 'ACCEPTED' })
    const { value } = await order.get('readings')
    expect(value.map(({ surface, id, status }: Record<string, string>) => [surface, id, status])).toEqual([
      ['nodeblocks', order.id, 'ACCEPTED'],
      ['generic', `ORD${order.number}`, 'processing'],
      ['aifi', String(order.number), 'unpaid'],
      ['emporix', `EON${order.number}`, 'CONFIRMED'],
    ])
    const tokens = [shop.owner, shop.key, shop.owner, shop.owner]
    for (const [i, { url, status }] of value.entries()) {
      const { pathname } = new URL(url)
      expect((await call('GET', pathname, { as: tokens[i] })).body.status).toBe(status)
    }
  })
})
