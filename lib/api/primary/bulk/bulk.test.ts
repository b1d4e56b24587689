import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db'
import { orders } from '@/db/schema'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createMember, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createOrder, createShop, type Shop } from '@/lib/testing/shop'

type Json = Record<string, unknown>

let shop: Shop
let systemAdmin: Person

beforeAll(async () => {
  await testDatabase()
  shop = await createShop()
  systemAdmin = await createPerson({ isSystemAdmin: true })
})

const pathOf = ({ orgId }: Shop) => `/api/orgs/${orgId}/orders`
const bulk = (body: Json, own = shop, headers: Record<string, string> = {}) =>
  call('POST', `${pathOf(own)}:bulkTransition`, { as: own.owner, body, headers })
const undo = (batchId: string, own = shop) =>
  call('POST', `/api/orgs/${own.orgId}/batches/${batchId}:revert`, { as: own.owner })
const read = async (id: string, own = shop) => (await call('GET', `${pathOf(own)}/${id}`, { as: own.owner })).body
const patch = (id: string, body: Json, own = shop, as = own.owner) =>
  call('PATCH', `${pathOf(own)}/${id}`, { as, body })
const historyOf = async (id: string, own = shop) =>
  (await call('GET', `${pathOf(own)}/${id}/history`, { as: own.owner })).body.value
const countsOf = async (own: Shop) => {
  const { body } = await call('GET', `${pathOf(own)}:statusCounts`, { as: own.owner })
  return Object.fromEntries(body.value.map(({ status, count }: Json) => [status, count]))
}
const outcomes = (body: { results: Json[] }) => body.results.map(({ outcome }) => outcome)

async function createOrders(count: number, over: Json = {}, own = shop): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push((await createOrder(own, over)).id)
  return ids
}

