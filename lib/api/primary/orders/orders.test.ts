import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createItem, createOrder, createShop, customer, newOrder, type Shop } from '@/lib/testing/shop'

let shop: Shop
let systemAdmin: Person

beforeAll(async () => {
  await testDatabase()
  shop = await createShop()
  systemAdmin = await createPerson({ isSystemAdmin: true })
})

const ordersOf = ({ orgId }: Shop) => `/api/orgs/${orgId}/orders`
const pathOf = (order: { id: string }, { orgId }: Shop = shop) => `/api/orgs/${orgId}/orders/${order.id}`

describe('placing an order (O5)', () => {
  test('the answer is the documented order, with totals from the catalog', async () => {
    const other = await createItem(shop.organization, { name: 'Tea', sku: 'TEA-1', price: 108, taxIncluded: true })
    const answer = await call('POST', ordersOf(shop), {
      as: shop.owner,
      body: {
        items: [
          { ...shop.item, quantity: 2 },
          { ...other, quantity: 3 },
        ],
        customer: customer({ age: 42, addressLine2: null, preferredContactMethod: 'phone' }),
        customFields: { gift: true, wrap: { color: 'red' } },
      },
    })
    expect(answer.status).toBe(201)
    // E = 2000 → tax 200; G = 324 → floor(324×10/110) = 29.
    expect(answer.body).toMatchObject({
      organization: shop.orgId,
      status: 'PENDING',
      currency: 'JPY',
      subtotalPrice: 2000 + 295,
      totalTax: 229,
      totalPrice: 2524,
      cancelReason: null,
      closedAt: null,
      canceledAt: null,
      cart: null,
      checkout: null,
      customFields: { gift: true, wrap: { color: 'red' } },
      customer: {
        user: shop.owner.id,
        name: '山田 太郎',
        nameKana: 'ヤマダ タロウ',
        age: '42',
        addressLine2: null,
        preferredContactMethod: 'phone',
        preferredTimeToContact: null,
      },
      paymentStatus: 'NOT_PAID',
      fulfillmentStatus: 'UNFULFILLED',
      disputeStatus: 'NONE',
      version: 1,
      lineItems: [
        {
          product: shop.item.productId,
          variant: shop.item.variantId,
          quantity: 2,
          price: { amount: 1000, taxable: true },
          variantTitle: 'Standard',
        },
        { productName: 'Tea', sku: 'TEA-1', quantity: 3, price: { amount: 108, taxable: true } },
      ],
    })
    expect(answer.body.number).toBeGreaterThanOrEqual(100_000_001)
    expect(answer.headers.get('etag')).toMatch(/^"1-[\w-]+"$/)
    const read = await call('GET', pathOf(answer.body), { as: shop.owner })
    expect(read.body).toEqual(answer.body)
  })

  test('a guest may order what is published, and is nobody', async () => {
    const answer = await call('POST', ordersOf(shop), { body: newOrder(shop.item) })
    expect(answer.status).toBe(201)
    expect(answer.body.customer.user).toBeNull()
  })

  test('a bad token is refused, not taken for a guest', async () => {
    const answer = await call('POST', ordersOf(shop), { as: 'od_at_nonsense', body: newOrder(shop.item) })
    expect(answer.status).toBe(401)
    expect(answer.body).toMatchObject({ code: 'Unauthorized', target: 'Token' })
  })

  test('only owners and admins order what is not published', async () => {
    const draft = await createItem(shop.organization, { published: false })
    const refused = await call('POST', ordersOf(shop), { body: newOrder(draft) })
    expect(refused.status).toBe(400)
    expect(refused.body.details).toMatchObject([{ code: 'NotAllowed', target: 'items.0' }])
    expect((await call('POST', ordersOf(shop), { as: shop.owner, body: newOrder(draft) })).status).toBe(201)
  })

  test('a product of another organization and a variant of another product are refused by name', async () => {
    const elsewhere = await createShop()
    const other = await createItem(shop.organization)
    for (const item of [elsewhere.item, { ...shop.item, variantId: other.variantId }]) {
      const answer = await call('POST', ordersOf(shop), {
        as: shop.owner,
        body: {
          items: [
            { ...shop.item, quantity: 1 },
            { ...item, quantity: 1 },
          ],
          customer: customer(),
        },
      })
      expect(answer.status).toBe(400)
      expect(answer.body.details).toMatchObject([{ code: 'UnknownReference', target: 'items.1' }])
    }
  })

  test('only owners and admins choose the first status; an end gets its date and reason', async () => {
    const regular = await createPerson()
    const refused = await call('POST', ordersOf(shop), {
      as: regular,
      body: newOrder(shop.item, { status: 'ACCEPTED' }),
    })
    expect(refused.status).toBe(403)
    const closed = await createOrder(shop, { status: 'CLOSED' })
    expect(closed).toMatchObject({ status: 'CLOSED', cancelReason: null, canceledAt: null })
    expect(closed.closedAt).toMatch(/Z$/)
    expect(await createOrder(shop, { status: 'CANCELED' })).toMatchObject({ status: 'CANCELED', cancelReason: 'OTHER' })
  })

  test('only owners and admins order for somebody else', async () => {
    const regular = await createPerson()
    const body = newOrder(shop.item, { customer: customer({ user: regular.id }) })
    expect((await call('POST', ordersOf(shop), { as: regular, body })).status).toBe(403)
    const answer = await call('POST', ordersOf(shop), { as: shop.owner, body })
    expect(answer.body.customer.user).toBe(regular.id)
    expect((await call('GET', pathOf(answer.body), { as: regular })).status).toBe(200)
    const unknown = newOrder(shop.item, { customer: customer({ user: unusedId() }) })
    expect((await call('POST', ordersOf(shop), { as: shop.owner, body: unknown })).status).toBe(400)
  })

  test('nameKana is required in Japan only', async () => {
    const body = newOrder(shop.item, { customer: customer({ nameKana: undefined }) })
    const refused = await call('POST', ordersOf(shop), { body })
    expect(refused.body).toMatchObject({
      code: 'BadArgument',
      details: [{ code: 'NullValue', target: 'customer.nameKana' }],
    })
    const abroad = await createShop({ country: 'US', currency: 'USD' })
    const answer = await call('POST', ordersOf(abroad), {
      body: newOrder(abroad.item, { customer: customer({ nameKana: undefined, phone: '+1 212-555-0100' }) }),
    })
    expect(answer.body).toMatchObject({ currency: 'USD', customer: { nameKana: '' } })
  })

  test.each([
    ['items', undefined, 'NullValue', 'items'],
    ['items', [], 'OutOfRange', 'items'],
    ['items', 'all', 'InvalidType', 'items'],
    ['status', 'CANCELLED', 'NotAllowed', 'status'],
    ['cartId', 'short', 'InvalidFormat', 'cartId'],
    ['cardId', null, 'UnknownProperty', 'cardId'],
    ['customFields', [], 'InvalidType', 'customFields'],
    ['customer', customer({ phone: '12345' }), 'InvalidFormat', 'customer.phone'],
    ['customer', customer({ email: 'nobody' }), 'InvalidFormat', 'customer.email'],
    ['customer', customer({ name: undefined }), 'NullValue', 'customer.name'],
    ['customer', customer({ name: 'x'.repeat(257) }), 'TooLong', 'customer.name'],
    ['customer', customer({ addressLine1: '' }), 'OutOfRange', 'customer.addressLine1'],
    ['customer', customer({ age: '4x' }), 'InvalidFormat', 'customer.age'],
    ['customer', customer({ adressLine2: 'x' }), 'UnknownProperty', 'customer.adressLine2'],
    ['totalPrice', 1, 'UnknownProperty', 'totalPrice'],
  ])('a bad `%s` is refused with its place: %j', async (name, value, code, target) => {
    const answer = await call('POST', ordersOf(shop), { body: newOrder(shop.item, { [name]: value }) })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: 'BadArgument', target: 'RequestBody' })
    expect(answer.body.details).toEqual(expect.arrayContaining([expect.objectContaining({ code, target })]))
  })

  test.each([0, 1001, 1.5, '2'])('a quantity of %j is refused', async (quantity) => {
    const answer = await call('POST', ordersOf(shop), {
      body: newOrder(shop.item, { items: [{ ...shop.item, quantity }] }),
    })
    expect(answer.status).toBe(400)
  })

  test('an organization that is prohibited takes no orders; one that is restricted does', async () => {
    const prohibited = await createShop({ status: 'normal' })
    const { transaction } = await (await import('@/db')).database()
    const { organizations } = await import('@/db/schema')
    const { eq } = await import('drizzle-orm')
    const become = (status: string) =>
      transaction((tx) =>
        tx.update(organizations).set({ status }).where(eq(organizations.id, prohibited.orgId)).returning(),
      )
    await become('restricted')
    expect((await call('POST', ordersOf(prohibited), { body: newOrder(prohibited.item) })).status).toBe(201)
    await become('prohibited')
    const answer = await call('POST', ordersOf(prohibited), { body: newOrder(prohibited.item) })
    expect(answer.body).toMatchObject({ code: 'BadArgument', target: 'Organization' })
  })

  test('totals beyond what an order can carry are refused and nothing is stored', async () => {
    const dear = await createItem(shop.organization, { price: 999_999_999_999, taxable: false })
    const before = (await call('GET', ordersOf(shop), { as: shop.owner })).body.total
    const answer = await call('POST', ordersOf(shop), { body: newOrder(dear, { items: [{ ...dear, quantity: 2 }] }) })
    expect(answer.body).toMatchObject({ code: 'BadArgument', details: [{ code: 'OutOfRange', target: 'items' }] })
    expect((await call('GET', ordersOf(shop), { as: shop.owner })).body.total).toBe(before)
  })

  test('the longest SKU can be ordered and found', async () => {
    // Random characters, so that no engine can compress it to fit an index.
    const sku = Array.from({ length: 64 }, (_, i) => createHash('sha256').update(String(i)).digest('hex')).join('')
    const item = await createItem(shop.organization, { sku })
    const order = await createOrder(shop, { items: [{ ...item, quantity: 1 }] })
    expect(order.lineItems[0].sku).toBe(sku)
    const found = await call('GET', `${ordersOf(shop)}?$filter=items.sku eq '${sku}'`, { as: shop.owner })
    expect(found.body).toMatchObject({ total: 1, value: [{ id: order.id }] })
  })

  test('text comes back as it was sent; broken Unicode does not get in', async () => {
    const name = '𠮷野家 👨‍👩‍👧 ﾔﾏﾀﾞ "quoted" <b>'
    expect((await createOrder(shop, { customer: customer({ name }) })).customer.name).toBe(name)
    const lone = JSON.stringify(newOrder(shop.item)).replace('山田', '\\ud800')
    const answer = await call('POST', ordersOf(shop), { body: lone, headers: { 'content-type': 'application/json' } })
    expect(answer.status).toBe(400)
  })
})

