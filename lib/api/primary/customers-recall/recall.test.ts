import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createPerson } from '@/lib/testing/people'
import { createItem, createOrder, createShop, customer, newOrder, type Shop } from '@/lib/testing/shop'

let shop: Shop

beforeAll(async () => {
  await testDatabase()
  shop = await createShop({ item: { name: 'Hanako tea' } })
})

const recall = (q: string, own = shop) =>
  call('GET', `/api/orgs/${own.orgId}/customers:recall?q=${encodeURIComponent(q)}`, { as: own.owner })
const namesOf = (body: { value: { customer: { name: string } }[] }) => body.value.map(({ customer }) => customer.name)

describe('recalling earlier customers', () => {
  test('each once, as the latest order has them, the latest first', async () => {
    const own = await createShop({ item: { name: 'Hanako tea' } })
    const guest = (over: Record<string, unknown>) => ({ customer: customer({ user: null, ...over }) })
    await createOrder(own, guest({ name: '佐藤 花子', nameKana: 'サトウ ハナコ', email: 'hanako@example.jp' }))
    await createOrder(own, guest({ name: '鈴木 一郎', nameKana: 'スズキ イチロウ', phone: '06-0000-1234' }))
    const latest = await createOrder(
      own,
      guest({ name: '佐藤 花子', nameKana: 'サトウ ハナコ', email: 'Hanako@example.jp', addressLine1: '大阪市' }),
    )
    const all = await recall('', own)
    expect(namesOf(all.body)).toEqual(['佐藤 花子', '鈴木 一郎'])
    expect(all.body.value[0]).toMatchObject({
      customer: { user: null, addressLine1: '大阪市', email: 'Hanako@example.jp' },
      lastOrder: { id: latest.id, number: latest.number, createdAt: latest.createdAt },
    })
    expect(namesOf((await recall('はなこ', own)).body)).toEqual(['佐藤 花子'])
    expect(namesOf((await recall('06-0000', own)).body)).toEqual(['鈴木 一郎'])
    expect(namesOf((await recall('00001234', own)).body)).toEqual(['鈴木 一郎'])
    // The words of the goods find no customer.
    expect((await recall('tea', own)).body.value).toEqual([])
  })

  test('what is recalled can be sent as the customer of the next order', async () => {
    await createOrder(shop, { customer: customer({ user: null, name: 'Recalled', age: '42' }) })
    const { body } = await recall('recalled')
    const again = await createOrder(shop, { customer: body.value[0].customer })
    expect(again.customer).toEqual(body.value[0].customer)
  })

  test('at most ten, and none of another organization', async () => {
    const own = await createShop()
    for (let i = 0; i < 12; i++)
      await createOrder(own, { customer: customer({ user: null, name: `Person ${i}`, email: `p${i}@example.jp` }) })
    expect((await recall('person', own)).body).toMatchObject({ total: 10 })
    expect((await recall('person', await createShop())).body).toMatchObject({ total: 0 })
    expect((await recall('x'.repeat(256), own)).status).toBe(400)
  })
})

describe('quoting an order', () => {
  const quote = (body: unknown, as?: { token: string }) =>
    call('POST', `/api/orgs/${shop.orgId}/orders:quote`, { as, body })

  test('the totals are those the order then has, and nothing is stored', async () => {
    const tea = await createItem(shop.organization, { name: 'Tea', price: 108, taxIncluded: true })
    const items = [
      { ...shop.item, quantity: 2 },
      { ...tea, quantity: 3 },
    ]
    const before = (await call('GET', `/api/orgs/${shop.orgId}/orders`, { as: shop.owner })).body.total
    const { status, body } = await quote({ items, customer: customer() }, shop.owner)
    expect(status).toBe(200)
    // 2000 and 10 % of it; 324 with floor(324 × 10 / 110) = 29 inside.
    expect(body).toMatchObject({ currency: 'JPY', subtotalPrice: 2295, totalTax: 229, totalPrice: 2524 })
    expect(body.lineItems).toMatchObject([
      { product: shop.item.productId, productName: 'Hanako tea', quantity: 2, price: { amount: 1000 }, tax: 200 },
      { productName: 'Tea', quantity: 3, price: { amount: 108 }, tax: 29 },
    ])
    expect((await call('GET', `/api/orgs/${shop.orgId}/orders`, { as: shop.owner })).body.total).toBe(before)
    const placed = await createOrder(shop, { items })
    expect(placed).toMatchObject({ subtotalPrice: 2295, totalTax: 229, totalPrice: 2524 })
  })

  test('the customer may still be open', async () => {
    expect((await quote({ items: [{ ...shop.item, quantity: 1 }] })).body.totalPrice).toBe(1100)
  })

  test('what placing the order would refuse is refused', async () => {
    const draft = await createItem(shop.organization, { published: false })
    expect((await quote(newOrder(draft))).body.details).toMatchObject([{ code: 'NotAllowed', target: 'items.0' }])
    expect((await quote(newOrder(draft), shop.owner)).status).toBe(200)
    const other = await createItem((await createShop()).organization)
    expect((await quote(newOrder(other), shop.owner)).body.details).toMatchObject([{ code: 'UnknownReference' }])
    const regular = await createPerson()
    expect((await quote(newOrder(shop.item, { status: 'CLOSED' }), regular)).status).toBe(403)
    expect((await quote({ items: [] })).status).toBe(400)
  })
})
