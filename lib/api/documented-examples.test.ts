import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '@/lib/auth/actor'
import { createApiKey } from '@/lib/auth/api-keys'
import { issueUserToken } from '@/lib/auth/sessions'
import { now } from '@/lib/clock'
import { seedDemo } from '@/lib/demo/seed'
import { findOrganizationBySlug } from '@/lib/organizations/find-organizations'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { findUserByEmail } from '@/lib/users/find-user'

/** The examples of the other contracts' own documents, letter for letter, against the demo data. */

const pictures = mkdtempSync(join(tmpdir(), 'demo-pictures-'))
process.env.ATTACHMENTS_URL = `file:${pictures}`
afterAll(() => rmSync(pictures, { recursive: true, force: true }))

const volume = { categories: 60, attributes: 12, products: 80, variants: 233, orders: 400 }
let key: string
let admin: string
let taro: string
let hanako: string

beforeAll(async () => {
  const db = await testDatabase()
  await db.transaction((tx) => seedDemo(tx, { volume, passwordHash: 'a hash', now: now(), report: () => {} }))
  const tokenOf = async (email: string) => {
    const user = await findUserByEmail(db.reader, email)
    return db.transaction((tx) => issueUserToken(tx, user!.id, 'test'))
  }
  admin = await tokenOf('admin@orderdesk.example')
  taro = await tokenOf('taro@customer.example')
  hanako = await tokenOf('hanako@customer.example')
  const globex = await findOrganizationBySlug(db.reader, 'globex')
  key = await db.transaction(async (tx) => {
    const scopes = ['orders:read', 'orders:write'] as const
    return (await createApiKey(tx, systemActor, { organizationId: globex!.id, name: 'test', scopes })).token
  })
})

describe('generic', () => {
  const v1 = (method: string, path: string, body?: unknown) => call(method, `/api/v1${path}`, { as: key, body })

  test('the list, with the two documented orders in it', async () => {
    const { body } = await v1('GET', '/orders?status=processing&limit=100&sortBy=createdAt&sortOrder=asc')
    expect(body.data.slice(0, 2)).toEqual([
      {
        orderId: 'ORD123456790',
        customerId: 'CUST98766',
        status: 'processing',
        totalAmount: 75,
        currency: 'USD',
        createdAt: '2023-10-27T09:00:00.000Z',
        updatedAt: '2023-10-27T09:05:00.000Z',
        items: [{ productId: 'PROD003', quantity: 3, price: 25 }],
      },
      {
        orderId: 'ORD123456789',
        customerId: 'CUST98765',
        status: 'processing',
        totalAmount: 150.75,
        currency: 'USD',
        createdAt: '2023-10-27T10:30:00.000Z',
        updatedAt: '2023-10-27T10:35:00.000Z',
        items: [
          { productId: 'PROD001', quantity: 2, price: 50 },
          { productId: 'PROD002', quantity: 1, price: 50.75 },
        ],
      },
    ])
  })

  test('creating', async () => {
    const { status, body } = await v1('POST', '/orders', {
      customerId: 'CUST98767',
      items: [{ productId: 'PROD004', quantity: 1 }],
      shippingAddress: { street: '123 Main St', city: 'Anytown', state: 'CA', zipCode: '90210', country: 'USA' },
      paymentMethodId: 'PM123456',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ customerId: 'CUST98767', status: 'pending', totalAmount: 85.25, currency: 'USD' })
  })

  test('reading, updating to shipped, and the refused cancellation', async () => {
    const read = await v1('GET', '/orders/ORD123456789')
    expect(read.body).toMatchObject({
      orderId: 'ORD123456789',
      shippingAddress: { street: '456 Oak Ave', city: 'Othertown', state: 'NY', zipCode: '10001', country: 'USA' },
    })
    const shippingAddress = { street: '789 Pine Ln', city: 'Newcity', state: 'TX', zipCode: '75001', country: 'USA' }
    const updated = await v1('PUT', '/orders/ORD123456789', { status: 'shipped', shippingAddress })
    expect(updated.body).toMatchObject({ status: 'shipped', shippingAddress })
    const canceled = await v1('DELETE', '/orders/ORD123456789')
    expect(canceled.status).toBe(400)
    expect(canceled.body.error).toEqual({
      code: 'BAD_REQUEST',
      message: 'Order ORD123456789 cannot be cancelled as it has already been shipped.',
    })
  })

  test('the documented failures', async () => {
    expect((await v1('GET', '/orders/ORD999999999')).body.error).toEqual({
      code: 'NOT_FOUND',
      message: 'Order with ID ORD999999999 not found.',
    })
    expect((await call('GET', '/api/v1/orders', { as: 'nonsense' })).body.error).toEqual({
      code: 'UNAUTHENTICATED',
      message: 'Authentication token is invalid or expired.',
    })
  })
})