describe('lists (O2, O3, O4)', () => {
  test('an organization’s list has exactly its orders, oldest first, with an exact total', async () => {
    const own = await createShop()
    const first = await createOrder(own)
    const second = await createOrder(own)
    const { body } = await call('GET', `${ordersOf(own)}?$top=1`, { as: own.owner })
    expect(body).toMatchObject({ total: 2, count: 1, value: [{ id: first.id }] })
    expect(body['@previousLink']).toBeUndefined()
    const next = await call('GET', body['@nextLink'], { as: own.owner })
    expect(next.body).toMatchObject({ total: 2, count: 1, value: [{ id: second.id }] })
    expect(next.body['@nextLink']).toBeUndefined()
    expect((await call('GET', next.body['@previousLink'], { as: own.owner })).body.value).toMatchObject([
      { id: first.id },
    ])
  })

  test('a user’s list has the orders made for the user, in every organization', async () => {
    const person = await createPerson()
    const elsewhere = await createShop()
    const one = await createOrder(shop, {}, person)
    const two = await createOrder(elsewhere, {}, person)
    await createOrder(elsewhere)
    const { body } = await call('GET', `/api/users/${person.id}/orders`, { as: person })
    expect(body.value.map((order: { id: string }) => order.id)).toEqual([one.id, two.id])
    expect((await call('GET', `/api/users/${person.id}/orders`, { as: shop.owner })).status).toBe(403)
    expect((await call('GET', `/api/users/${unusedId()}/orders`, { as: systemAdmin })).status).toBe(404)
  })

  test('the list of all orders is the system admin’s', async () => {
    expect((await call('GET', '/api/orders', { as: systemAdmin })).body.total).toBeGreaterThan(3)
    expect((await call('GET', '/api/orders', { as: shop.owner })).status).toBe(403)
    expect((await call('GET', '/api/orders')).status).toBe(401)
  })

  test('filter, sort and total agree', async () => {
    const own = await createShop()
    await createOrder(own, { status: 'ACCEPTED' })
    const dear = await createOrder(own, { items: [{ ...own.item, quantity: 9 }] })
    await createOrder(own)
    const list = (query: string) => call('GET', `${ordersOf(own)}?${query}`, { as: own.owner })
    expect((await list("$filter=status eq 'PENDING'&$orderBy=totalPrice desc")).body).toMatchObject({
      total: 2,
      value: [{ id: dear.id }, {}],
    })
    expect((await list('$filter=items.quantity ge 2')).body).toMatchObject({ total: 1, value: [{ id: dear.id }] })
    expect((await list(`$FILTER=customer.userId eq '${own.owner.id}'`)).body.total).toBe(3)
    const wrong = await list("$filter=colour eq 'x'")
    expect(wrong.body).toMatchObject({
      code: 'BadArgument',
      target: 'RequestQuery',
      innererror: { code: 'InvalidFilter' },
    })
    expect((await list('$limit=3')).status).toBe(400)
    expect((await list('$top=101')).status).toBe(400)
  })

  test('shows every change at once, however often it was asked: by its own move, many at once, and deletion', async () => {
    const own = await createShop()
    const [moved, moreMoved, deleted] = await Promise.all([createOrder(own), createOrder(own), createOrder(own)])
    const listed = async () => {
      const { body } = await call('GET', ordersOf(own), { as: own.owner })
      const single = await Promise.all(
        body.value.map(
          async ({ id }: { id: string }) => (await call('GET', pathOf({ id }, own), { as: own.owner })).body,
        ),
      )
      // What a list says of an order is what the order says of itself.
      expect(body.value).toEqual(single)
      return Object.fromEntries(body.value.map((order: { id: string; status: string }) => [order.id, order.status]))
    }
    const all = { [moved.id]: 'PENDING', [moreMoved.id]: 'PENDING', [deleted.id]: 'PENDING' }
    expect(await listed()).toEqual(all)
    expect(await listed()).toEqual(all)
    await call('PATCH', pathOf(moved, own), { as: own.owner, body: { status: 'ACCEPTED' } })
    expect(await listed()).toEqual({ ...all, [moved.id]: 'ACCEPTED' })
    const bulk = { ids: [moved.id, moreMoved.id], status: 'CLOSED' }
    await call('POST', `${ordersOf(own)}:bulkTransition`, { as: own.owner, body: bulk })
    await call('DELETE', pathOf(deleted, own), { as: own.owner })
    expect(await listed()).toEqual({ [moved.id]: 'CLOSED', [moreMoved.id]: 'CLOSED' })
  })

  test('orders can be grouped, with the first of each group', async () => {
    const own = await createShop()
    await createOrder(own)
    const second = await createOrder(own, { items: [{ ...own.item, quantity: 3 }] })
    await createOrder(own, { status: 'ACCEPTED' })
    const apply = (text: string) =>
      call('GET', `${ordersOf(own)}?$apply=${encodeURIComponent(text)}&$orderBy=status`, { as: own.owner })
    // One piece is 1,000 and 10 % tax: 1,100 and 3,300 pending, 1,100 accepted.
    expect((await apply('groupby((status), aggregate($count as count, totalPrice with sum as sum))')).body).toEqual({
      total: 2,
      count: 2,
      value: [
        { _id: 'ACCEPTED', status: 'ACCEPTED', count: 1, sum: 1100 },
        { _id: 'PENDING', status: 'PENDING', count: 2, sum: 4400 },
      ],
    })
    const top = await apply('groupby((status), orderby(totalPrice desc) then top(1))')
    expect(top.body.value[1]).toMatchObject({ _id: 'PENDING', top: [{ id: second.id }] })
  })

  test('what an order refers to comes along under $expand', async () => {
    const order = await createOrder(shop)
    const expand = '$expand=organization,customer.user,lineItems.product,lineItems.variant'
    const { body } = await call('GET', `${pathOf(order)}?${expand}`, { as: shop.owner })
    expect(body.organization).toMatchObject({ id: shop.orgId, name: shop.organization.name, currency: 'JPY' })
    expect(body.customer.user).toMatchObject({ id: shop.owner.id, email: shop.owner.email })
    expect(body.customer.user.passwordHash).toBeUndefined()
    expect((await call('GET', `${pathOf(order)}?$expand=nonsense`, { as: shop.owner })).body).toMatchObject({
      innererror: { code: 'InvalidExpand' },
    })
  })
})

