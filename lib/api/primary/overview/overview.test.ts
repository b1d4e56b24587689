import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { shiftClock } from '@/lib/clock'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createItem, createOrder, createShop, type Shop } from '@/lib/testing/shop'

type Json = Record<string, unknown>
type Counted = { count: number; filter: string }

let putRight = () => {}

beforeAll(async () => {
  await testDatabase()
})
afterEach(() => putRight())

const goTo = (instant: string) => {
  putRight = shiftClock(Date.parse(instant) - Date.now())
}
async function orderAt(own: Shop, instant: string, over: Json = {}) {
  goTo(instant)
  return createOrder(own, over)
}
const overview = async (own: Shop, range = '') =>
  call('GET', `/api/orgs/${own.orgId}/overview${range}`, { as: own.owner })
const listed = async (own: Shop, filter: string) =>
  (await call('GET', `/api/orgs/${own.orgId}/orders?$filter=${encodeURIComponent(filter)}`, { as: own.owner })).body

/** Every `{count, filter}` in an answer. */
function counted(value: unknown): Counted[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'filter' in value && 'count' in value ? [value as unknown as Counted] : []
  return [...own, ...Object.values(value).flatMap(counted)]
}

describe('the overview', () => {
  test('days are those of the organization’s zone, whatever their length, and money is that of orders that stand', async () => {
    // New York put its clocks forward on 8 March 2026: that day had 23 hours.
    const own = await createShop({ timeZone: 'America/New_York', country: 'US', currency: 'USD' })
    const quantity = (number: number) => ({ items: [{ ...own.item, quantity: number }] })
    await orderAt(own, '2026-03-08T04:59:30Z', quantity(1))
    await orderAt(own, '2026-03-08T05:00:00.000Z', quantity(2))
    await orderAt(own, '2026-03-09T03:59:30Z', { ...quantity(3), status: 'CANCELED' })
    await orderAt(own, '2026-03-09T04:00:00.000Z', { ...quantity(4), status: 'CLOSED' })
    const { status, body } = await overview(own, '?from=2026-03-06&to=2026-03-09')
    expect(status).toBe(200)
    expect(body).toMatchObject({ from: '2026-03-06', to: '2026-03-09', timeZone: 'America/New_York', currency: 'USD' })
    const days = body.days.map((day: Json & { orders: Counted; revenue: Counted & { amount: number } }) => [
      day.date,
      day.orders.count,
      day.revenue.count,
      day.revenue.amount,
    ])
    // 1000 a piece and 10 % on top.
    expect(days).toEqual([
      ['2026-03-06', 0, 0, 0],
      ['2026-03-07', 1, 1, 1100],
      ['2026-03-08', 2, 1, 2200],
      ['2026-03-09', 1, 1, 4400],
    ])
    expect(body.days[2].orders).toMatchObject({
      filter: 'createdAt ge 2026-03-08T05:00:00.000Z and createdAt lt 2026-03-09T04:00:00.000Z',
      byStatus: [
        { status: 'PENDING', count: 1 },
        { status: 'CANCELED', count: 1 },
      ],
    })
    expect(body.orders.count).toBe(4)
    expect(body.revenue).toMatchObject({ amount: 7700, count: 3 })
  })

  test('every number is the length of the list behind it', async () => {
    const own = await createShop()
    const tea = await createItem(own.organization, { name: 'Tea', price: 300 })
    await orderAt(own, '2026-05-01T00:00:00Z', { status: 'ACCEPTED' })
    await orderAt(own, '2026-05-02T15:00:00Z', { items: [{ ...tea, quantity: 5 }] })
    await orderAt(own, '2026-05-03T10:00:00Z', {
      status: 'CLOSED',
      items: [
        { ...tea, quantity: 1 },
        { ...own.item, quantity: 1 },
      ],
    })
    await orderAt(own, '2026-05-04T10:00:00Z', { status: 'CANCELED', items: [{ ...tea, quantity: 100 }] })
    goTo('2026-05-04T12:00:00Z')
    const { body } = await overview(own, '?from=2026-04-25&to=2026-05-04')
    const numbers = counted(body)
    expect(numbers.length).toBeGreaterThan(30)
    for (const { count, filter } of numbers)
      expect([filter, (await listed(own, filter)).total]).toEqual([filter, count])
    // Two orders of the shop's own product at 1000; tea six times at 300, the canceled order left out.
    expect(body.topProducts).toMatchObject([
      { product: own.item.productId, quantity: 2, amount: 2000, count: 2 },
      { product: tea.productId, productName: 'Tea', quantity: 6, amount: 1800, count: 2 },
    ])
  })

  test('open orders stand by how long they have waited', async () => {
    const own = await createShop()
    await orderAt(own, '2026-05-01T12:00:00Z')
    await orderAt(own, '2026-05-08T12:00:00Z', { status: 'PROCESSING' })
    await orderAt(own, '2026-05-08T12:00:30Z')
    await orderAt(own, '2026-05-09T12:00:30Z', { status: 'CLOSED' })
    goTo('2026-05-09T12:00:00.500Z')
    const { body } = await overview(own)
    expect(body.open.count).toBe(3)
    expect(body.open.byAge.map(({ fromHours, toHours, count }: Json) => [fromHours, toHours, count])).toEqual([
      [0, 24, 1],
      [24, 72, 1],
      [72, 168, 0],
      [168, 720, 1],
      [720, null, 0],
    ])
    expect(body.open.byAge[1].byStatus).toMatchObject([{ status: 'PROCESSING', count: 1 }])
    // Thirty days up to today, where the shop is: in Tokyo it is 21:00.
    expect([body.from, body.to, body.days.length]).toEqual(['2026-04-10', '2026-05-09', 30])
  })

  test('it holds nothing of another organization', async () => {
    const own = await createShop()
    await createOrder(await createShop())
    const { body } = await overview(own)
    expect([body.orders.count, body.open.count, body.topProducts]).toEqual([0, 0, []])
  })

  test.each([
    'from=2026-02-30',
    'from=yesterday',
    'from=2026-05-02&to=2026-05-01',
    'from=2025-01-01&to=2026-05-01',
    'until=2026-01-01',
  ])('%s is refused', async (range) => {
    expect((await overview(await createShop(), `?${range}`)).status).toBe(400)
  })
})

describe('counting for tabs', () => {
  const counts = (own: Shop, filters: unknown) =>
    call('POST', `/api/orgs/${own.orgId}/orders:counts`, { as: own.owner, body: { filters } })

  test('one count for each filter, in their order', async () => {
    const own = await createShop()
    await createOrder(own)
    await createOrder(own, { items: [{ ...own.item, quantity: 7 }], status: 'ACCEPTED' })
    const { body } = await counts(own, [
      '',
      "status eq 'PENDING'",
      'totalPrice gt 1100',
      { search: 'taro@example.jp', filter: "status eq 'ACCEPTED'" },
      "status eq 'CLOSED'",
    ])
    expect(body.value).toEqual([{ count: 2 }, { count: 1 }, { count: 1 }, { count: 1 }, { count: 0 }])
  })

  test('a bad filter is named with its place', async () => {
    const own = await createShop()
    const { body } = await counts(own, ['', "colour eq 'red'"])
    expect(body).toMatchObject({ code: 'BadArgument', innererror: { code: 'InvalidFilter', position: 0 } })
    expect(body.message).toContain('filters.1')
    expect((await counts(own, [])).status).toBe(400)
    expect((await counts(own, Array(21).fill(''))).status).toBe(400)
  })
})