describe('AiFi', () => {
  test('the empty PATCH, and the documented read-back', async () => {
    const patched = await call('PATCH', '/api/admin/v2/orders/123456790', { as: admin, body: {} })
    expect(patched).toMatchObject({ status: 200, body: { id: 123456790, version: 2, isLatest: 1, storeId: 2 } })
    const { body } = await call('GET', '/api/admin/v2/orders?id=123456790&includeProducts=true', { as: admin })
    expect(body.data).toEqual([patched.body])
  })

  test('the list walks through every store and holds every order once', async () => {
    const seen: number[] = []
    for (let page = 0, more = true; more; page++) {
      const { body } = await call('GET', `/api/admin/v2/orders?page=${page}&pageSize=200`, { as: admin })
      seen.push(...body.data.map(({ id }: { id: number }) => id))
      more = body.pagination.next !== null
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(400)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })
})

describe('Emporix', () => {
  const tenant = (path: string, as: string) => call('GET', `/api/order-v2/acme${path}`, { as })
  const q = (text: string, as = taro) => tenant(`/orders?pageSize=1000&q=${encodeURIComponent(text)}`, as)

  test.each([
    'status:COMPLETED',
    'currency:JPY',
    'tax.total.amount:20',
    'tax.total.amount:>20',
    'tax.total.amount:(>=10 AND <=20000)',
    'created:(>="2021-05-18T07:27:27.455Z" AND <"2031-05-20T07:27:27.455Z")',
    'billingAddress.contactPhone:null',
    'mixins.mixinName:exists',
    'mixins.mixinName:missing',
    'id:(EON1,EON2)',
    'id:EON1 status:COMPLETED',
    'entries.product.localizedName.en:apple',
    'entries.product.name:~a',
    'mixins.core.disputeStatus:CONTESTED',
  ])('q=%s is answered', async (text) => {
    const answer = await q(text)
    expect(answer.status).toBe(200)
    expect(Number(answer.headers.get('x-total-count'))).toBe(answer.body.length)
  })

  test('taro sees his orders, some of them labelled; hanako has no label', async () => {
    const his = (await q('')).body
    expect(his.length).toBeGreaterThan(5)
    const labelled = his.filter(({ restriction }: { restriction: string | null }) => restriction === 'VIP')
    const hers = (await q('', hanako)).body
    expect(hers.length).toBeGreaterThan(0)
    expect(hers.every(({ restriction }: { restriction: string | null }) => restriction === null)).toBe(true)
    for (const { id } of labelled) expect((await tenant(`/orders/${id}`, hanako)).status).toBe(403)
    const filtered = (await q('restriction:VIP')).body
    expect(filtered.length).toBe(labelled.length)
  })

  test('the words partition what he sees', async () => {
    const words = ['IN_CHECKOUT', 'CREATED', 'CONFIRMED', 'DECLINED', 'SHIPPED', 'COMPLETED']
    const counts = await Promise.all(words.map(async (word) => (await q(`status:${word}`)).body.length))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe((await q('')).body.length)
  })

  test('the legal entity has at least five orders; the split order shows its parts', async () => {
    const company = await tenant('/legal-entity-orders/ACME-KK', taro)
    expect(Number(company.headers.get('x-total-count'))).toBeGreaterThanOrEqual(5)
    const [master] = (await q('orderType:MASTER_ORDER')).body
    expect(master.subOrders).toHaveLength(2)
    const parts = (await q(`masterOrder:${master.id}`)).body
    expect(parts.map(({ id }: { id: string }) => id).sort()).toEqual(master.subOrders)
  })
})