describe('one order (O6)', () => {
  test('an order of another organization looks exactly like a missing one', async () => {
    const order = await createOrder(shop)
    const stranger = await createShop()
    const theirs = await call('GET', pathOf(order, stranger), { as: stranger.owner })
    const missing = await call('GET', pathOf({ id: unusedId() }, stranger), { as: stranger.owner })
    expect(theirs.status).toBe(404)
    expect(theirs.body).toEqual(missing.body)
  })

  test('its creator reads it, another user cannot tell it from a missing one', async () => {
    const [creator, other] = [await createPerson(), await createPerson()]
    const order = await createOrder(shop, {}, creator)
    expect((await call('GET', pathOf(order), { as: creator })).status).toBe(200)
    const theirs = await call('GET', pathOf(order), { as: other })
    const missing = await call('GET', pathOf({ id: unusedId() }), { as: other })
    expect(theirs.status).toBe(403)
    expect(theirs.body).toEqual(missing.body)
  })

  test('an unchanged order is not sent again', async () => {
    const order = await createOrder(shop)
    const first = await call('GET', pathOf(order), { as: shop.owner })
    const etag = first.headers.get('etag')!
    const again = await call('GET', pathOf(order), { as: shop.owner, headers: { 'if-none-match': etag } })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
  })

  test('a malformed id is refused by name', async () => {
    const answer = await call('GET', `/api/orgs/${shop.orgId}/orders/XYZ`, { as: shop.owner })
    expect(answer.body).toMatchObject({ code: 'BadArgument', target: 'orderId' })
  })
})