describe('moving many orders', () => {
  test('each order moves for itself, and the rows tell in the order of the request', async () => {
    const own = await createShop()
    const pending = await createOrder(own)
    const accepted = await createOrder(own, { status: 'ACCEPTED' })
    const closed = await createOrder(own, { status: 'CLOSED' })
    const { status, body } = await bulk({ status: 'ACCEPTED', ids: [closed.id, pending.id, accepted.id] }, own)
    expect(status).toBe(200)
    expect(body).toMatchObject({ total: 3, moved: 1, unchanged: 1, refused: 1, changed: 0, skipped: 0 })
    expect(body.results).toEqual([
      {
        id: closed.id,
        number: closed.number,
        outcome: 'notAllowed',
        status: 'CLOSED',
        version: 1,
        reason: 'A CLOSED order cannot become ACCEPTED. CLOSED is final.',
      },
      { id: pending.id, number: pending.number, outcome: 'moved', status: 'ACCEPTED', version: 2 },
      { id: accepted.id, number: accepted.number, outcome: 'unchanged', status: 'ACCEPTED', version: 1 },
    ])
    expect(await read(pending.id, own)).toMatchObject({ status: 'ACCEPTED', version: 2 })
    expect(await read(accepted.id, own)).toEqual(accepted)
    expect(await countsOf(own)).toMatchObject({ PENDING: 0, ACCEPTED: 2, CLOSED: 1 })
    expect((await historyOf(pending.id, own))[0]).toMatchObject({
      version: 2,
      operation: 'accept',
      batchId: body.batchId,
      actor: { id: own.owner.id },
      fields: { status: ['PENDING', 'ACCEPTED'] },
    })
  })

  test('it does to each order what a change of that one order does', async () => {
    const [alone, together] = await createOrders(2)
    await patch(alone!, { status: 'CANCELED', cancelReason: 'INVENTORY' })
    await bulk({ status: 'CANCELED', cancelReason: 'INVENTORY', ids: [together] })
    const same = ({ id, number, createdAt, updatedAt, canceledAt, ...rest }: Json) => rest
    expect(same(await read(together!))).toEqual(same(await read(alone!)))
    const changed = async (id: string) => Object.keys((await historyOf(id))[0].fields).sort()
    expect(await changed(together!)).toEqual(await changed(alone!))
  })

  test('more orders than one transaction takes', async () => {
    const own = await createShop()
    const ids = await createOrders(230, {}, own)
    const { body } = await bulk({ status: 'PROCESSING', ids }, own)
    expect(body).toMatchObject({ total: 230, moved: 230 })
    expect(body.results.map(({ id }: Json) => id)).toEqual(ids)
    expect(await countsOf(own)).toMatchObject({ PENDING: 0, PROCESSING: 230 })
    expect(await undo(body.batchId, own)).toMatchObject({ status: 200, body: { total: 230, moved: 230 } })
    expect(await countsOf(own)).toMatchObject({ PENDING: 230, PROCESSING: 0 })
  })

  test('a dry run foresees the same rows and writes nothing', async () => {
    const ids = [...(await createOrders(2)), ...(await createOrders(1, { status: 'CANCELED' }))]
    const before = await Promise.all(ids.map((id) => read(id)))
    const foreseen = await bulk({ status: 'CLOSED', ids, dryRun: true })
    expect(foreseen.body).toMatchObject({ batchId: null, moved: 2, refused: 1 })
    expect(await Promise.all(ids.map((id) => read(id)))).toEqual(before)
    const done = await bulk({ status: 'CLOSED', ids })
    expect(done.body.results).toEqual(foreseen.body.results)
  })

  test('an order that changed since it was seen is left alone, and the row says who was there', async () => {
    const [one, two] = await createOrders(2)
    const colleague = await createMember(shop.organization, 'admin')
    await patch(one!, { customFields: { gift: true } }, shop, colleague)
    const { body } = await bulk({ status: 'ACCEPTED', ids: [one, two], ifVersions: { [one!]: 1, [two!]: 1 } })
    expect(outcomes(body)).toEqual(['changedSince', 'moved'])
    expect(body).toMatchObject({ moved: 1, changed: 1, refused: 0 })
    expect(body.results[0]).toMatchObject({
      status: 'PENDING',
      version: 2,
      changedBy: { actor: { kind: 'user', id: colleague.id }, operation: 'update' },
    })
    expect(body.results[0].reason).toMatch(/did “update” at .*Z\./)
    expect((await read(one!)).status).toBe('PENDING')
  })

  test('an order of another organization is as absent as a missing one, and nothing is changed', async () => {
    const [own] = await createOrders(1)
    const elsewhere = await createShop()
    const theirs = await bulk({ status: 'ACCEPTED', ids: [own, (await createOrder(elsewhere)).id] })
    const missing = await bulk({ status: 'ACCEPTED', ids: [own, unusedId()] })
    expect(theirs.status).toBe(404)
    expect(theirs.body).toEqual(missing.body)
    expect(theirs.body.details).toMatchObject([{ target: 'ids.1' }])
    expect((await read(own!)).version).toBe(1)
  })

  test('an order that was deleted meanwhile is a row of its own', async () => {
    const [gone, there] = await createOrders(2)
    await call('DELETE', `${pathOf(shop)}/${gone}`, { as: shop.owner })
    const { body } = await bulk({ status: 'ACCEPTED', ids: [gone, there] })
    expect(outcomes(body)).toEqual(['notFound', 'moved'])
    expect(body.results[0]).toMatchObject({ number: null, status: null, changedBy: { operation: 'delete' } })
    expect(body).toMatchObject({ refused: 1, moved: 1 })
  })

  test('reason and note go to every order that moves, and to no other', async () => {
    const [one] = await createOrders(1)
    const [closed] = await createOrders(1, { status: 'CLOSED' })
    await bulk({ status: 'CANCELED', cancelReason: 'CUSTOMER', note: 'Called off by phone', ids: [one, closed] })
    expect(await read(one!)).toMatchObject({ status: 'CANCELED', cancelReason: 'CUSTOMER' })
    expect((await read(closed!)).cancelReason).toBeNull()
  })

  test('nobody moves to PENDING', async () => {
    const [pending] = await createOrders(1)
    const [accepted] = await createOrders(1, { status: 'ACCEPTED' })
    expect(outcomes((await bulk({ status: 'PENDING', ids: [pending, accepted] })).body)).toEqual([
      'unchanged',
      'notAllowed',
    ])
  })

  test('canceling a split order takes its parts along; where one has begun, only that row is refused', async () => {
    const own = await createShop()
    const { transaction } = await database()
    const split = async () => {
      const [master, part] = await createOrders(2, {}, own)
      await transaction(async (tx) => {
        await tx.update(orders).set({ splitKind: 'MASTER_ORDER' }).where(eq(orders.id, master!))
        await tx.update(orders).set({ splitKind: 'SUB_ORDER', masterOrderId: master }).where(eq(orders.id, part!))
      })
      return [master!, part!] as const
    }
    const [free, freePart] = await split()
    const [bound, boundPart] = await split()
    await patch(boundPart, { status: 'ACCEPTED' }, own)
    const [plain] = await createOrders(1, {}, own)
    const { body } = await bulk({ status: 'CANCELED', ids: [free, bound, plain] }, own)
    expect(outcomes(body)).toEqual(['moved', 'notAllowed', 'moved'])
    expect((await read(freePart, own)).status).toBe('CANCELED')
    expect(await read(bound, own)).toMatchObject({ status: 'PENDING', version: 1 })
    expect(outcomes((await undo(body.batchId, own)).body)).toContain('notAllowed')
    expect((await read(plain!, own)).status).toBe('PENDING')
  })

  test.each([
    {},
    { ids: [] },
    { ids: ['short'] },
    { ids: [unusedId(), unusedId()] },
    { ids: [unusedId()], filter: '' },
    { ids: [unusedId()], excludeIds: [] },
    { ids: [unusedId()], expectedCount: 1 },
    { filter: '', ifVersions: {} },
    { filter: "colour eq 'red'" },
    { filter: '', dryRun: true, batchId: unusedId() },
    { filter: '', cancelReason: 'OTHER' },
    { filter: '', unknown: 1 },
    { ids: Array.from({ length: 1001 }, (_, i) => String(i).padStart(24, '0')) },
  ])('%j is refused', async (body) => {
    expect((await bulk({ status: 'ACCEPTED', ...body })).status).toBe(400)
  })
})

