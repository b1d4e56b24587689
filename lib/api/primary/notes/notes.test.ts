import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, type Person } from '@/lib/testing/people'
import { createOrder, createShop, type Shop } from '@/lib/testing/shop'

let shop: Shop
let colleague: Person

beforeAll(async () => {
  await testDatabase()
  shop = await createShop()
  colleague = await createMember(shop.organization, 'admin')
})

const notesOf = (orderId: string) => `/api/orgs/${shop.orgId}/orders/${orderId}/notes`
const write = (orderId: string, body: string, as: { token: string } = shop.owner) =>
  call('POST', notesOf(orderId), { as, body: { body } })
const list = async (orderId: string) => (await call('GET', notesOf(orderId), { as: shop.owner })).body

describe('notes on an order', () => {
  test('they stand in the order they were written, those of a change of status among them', async () => {
    const order = await createOrder(shop)
    await write(order.id, ' Call first ')
    await call('PATCH', `/api/orgs/${shop.orgId}/orders/${order.id}`, {
      as: colleague,
      body: { status: 'CANCELED', note: 'Called off' },
    })
    const key = await createKey(shop.organization, ['orders:write'])
    expect((await write(order.id, 'From the warehouse', key)).status).toBe(201)
    const { value, total } = await list(order.id)
    expect(total).toBe(3)
    expect(value).toMatchObject([
      { body: 'Call first', author: { id: shop.owner.id }, version: 1, deletedAt: null, earlier: [] },
      { body: 'Called off', author: { id: colleague.id } },
      { body: 'From the warehouse', author: { name: 'test' } },
    ])
    // A note is no new version of the order.
    const { body } = await call('GET', `/api/orgs/${shop.orgId}/orders/${order.id}`, { as: shop.owner })
    expect(body.version).toBe(2)
  })

  test('an edited note keeps what it said, and who changed it when', async () => {
    const order = await createOrder(shop)
    const { body: note } = await write(order.id, 'One')
    const path = `${notesOf(order.id)}/${note.id}`
    const second = await call('PATCH', path, { as: colleague, body: { body: 'Two' } })
    await call('PATCH', path, { as: shop.owner, body: { body: 'Three' } })
    expect((await call('PATCH', path, { as: shop.owner, body: { body: 'Three' } })).body.version).toBe(3)
    const [found] = (await list(order.id)).value
    expect(found).toMatchObject({ body: 'Three', version: 3, author: { id: shop.owner.id } })
    expect(found.earlier).toMatchObject([
      { version: 2, body: 'Two' },
      { version: 1, body: 'One', replacedAt: second.body.updatedAt },
    ])
    expect(found.earlier[1].replacedBy).not.toBe(found.earlier[0].replacedBy)
    const stale = await call('PATCH', path, { as: colleague, body: { body: 'x' }, headers: { 'if-match': '"2-x"' } })
    expect(stale.status).toBe(412)
  })

  test('a deleted note leaves its place, and is not written on', async () => {
    const order = await createOrder(shop)
    const { body: note } = await write(order.id, 'Wrong order')
    const path = `${notesOf(order.id)}/${note.id}`
    expect((await call('DELETE', path, { as: colleague })).status).toBe(204)
    const [found] = (await list(order.id)).value
    expect(found).toMatchObject({ body: '', version: 2, earlier: [{ version: 1, body: 'Wrong order' }] })
    expect(found.deletedAt).toMatch(/Z$/)
    expect((await call('PATCH', path, { as: shop.owner, body: { body: 'x' } })).status).toBe(409)
    expect((await call('DELETE', path, { as: shop.owner })).status).toBe(409)
  })

  test('a note is found at its own order only, and takes some words', async () => {
    const [one, other] = [await createOrder(shop), await createOrder(shop)]
    const { body: note } = await write(one.id, 'Here')
    const elsewhere = await call('PATCH', `${notesOf(other.id)}/${note.id}`, { as: shop.owner, body: { body: 'x' } })
    expect(elsewhere.status).toBe(404)
    expect((await write(one.id, ' ')).status).toBe(400)
    expect((await write(one.id, 'x'.repeat(4001))).status).toBe(400)
  })
})
