import { beforeAll, expect, test } from 'vitest'
import { database, nextNumbers } from '@/db'
import { systemActor } from '@/lib/auth/actor'
import { findVariantsForOrder } from '@/lib/catalog/find-sellable'
import { now } from '@/lib/clock'
import { randomOf } from '@/lib/demo/random'
import { composeOrder } from '@/lib/orders/compose-order'
import { nextOrderNumbers } from '@/lib/orders/number'
import { storeOrders } from '@/lib/orders/store-orders'
import { orderStatuses } from '@/lib/resources/order'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { mutatedQuery } from '@/lib/testing/mutate-query'
import { createPerson, type Person } from '@/lib/testing/people'
import { createItem, createShop, customer, type Shop } from '@/lib/testing/shop'
import { primaryOperations } from './primary/operations'
import { errorSchema } from './primary/to-error-body'

// `npm run test:fuzz` asks for many more, over more orders, and holds every answer to one second.
const requests = Number(process.env.FUZZ_REQUESTS ?? 300)
const orders = Number(process.env.FUZZ_ORDERS ?? 60)
const limitMs = Number(process.env.FUZZ_LIMIT_MS ?? 5_000)
const seed = process.env.FUZZ_SEED ?? 'queries'

let shop: Shop
let admin: Person

/** Orders of all kinds, made by the thousand. */
async function placeOrders(count: number): Promise<void> {
  const { transaction } = await database()
  const random = randomOf(seed)
  const items = [shop.item, await createItem(shop.organization, { name: 'Tシャツ 赤' })]
  for (let made = 0; made < count; made += 1000) {
    const size = Math.min(1000, count - made)
    await transaction(async (tx) => {
      const variants = [...(await findVariantsForOrder(tx, shop.orgId, items)).values()]
      const numbers = await nextOrderNumbers(tx, size)
      const lineNumbers = await nextNumbers(tx, 'order_line', size * 2)
      const composed = numbers.map((number, i) =>
        composeOrder(
          shop.organization,
          {
            customer: { ...customer({ name: random.pick(['山田 太郎', 'Taro Yamada', 'ﾔﾏﾀﾞ']) }), userId: null },
            lines: variants.map((variant) => ({ variant, quantity: random.between(1, 9) })),
            status: random.pick(orderStatuses),
            customFields: random.chance(0.3) ? { gift: random.chance(0.5), a: { b: { c: 'x' } } } : {},
          },
          { order: number, lines: lineNumbers.slice(i * 2, i * 2 + 2) },
          now() - random.between(0, 10 ** 10),
        ),
      )
      await storeOrders(tx, systemActor, composed)
    })
  }
}

beforeAll(async () => {
  await testDatabase()
  shop = await createShop({ item: { sku: 'SKU-1' } })
  admin = await createPerson({ isSystemAdmin: true })
  await placeOrders(orders)
}, 600_000)

const lists = primaryOperations.filter(({ list, method }) => list && method === 'GET')

const addressOf = (path: string) =>
  `/api${path.replace('{orgId}', shop.orgId).replace('{userId}', admin.id).replace('{productId}', shop.item.productId)}`

/** Asks, and asks again where it took long: what counts is the query, not what else the machine was doing. */
async function timed(address: string) {
  for (let ms = Number.POSITIVE_INFINITY, round = 1; ; round++) {
    const begin = performance.now()
    // `call` holds what is answered against the operation's schema.
    const answer = await call('GET', address, { as: admin })
    ms = Math.min(ms, Math.round(performance.now() - begin))
    if (ms <= limitMs || round === 5) return { answer, ms }
  }
}

test(`${requests} broken queries: each is answered or refused in shape, none fails, none takes long`, {
  timeout: Math.max(60_000, requests * 1_000),
}, async () => {
  const random = randomOf(seed)
  const known = lists.map(({ path }) => [path, /orders|products/.test(path) ? 5 : 1] as const)
  const slowest: { ms: number; address: string }[] = []
  const statuses = new Map<number, number>()
  for (let i = 0; i < requests; i++) {
    const address = `${addressOf(random.weighted(known))}?${mutatedQuery(random)}`
    const { answer, ms } = await timed(address)
    const { status, body } = answer
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status !== 200) {
      expect([400], `${status} for ${address}`).toContain(status)
      expect(errorSchema.strict().safeParse(body).error, address).toBeUndefined()
    }
    slowest.push({ ms, address: address.slice(0, 400) })
    slowest.sort((one, other) => other.ms - one.ms).splice(5)
  }
  if (process.env.FUZZ_REQUESTS) console.log(Object.fromEntries(statuses), slowest)
  expect(statuses.get(200), 'queries that got through').toBeGreaterThan(requests / 50)
  expect(slowest.filter(({ ms }) => ms > limitMs)).toEqual([])
})