describe('changing an order (O7)', () => {
  const patch = (order: { id: string }, body: unknown, headers: Record<string, string> = {}) =>
    call('PATCH', pathOf(order), { as: shop.owner, body, headers })

  test('the status moves forward and every other move names what is possible', async () => {
    const order = await createOrder(shop)
    expect((await patch(order, { status: 'ACCEPTED' })).body).toMatchObject({ status: 'ACCEPTED', version: 2 })
    expect((await patch(order, { status: 'PROCESSING' })).body).toMatchObject({ status: 'PROCESSING', version: 3 })
    const back = await patch(order, { status: 'ACCEPTED' })
    expect(back.status).toBe(409)
    expect(back.body).toMatchObject({ code: 'Conflict', target: 'status' })
    expect(back.body.details.map((detail: { code: string; target: string }) => [detail.code, detail.target])).toEqual([
      ['Allowed', 'CLOSED'],
      ['Allowed', 'CANCELED'],
    ])
    const closed = await patch(order, { status: 'CLOSED' })
    expect(closed.body.closedAt).toBe(closed.body.updatedAt)
    expect((await patch(order, { status: 'CANCELED' })).status).toBe(409)
  })

  test('the same status again changes nothing, not even the version', async () => {
    const order = await createOrder(shop, { status: 'ACCEPTED' })
    const again = await patch(order, { status: 'ACCEPTED' })
    expect(again.body).toEqual(order)
    expect((await patch(order, {})).body).toEqual(order)
  })

  test('canceling takes reason, date and note, and defaults them', async () => {
    const one = await createOrder(shop)
    const canceledAt = '2026-01-02T03:04:05.678+09:00'
    const answer = await patch(one, { status: 'CANCELED', cancelReason: 'INVENTORY', canceledAt, note: 'Out of stock' })
    expect(answer.body).toMatchObject({ cancelReason: 'INVENTORY', canceledAt: '2026-01-01T18:04:05.678Z' })
    const two = await createOrder(shop)
    expect((await patch(two, { status: 'CANCELED' })).body.cancelReason).toBe('OTHER')
  })

  test.each([
    { cancelReason: 'OTHER' },
    { canceledAt: '2026-01-01T00:00:00Z' },
    { closedAt: '2026-01-01T00:00:00Z' },
    { status: 'CLOSED', cancelReason: 'OTHER' },
    { status: 'CANCELED', closedAt: '2026-01-01T00:00:00Z' },
    { status: 'CANCELLED' },
    { customer: { name: 'New name' } },
    { customer: { phone: null } },
    { items: [] },
    { canceledAt: 'yesterday' },
  ])('%j is refused', async (body) => {
    const order = await createOrder(shop)
    expect((await patch(order, body)).status).toBe(400)
    expect((await call('GET', pathOf(order), { as: shop.owner })).body).toEqual(order)
  })

  test('contact and custom fields are merged key by key', async () => {
    const order = await createOrder(shop, { customFields: { a: 1, b: { c: 2 } } })
    const answer = await patch(order, {
      customer: { addressLine1: '大阪市', addressLine2: '2階', age: 7, email: 'new@example.jp' },
      customFields: { a: null, d: [1, 2] },
    })
    expect(answer.body.customer).toEqual({
      ...order.customer,
      addressLine1: '大阪市',
      addressLine2: '2階',
      age: '7',
      email: 'new@example.jp',
    })
    expect(answer.body.customFields).toEqual({ b: { c: 2 }, d: [1, 2] })
    const found = await call('GET', `${ordersOf(shop)}?$search=new@example.jp`, { as: shop.owner })
    expect(found.body.value.map((found: { id: string }) => found.id)).toContain(order.id)
  })

  test('more than fifty custom fields are refused', async () => {
    const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]))
    const order = await createOrder(shop, { customFields: fields(50) })
    expect((await patch(order, { customFields: { extra: 1 } })).body.details).toMatchObject([{ code: 'TooMany' }])
    expect((await patch(order, { customFields: { k0: null, extra: 1 } })).status).toBe(200)
  })

  test('a stale If-Match is refused and nothing changes', async () => {
    const order = await createOrder(shop)
    const etag = (await call('GET', pathOf(order), { as: shop.owner })).headers.get('etag')!
    expect((await patch(order, { status: 'ACCEPTED' }, { 'if-match': etag })).status).toBe(200)
    const stale = await patch(order, { status: 'CANCELED' }, { 'if-match': etag })
    expect(stale.body).toMatchObject({ code: 'PreconditionFailed', innererror: { version: 2 } })
    expect((await call('GET', pathOf(order), { as: shop.owner })).body.status).toBe('ACCEPTED')
    expect((await patch(order, { status: 'CANCELED' }, { 'if-match': '*' })).status).toBe(200)
  })
})