describe('choosing by a filter', () => {
  test('everything that matches but the exclusions, when it is as many as expected', async () => {
    const own = await createShop()
    const ids = await createOrders(4, {}, own)
    await createOrders(1, { status: 'CLOSED' }, own)
    const body = { status: 'ACCEPTED', filter: "status eq 'PENDING'", excludeIds: [ids[1]] }
    const wrong = await bulk({ ...body, expectedCount: 4 }, own)
    expect(wrong.status).toBe(409)
    expect(wrong.body).toMatchObject({ target: 'expectedCount', innererror: { code: 'CountChanged', count: 3 } })
    expect(await countsOf(own)).toMatchObject({ PENDING: 4 })
    const right = await bulk({ ...body, expectedCount: 3 }, own)
    expect(right.body.results.map(({ id }: Json) => id)).toEqual([ids[0], ids[2], ids[3]])
    expect(right.body).toMatchObject({ moved: 3 })
    expect((await read(ids[1]!, own)).status).toBe('PENDING')
  })

  test('a search chooses too, and an organization’s filter reaches no other', async () => {
    const own = await createShop()
    const [found] = await createOrders(
      1,
      { customer: { ...(await createOrder(own)).customer, user: null, name: 'Zacharias' } },
      own,
    )
    const { body } = await bulk({ status: 'ACCEPTED', search: 'zacharias' }, own)
    expect(body.results.map(({ id }: Json) => id)).toEqual([found])
    const all = await bulk({ status: 'ACCEPTED', filter: '' }, own)
    expect(all.body).toMatchObject({ total: 2, moved: 1, unchanged: 1 })
  })
})

describe('every organization’s orders', () => {
  test('a system admin moves and takes back orders of several organizations at once', async () => {
    const elsewhere = await createShop()
    const [one] = await createOrders(1)
    const [two] = await createOrders(1, {}, elsewhere)
    const body = { status: 'ACCEPTED', ids: [one, two] }
    expect((await call('POST', '/api/orders:bulkTransition', { as: shop.owner, body })).status).toBe(403)
    const done = await call('POST', '/api/orders:bulkTransition', { as: systemAdmin, body })
    expect(done.body).toMatchObject({ total: 2, moved: 2 })
    expect(await countsOf(elsewhere)).toMatchObject({ ACCEPTED: 1 })
    // Of the batch, an organization takes back its own part only.
    expect((await undo(done.body.batchId, elsewhere)).body).toMatchObject({ total: 1, moved: 1 })
    const rest = await call('POST', `/api/batches/${done.body.batchId}:revert`, { as: systemAdmin })
    expect(rest.body).toMatchObject({ total: 2, moved: 1, unchanged: 1 })
    expect((await read(one!)).status).toBe('PENDING')
  })
})

