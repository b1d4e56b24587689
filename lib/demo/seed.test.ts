import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq, inArray, isNotNull, max, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { all, type Database, database } from '@/db'
import { connect } from '@/db/dialect/connect'
import { engine } from '@/db/dialect/engine'
import {
  attachments,
  attributes,
  categories,
  changes,
  locations,
  orderLines,
  orderNotes,
  orders,
  organizations,
  products,
  railStations,
  users,
  variants,
} from '@/db/schema'
import { asOrder } from '@/lib/orders/order'
import { violations } from '@/lib/orders/policies'
import { readVersions } from '@/lib/orders/read-version'
import { emptyDatabaseUrl, testDatabase } from '@/lib/testing/database'
import { seedDemo, type Volume } from './seed'

const volume: Volume = { categories: 60, attributes: 12, products: 80, variants: 233, orders: 300 }
const firstDay = Date.UTC(2026, 1, 3, 14, 30)
const day = 86_400_000
const suborderCount = 2

const fill = (db: Database, now: number, report: (stage: string, done: number, total: number) => void = () => {}) =>
  db.transaction((tx) => seedDemo(tx, { volume, passwordHash: 'a hash', now, report }))

const pictures = mkdtempSync(join(tmpdir(), 'demo-pictures-'))
process.env.ATTACHMENTS_URL = `file:${pictures}`
afterAll(() => rmSync(pictures, { recursive: true, force: true }))

let db: Database
const stages = new Map<string, [number, number]>()

beforeAll(async () => {
  await testDatabase()
  db = await database()
  await fill(db, firstDay, (stage, done, total) => stages.set(stage, [done, total]))
})

const count = async (table: Parameters<Database['reader']['$count']>[0]) => Number(await db.reader.$count(table))

test('there is exactly as much of everything as was asked for, and the progress says so', async () => {
  expect({
    categories: await count(categories),
    attributes: await count(attributes),
    products: await count(products),
    variants: await count(variants),
    orders: (await count(orders)) - suborderCount,
  }).toEqual(volume)
  expect(await count(locations)).toBe(8 + 47 + 47)
  expect(await count(railStations)).toBe(90)
  expect(stages.get('orders')).toEqual([300, 300])
  expect(stages.get('products')).toEqual([80, 80])
})

/** Everything that names a thing for good, as one list. */
async function identity({ reader }: Database) {
  const ids = async (table: typeof users | typeof organizations | typeof categories | typeof products) =>
    (await reader.select({ id: table.id }).from(table).orderBy(asc(table.id))).map(({ id }) => id)
  const placed = await reader
    .select({ id: orders.id, number: orders.number, name: orders.customerName, total: orders.totalPrice })
    .from(orders)
    .orderBy(asc(orders.id))
  const past = await reader.select({ id: changes.id }).from(changes).orderBy(asc(changes.id))
  return [await ids(users), await ids(organizations), await ids(categories), await ids(products), placed, past]
}

test('a run on another day makes the same ids, numbers and names, with all dates moved by the days between', async () => {
  const other = await connect(await emptyDatabaseUrl())
  await other.migrate(`db/migrations/${engine}`)
  await fill(other, firstDay + 40 * day)
  expect(await identity(other)).toEqual(await identity(db))

  const [newest] = await db.reader.select().from(orders).orderBy(sql`${orders.id} desc`).limit(1)
  const [same] = await other.reader.select().from(orders).where(eq(orders.id, newest!.id))
  expect(same!.createdAt - newest!.createdAt).toBe(40 * day)
  await other.close()
})

test('ids sort as the orders came in, and nothing lies in the future', async () => {
  const rows = await db.reader
    .select({ id: orders.id, createdAt: orders.createdAt, updatedAt: orders.updatedAt })
    .from(orders)
  const byId = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ createdAt }) => createdAt)
  expect(byId).toEqual(byId.toSorted((a, b) => a - b))
  expect(Math.max(...rows.map(({ updatedAt }) => updatedAt))).toBeLessThan(firstDay)
  const [last] = await db.reader.select({ at: max(changes.at) }).from(changes)
  expect(last!.at).toBeLessThan(firstDay)
})

