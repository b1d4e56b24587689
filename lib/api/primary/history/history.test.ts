import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createPerson, type Person } from '@/lib/testing/people'
import { createOrder, createShop, type Shop } from '@/lib/testing/shop'

type Json = Record<string, unknown>

let systemAdmin: Person

beforeAll(async () => {
  await testDatabase()
  systemAdmin = await createPerson({ isSystemAdmin: true })
})

const history = (own: Shop, query = '', as: { token: string } = own.owner) =>
  call('GET', `/api/orgs/${own.orgId}/history?${query}`, { as })
const accept = (own: Shop, id: string, as: { token: string } = own.owner, headers: Record<string, string> = {}) =>
  call('PATCH', `/api/orgs/${own.orgId}/orders/${id}`, { as, body: { status: 'ACCEPTED' }, headers })
const filtered = async (own: Shop, filter: string) => (await history(own, `$filter=${encodeURIComponent(filter)}`)).body

describe('the history of an organization', () => {
  test('everything that happened in it, newest first, and nothing of others', async () => {
    const own = await createShop()
    const order = await createOrder(own)
    await accept(own, order.id)
    await createOrder(await createShop())
    const { body } = await history(own)
    expect(body.value.slice(0, 2)).toMatchObject([
      {
        organization: own.orgId,
        entity: 'order',
        entityId: order.id,
        entityName: String(order.number),
        version: 2,
        operation: 'accept',
        actor: { kind: 'user', id: own.owner.id },
        fields: { status: ['PENDING', 'ACCEPTED'] },
      },
      { entityId: order.id, operation: 'place', fields: {} },
    ])
    expect(new Set(body.value.map(({ organization }: Json) => organization))).toEqual(new Set([own.orgId]))
    expect(body.total).toBe(body.count)
    const product = body.value.find(({ entity }: Json) => entity === 'product')
    expect(product.entityName).toMatch(/^Product /)
  })

  test('it is filtered by what, who, when, which request and which batch', async () => {
    const own = await createShop()
    const colleague = await createMember(own.organization, 'admin')
    const key = await createKey(own.organization, ['orders:write'])
    const [one, two, three] = [await createOrder(own), await createOrder(own), await createOrder(own)]
    await accept(own, one.id, colleague, { 'x-request-id': 'request-0815' })
    await accept(own, two.id, key)
    const run = await call('POST', `/api/orgs/${own.orgId}/orders:bulkTransition`, {
      as: own.owner,
      body: { status: 'CANCELED', ids: [two.id, three.id] },
    })
    const ofOrders = async (filter: string) =>
      (await filtered(own, `entity eq 'order' and operation ne 'place' and ${filter}`)).value.map(
        ({ entityId, operation }: Json) => [entityId, operation],
      )
    expect(await ofOrders(`actor.id eq '${colleague.id}'`)).toEqual([[one.id, 'accept']])
    expect(await ofOrders("actor.kind eq 'apiKey'")).toEqual([[two.id, 'accept']])
    expect(await ofOrders("requestId eq 'request-0815'")).toEqual([[one.id, 'accept']])
    expect(await ofOrders(`batchId eq '${run.body.batchId}'`)).toEqual([
      [three.id, 'cancel'],
      [two.id, 'cancel'],
    ])
    expect(await ofOrders(`entityId eq '${two.id}'`)).toEqual([
      [two.id, 'cancel'],
      [two.id, 'accept'],
    ])
    expect(await ofOrders("fields.status eq 'ACCEPTED' and operation eq 'cancel'")).toEqual([[two.id, 'cancel']])
    expect(await ofOrders("surface eq 'emporix'")).toEqual([])
    const last = (await filtered(own, "operation eq 'cancel'")).value[0].at
    expect((await filtered(own, `at gt ${last}`)).total).toBe(0)
    expect((await filtered(own, `at ge ${last} and operation eq 'cancel'`)).total).toBeGreaterThan(0)
  })

  test('pages neither repeat nor skip, forwards and backwards', async () => {
    const own = await createShop()
    for (let i = 0; i < 5; i++) await createOrder(own)
    const whole = (await history(own, '$top=100')).body.value.map(({ id }: Json) => id)
    const seen: string[] = []
    let next = `/api/orgs/${own.orgId}/history?$top=2`
    let last: { body: { [name: string]: string } } | undefined
    while (next) {
      last = await call('GET', next, { as: own.owner })
      seen.push(...(last.body.value as unknown as Json[]).map(({ id }) => String(id)))
      next = last.body['@nextLink']!
    }
    expect(seen).toEqual(whole)
    const back = await call('GET', last!.body['@previousLink']!, { as: own.owner })
    const onLastPage = whole.length % 2 || 2
    expect(back.body.value.map(({ id }: Json) => id)).toEqual(whole.slice(-onLastPage - 2, -onLastPage))
    expect((await history(own, '$orderBy=at asc&$top=100')).body.value[0].id).toBe(whole.at(-1))
  })

  test('what is deleted keeps its name', async () => {
    const own = await createShop()
    const order = await createOrder(own)
    await call('DELETE', `/api/orgs/${own.orgId}/orders/${order.id}`, { as: own.owner })
    expect((await filtered(own, "operation eq 'delete'")).value).toMatchObject([
      { entityName: String(order.number), version: 0, fields: { status: ['PENDING', null] } },
    ])
  })

  test('owners and admins read it, in person; the whole system’s is the system admins’', async () => {
    const own = await createShop()
    const order = await createOrder(own)
    expect((await history(own, '', await createMember(own.organization, 'member'))).status).toBe(403)
    expect((await history(own, '', await createKey(own.organization, ['orders:read']))).status).toBe(403)
    const path = `/api/admin/history?$filter=${encodeURIComponent(`entityId eq '${order.id}'`)}`
    expect((await call('GET', path, { as: own.owner })).status).toBe(403)
    expect((await call('GET', path, { as: systemAdmin })).body).toMatchObject({
      total: 1,
      value: [{ organization: own.orgId, operation: 'place' }],
    })
  })

  test.each(["colour eq 'red'", "at gt 'yesterday'", "actor eq 'x'"])('the filter %s is refused', async (filter) => {
    expect(await filtered(await createShop(), filter)).toMatchObject({ innererror: { code: 'InvalidFilter' } })
  })

  test('it is sorted by time only', async () => {
    expect((await history(await createShop(), '$orderBy=entity')).body.innererror.code).toBe('InvalidOrderBy')
  })
})

describe('the history of one order', () => {
  test('takes the same parameters', async () => {
    const own = await createShop()
    const order = await createOrder(own)
    await accept(own, order.id)
    const path = `/api/orgs/${own.orgId}/orders/${order.id}/history`
    const newest = await call('GET', `${path}?$top=1`, { as: own.owner })
    expect(newest.body).toMatchObject({ total: 2, count: 1, value: [{ operation: 'accept' }] })
    const next = await call('GET', newest.body['@nextLink'], { as: own.owner })
    expect(next.body.value).toMatchObject([{ operation: 'place' }])
    const oldest = await call('GET', `${path}?$orderBy=at&$filter=version eq 1`, { as: own.owner })
    expect(oldest.body).toMatchObject({ total: 1, value: [{ operation: 'place' }] })
    expect((await call('GET', `${path}?before=${order.id}`, { as: own.owner })).status).toBe(400)
  })
})