describe('retries and further parts', () => {
  test('the same Idempotency-Key gets the same answer and moves nothing twice', async () => {
    const ids = await createOrders(2)
    const headers = { 'idempotency-key': 'bulk-1' }
    const first = await bulk({ status: 'ACCEPTED', ids }, shop, headers)
    const again = await bulk({ status: 'ACCEPTED', ids }, shop, headers)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect((await read(ids[0]!)).version).toBe(2)
    expect((await bulk({ status: 'CLOSED', ids }, shop, headers)).status).toBe(422)
  })

  test('a refusal as a whole is replayed too', async () => {
    const headers = { 'idempotency-key': 'bulk-2' }
    const first = await bulk({ status: 'ACCEPTED', ids: [unusedId()] }, shop, headers)
    const again = await bulk({ status: 'ACCEPTED', ids: [unusedId()] }, shop, headers)
    expect([first.status, again.status]).toEqual([404, 404])
    expect(again.body).toEqual(first.body)
  })

  test('a run in several requests is one batch, the caller’s own', async () => {
    const [one, two, three] = await createOrders(3)
    const { batchId } = (await bulk({ status: 'ACCEPTED', ids: [one] })).body
    expect((await bulk({ status: 'ACCEPTED', ids: [two], batchId })).body.batchId).toBe(batchId)
    const colleague = await createMember(shop.organization, 'admin')
    const foreign = await call('POST', `${pathOf(shop)}:bulkTransition`, {
      as: colleague,
      body: { status: 'ACCEPTED', ids: [three], batchId },
    })
    expect(foreign.body).toMatchObject({ code: 'Conflict', target: 'batchId' })
    expect((await undo(batchId)).body.results.map(({ id }: Json) => id)).toEqual([one, two])
  })
})

describe('taking a run back', () => {
  test('a hundred of which seven may not move: 93 move, and 93 come back as they were', async () => {
    const own = await createShop()
    const ids = await createOrders(100, {}, own)
    const stuck = ids.filter((_, i) => i % 14 === 5)
    expect(stuck).toHaveLength(7)
    await bulk({ status: 'CANCELED', cancelReason: 'CUSTOMER', ids: stuck }, own)
    const before = await Promise.all(ids.map((id) => read(id, own)))
    const run = await bulk({ status: 'ACCEPTED', ids }, own)
    expect(run.body).toMatchObject({ moved: 93, refused: 7 })
    const back = await undo(run.body.batchId, own)
    expect(back.body).toMatchObject({ total: 93, moved: 93 })
    expect(back.body.batchId).not.toBe(run.body.batchId)
    const after = await Promise.all(ids.map((id) => read(id, own)))
    const plain = ({ version, updatedAt, ...rest }: Json) => rest
    expect(after.map(plain)).toEqual(before.map(plain))
    expect(await countsOf(own)).toMatchObject({ PENDING: 93, ACCEPTED: 0, CANCELED: 7 })
    expect((await historyOf(ids[0]!, own))[0]).toMatchObject({ operation: 'revert', batchId: back.body.batchId })
  })

  test('an order that something later happened to stays, and the row says who did what', async () => {
    const [one, two, three] = await createOrders(3)
    const { batchId } = (await bulk({ status: 'ACCEPTED', ids: [one, two, three] })).body
    const colleague = await createMember(shop.organization, 'admin')
    await patch(two!, { status: 'PROCESSING' }, shop, colleague)
    await call('POST', `${pathOf(shop)}/${three}/revert`, { as: colleague })
    const { body } = await undo(batchId)
    expect(outcomes(body)).toEqual(['moved', 'changedSince', 'unchanged'])
    expect(body.results[1]).toMatchObject({
      status: 'PROCESSING',
      changedBy: { actor: { id: colleague.id }, operation: 'start' },
    })
    expect(outcomes((await undo(batchId)).body)).toEqual(['unchanged', 'changedSince', 'unchanged'])
  })

  test('two moves of one order in one batch come back together', async () => {
    const [one] = await createOrders(1)
    const { batchId } = (await bulk({ status: 'ACCEPTED', ids: [one] })).body
    await bulk({ status: 'CLOSED', ids: [one], batchId })
    const { body } = await undo(batchId)
    expect(body).toMatchObject({ total: 1, moved: 1 })
    expect(await read(one!)).toMatchObject({ status: 'PENDING', closedAt: null, version: 4 })
  })

  test('a revert is not taken back, and an unknown batch or one of another organization is absent', async () => {
    const [one] = await createOrders(1)
    const { batchId } = (await bulk({ status: 'ACCEPTED', ids: [one] })).body
    const back = await undo(batchId)
    expect((await undo(back.body.batchId)).body).toMatchObject({ code: 'Conflict', target: 'batchId' })
    const elsewhere = await createShop()
    const theirs = await undo(batchId, elsewhere)
    expect([theirs.status, theirs.body]).toEqual([404, (await undo(unusedId(), elsewhere)).body])
  })
})