describe('deleting an order (O8)', () => {
  test('only a PENDING one can be deleted, and then it is gone', async () => {
    const order = await createOrder(shop)
    expect((await call('DELETE', pathOf(order), { as: shop.owner })).status).toBe(204)
    expect((await call('GET', pathOf(order), { as: shop.owner })).status).toBe(404)
    expect((await call('DELETE', pathOf(order), { as: shop.owner })).status).toBe(404)
    const accepted = await createOrder(shop, { status: 'ACCEPTED' })
    expect((await call('DELETE', pathOf(accepted), { as: shop.owner })).body).toMatchObject({ code: 'Conflict' })
  })

  test('the number of a deleted order is not given out again', async () => {
    const own = await createShop()
    const order = await createOrder(own)
    await call('DELETE', pathOf(order, own), { as: own.owner })
    expect((await createOrder(own)).number).toBeGreaterThan(order.number)
    expect((await call('GET', ordersOf(own), { as: own.owner })).body.total).toBe(1)
  })
})

describe('orders per product (O9)', () => {
  test('orders are counted, not pieces, in the order asked, zero included', async () => {
    const own = await createShop()
    const other = await createItem(own.organization)
    await createOrder(own, {
      items: [
        { ...own.item, quantity: 5 },
        { ...other, quantity: 1 },
      ],
    })
    await createOrder(own, { status: 'CANCELED' })
    const ids = [unusedId(), own.item.productId, other.productId, own.item.productId]
    const answer = await call('GET', `/api/orgs/${own.orgId}/products/stats/orders?productIds=${ids}`, {
      as: own.owner,
    })
    expect(answer.body).toEqual([
      { organization: own.orgId, productId: ids[0], count: 0 },
      { organization: own.orgId, productId: ids[1], count: 2 },
      { organization: own.orgId, productId: ids[2], count: 1 },
    ])
  })

  test.each(['', '?productIds=', '?productIds=short', '?productIds=a&productIds=b', '?ids=x'])(
    '%j is refused',
    async (query) => {
      const answer = await call('GET', `/api/orgs/${shop.orgId}/products/stats/orders${query}`, { as: shop.owner })
      expect(answer.body).toMatchObject({ code: 'BadArgument', target: 'RequestQuery' })
    },
  )
})

