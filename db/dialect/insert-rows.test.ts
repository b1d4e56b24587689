import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { type Database, database } from '@/db'
import { changes, organizations, users } from '@/db/schema'
import { testDatabase } from '@/lib/testing/database'
import { storeFailure } from './errors'
import { insertRows } from './insert-rows'

let db: Database

beforeAll(async () => {
  await testDatabase()
  db = await database()
})

const organization = {
  id: '0'.repeat(24),
  name: '“Quotes”, \\backslashes\\, \n, 絵文字🍵 and \u2028',
  description: '',
  slug: 'shop',
  storeNumber: 7,
  country: 'JP',
  currency: 'JPY',
  taxRateBasisPoints: 1000,
  timeZone: 'Asia/Tokyo',
  status: 'normal',
  restrictions: ['b', 'a', '"'],
  syncRestrictionsWithSiteCodes: true,
  version: 1,
  createdAt: 9_007_199_254_740_991,
  updatedAt: 0,
}

test('what is inserted comes back unchanged: text, booleans, large numbers, lists, nulls, and keys in their order', async () => {
  const fields = { z: [null, { b: 1, a: [true, null, 1.5] }], a: ['x', undefined] } as never
  const change = {
    id: '1'.repeat(24),
    organizationId: null,
    entity: 'order',
    entityId: 'x',
    version: 1,
    operation: 'place',
    surface: 'command',
    actorKind: 'system',
    actorId: null,
    actorName: 'System',
    fields,
    requestId: null,
    batchId: null,
    at: 1,
  }
  await db.transaction(async (tx) => {
    await insertRows(tx, organizations, [organization])
    await insertRows(tx, changes, [change])
  })
  expect(await db.reader.select().from(organizations)).toEqual([organization])
  const [stored] = await db.reader.select().from(changes)
  expect(stored!.organizationId).toBeNull()
  expect(JSON.stringify(stored!.fields)).toBe('{"z":[null,{"b":1,"a":[true,null,1.5]}],"a":["x",null]}')
})

test('many rows go in at once, and none when one of them cannot', async () => {
  const user = (n: number) => ({
    id: n.toString(16).padStart(24, '0'),
    email: `${n}@example.com`,
    name: 'Somebody',
    passwordHash: null,
    typeId: '001',
    emailVerifiedAt: null,
    disabledAt: null,
    preferences: {},
    version: 1,
    createdAt: n,
    updatedAt: n,
  })
  const many = Array.from({ length: 2500 }, (_, n) => user(n))
  await db.transaction((tx) => insertRows(tx, users, many))
  expect(Number(await db.reader.$count(users))).toBe(2500)

  const failing = db.transaction((tx) => insertRows(tx, users, [user(3000), user(1)]))
  expect(await failing.then(() => undefined, storeFailure)).toMatchObject({ kind: 'unique' })
  expect(Number(await db.reader.$count(users, eq(users.createdAt, 3000)))).toBe(0)
})