test('the fixtures of the generic contract are there with their exact numbers, times and amounts', async () => {
  const rows = await db.reader
    .select()
    .from(orders)
    .where(inArray(orders.number, [123456789, 123456790]))
    .orderBy(asc(orders.number))
  expect(rows).toMatchObject([
    {
      customerReference: 'CUST98765',
      status: 'ACCEPTED',
      version: 2,
      totalPrice: 15075,
      currency: 'USD',
      createdAt: Date.parse('2023-10-27T10:30:00Z'),
      updatedAt: Date.parse('2023-10-27T10:35:00Z'),
      shippingAddress: { street: '456 Oak Ave', city: 'Othertown', state: 'NY', zipCode: '10001', country: 'USA' },
    },
    {
      customerReference: 'CUST98766',
      status: 'ACCEPTED',
      totalPrice: 7500,
      createdAt: Date.parse('2023-10-27T09:00:00Z'),
      updatedAt: Date.parse('2023-10-27T09:05:00Z'),
    },
  ])
  const lines = await db.reader.select().from(orderLines).where(eq(orderLines.orderId, rows[0]!.id))
  expect(lines.map(({ productCode, quantity, priceAmount }) => [productCode, quantity, priceAmount])).toEqual([
    ['PROD001', 2, 5000],
    ['PROD002', 1, 5075],
  ])
})

test('taro has at least five orders for ACME-KK, and five orders of Acme carry the label VIP', async () => {
  const [taro] = await db.reader.select().from(users).where(eq(users.email, 'taro@customer.example'))
  const rows = await db.reader.select().from(orders).where(eq(orders.userId, taro!.id))
  expect(rows.filter(({ legalEntityId }) => legalEntityId === 'ACME-KK').length).toBeGreaterThanOrEqual(5)
  expect(await db.reader.select().from(orders).where(eq(orders.restriction, 'VIP'))).toHaveLength(5)
})

test('one order of Acme is split into a master and two suborders that add up to it', async () => {
  const parts = await db.reader.select().from(orders).where(isNotNull(orders.splitKind)).orderBy(asc(orders.number))
  expect(parts.map(({ splitKind }) => splitKind)).toEqual(['MASTER_ORDER', 'SUB_ORDER', 'SUB_ORDER'])
  const [master, ...suborders] = parts
  expect(suborders.map(({ masterOrderId, vendorId }) => [masterOrderId, vendorId])).toEqual([
    [master!.id, 'kitagawa'],
    [master!.id, 'tono-kiln'],
  ])
  expect(suborders.reduce((sum, { subtotalPrice }) => sum + subtotalPrice, 0)).toBe(master!.subtotalPrice)
})

test('products show pictures of their own shop, and staff left notes', async () => {
  const pictured = (await db.reader.select().from(products)).filter(({ images }) => images.length > 0)
  expect(pictured.length).toBeGreaterThan(60)
  const files = await db.reader.select().from(attachments)
  const owner = new Map(files.map(({ id, organizationId }) => [id, organizationId]))
  for (const { images, organizationId } of pictured) {
    for (const { id, isPublic } of images) expect([owner.get(id), isPublic]).toEqual([organizationId, true])
  }
  expect(await count(orderNotes)).toBeGreaterThan(5)
})

test('every order keeps the rules of the machines, and its history leads back to how it was placed', async () => {
  const rows = (await db.reader.select().from(orders)).map(asOrder)
  expect(new Set(rows.map(({ status }) => status)).size).toBe(5)
  expect(rows.flatMap((order) => violations({ order }))).toEqual([])

  const longest = rows.toSorted((a, b) => b.version - a.version)[0]!
  const versions = await readVersions(db.reader, longest, longest.version, longest.version)
  expect(versions).toHaveLength(longest.version)
  expect(versions.at(-1)!.whole.order).toMatchObject({
    status: 'PENDING',
    fulfillmentStatus: 'UNFULFILLED',
    version: 1,
  })
  expect(versions.at(-1)!.change!.operation).toBe('place')
})

test('the kept counts are the orders', async () => {
  const counted = sql`select organization_id as shop, status, sum(count) as n from order_counters group by 1, 2 order by 1, 2`
  const found = sql`select organization_id as shop, status, count(*) as n from orders
    where split_kind is null or split_kind = 'MASTER_ORDER' group by 1, 2 order by 1, 2`
  const plain = (list: { n: unknown }[]) => list.map((row) => ({ ...row, n: Number(row.n) }))
  expect(plain(await all(db.reader, counted))).toEqual(plain(await all(db.reader, found)))
})