describe('transitions and revert', () => {
  const revert = (order: { id: string }) => call('POST', `${pathOf(order)}/revert`, { as: shop.owner })

  test('transitions tell what is allowed now', async () => {
    const order = await createOrder(shop, { status: 'ACCEPTED' })
    expect((await call('GET', `${pathOf(order)}/transitions`, { as: shop.owner })).body).toEqual({
      total: 3,
      count: 3,
      value: [
        { status: 'PROCESSING', requires: [] },
        { status: 'CLOSED', requires: [] },
        { status: 'CANCELED', requires: ['cancelReason'] },
      ],
      blocked: [],
    })
  })

  test('a status move is taken back whole, once', async () => {
    const order = await createOrder(shop)
    await call('PATCH', pathOf(order), {
      as: shop.owner,
      body: { status: 'CANCELED', cancelReason: 'CUSTOMER', note: 'Oops' },
    })
    const back = await revert(order)
    expect(back.status).toBe(200)
    expect(back.body).toEqual({ ...order, version: 3, updatedAt: back.body.updatedAt })
    expect((await revert(order)).body).toMatchObject({ code: 'Conflict' })
  })

  test('nothing is taken back once something later happened', async () => {
    const order = await createOrder(shop)
    expect((await revert(order)).status).toBe(409)
    await call('PATCH', pathOf(order), { as: shop.owner, body: { status: 'ACCEPTED' } })
    await call('PATCH', pathOf(order), { as: shop.owner, body: { customFields: { a: 1 } } })
    expect((await revert(order)).status).toBe(409)
  })

  test('the history tells who did what, and the counts follow', async () => {
    const own = await createShop()
    const order = await createOrder(own)
    await call('PATCH', pathOf(order, own), {
      as: own.owner,
      body: { status: 'ACCEPTED' },
      headers: { 'x-request-id': 'request-4711' },
    })
    const { body } = await call('GET', `${pathOf(order, own)}/history`, { as: own.owner })
    expect(body).toMatchObject({
      total: 2,
      value: [
        {
          version: 2,
          operation: 'accept',
          surface: 'nodeblocks',
          actor: { kind: 'user', id: own.owner.id },
          requestId: 'request-4711',
          fields: { status: ['PENDING', 'ACCEPTED'] },
        },
        { version: 1, operation: 'place', fields: {} },
      ],
    })
    const counts = await call('GET', `/api/orgs/${own.orgId}/orders:statusCounts`, { as: own.owner })
    expect(counts.body.value).toContainEqual({ status: 'ACCEPTED', count: 1 })
    expect(counts.body.value).toContainEqual({ status: 'PENDING', count: 0 })
    expect((await call('GET', `/api/orgs/${own.orgId}/orders%3AstatusCounts`, { as: own.owner })).status).toBe(200)
  })
})

describe('retries', () => {
  const post = (key: string, body: unknown, as?: Person) =>
    call('POST', ordersOf(shop), { as, body, headers: { 'idempotency-key': key } })

  test('the same key and body make one order and the same answer', async () => {
    const body = newOrder(shop.item)
    const first = await post('key-1', body, shop.owner)
    const second = await post('key-1', body, shop.owner)
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(second.headers.get('idempotent-replayed')).toBe('true')
  })

  test('another body under the key is refused; another caller’s key is another key', async () => {
    const first = await post('key-2', newOrder(shop.item), shop.owner)
    const reused = await post('key-2', newOrder(shop.item, { customFields: { a: 1 } }), shop.owner)
    expect([reused.status, reused.body.code]).toEqual([422, 'IdempotencyKeyReused'])
    const other = await post('key-2', newOrder(shop.item))
    expect(other.status).toBe(201)
    expect(other.body.id).not.toBe(first.body.id)
  })

  test('a refusal is replayed too', async () => {
    const draft = await createItem(shop.organization, { published: false })
    const first = await post('key-3', newOrder(draft))
    const second = await post('key-3', newOrder(draft))
    expect([first.status, second.status]).toEqual([400, 400])
    expect(second.body).toEqual(first.body)
  })

  test('two at once make one order', async () => {
    const body = newOrder(shop.item)
    const answers = await Promise.all([post('key-4', body, shop.owner), post('key-4', body, shop.owner)])
    const made = answers.filter((answer) => answer.status === 201)
    expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1)
    expect(answers.every((answer) => [201, 409].includes(answer.status))).toBe(true)
  })
})

describe('rights', () => {
  test('an API key acts as an admin of its organization, within its scopes', async () => {
    const reading = await createKey(shop.organization, ['orders:read'])
    expect((await call('GET', ordersOf(shop), { as: reading })).status).toBe(200)
    const refused = await call('PATCH', pathOf(await createOrder(shop)), { as: reading, body: { status: 'ACCEPTED' } })
    expect(refused.body).toMatchObject({
      code: 'Forbidden',
      innererror: { code: 'MissingScope', scope: 'orders:write' },
    })
    expect((await call('POST', ordersOf(shop), { as: reading, body: newOrder(shop.item) })).status).toBe(403)
    const elsewhere = await createShop()
    expect((await call('GET', ordersOf(elsewhere), { as: reading })).status).toBe(403)
    const writing = await createKey(shop.organization, ['orders:write'])
    expect(
      (await call('POST', ordersOf(shop), { as: writing, body: newOrder(shop.item) })).body.customer.user,
    ).toBeNull()
  })

  test('a plain member may not see the organization’s orders', async () => {
    const member = await createMember(shop.organization, 'member')
    expect((await call('GET', ordersOf(shop), { as: member })).status).toBe(403)
    expect((await call('GET', `/api/orgs/${unusedId()}/orders`, { as: member })).status).toBe(404)
  })
})

describe('routes', () => {
  test('a wrong method says which are right', async () => {
    const answer = await call('PUT', ordersOf(shop), { as: shop.owner })
    expect([answer.status, answer.body.code, answer.headers.get('allow')]).toEqual([
      405,
      'MethodNotAllowed',
      'GET, POST',
    ])
  })

  test('an unknown path is a NotFound in the same shape', async () => {
    expect((await call('GET', '/api/nowhere')).body).toMatchObject({ code: 'NotFound' })
    expect((await call('GET', `/api/orgs/${shop.orgId}/orders/statusCounts`, { as: shop.owner })).status).toBe(404)
  })

  test('a body that is not JSON is refused for what it is', async () => {
    const plain = await call('POST', ordersOf(shop), { body: 'x', headers: { 'content-type': 'text/plain' } })
    expect(plain.body.code).toBe('UnsupportedMediaType')
    const broken = await call('POST', ordersOf(shop), { body: '{', headers: { 'content-type': 'application/json' } })
    expect(broken.body).toMatchObject({ code: 'BadArgument', target: 'RequestBody' })
    const large = await call('POST', ordersOf(shop), {
      body: newOrder(shop.item, { customFields: { x: 'x'.repeat(1 << 20) } }),
    })
    expect(large.body.code).toBe('PayloadTooLarge')
  })
})
