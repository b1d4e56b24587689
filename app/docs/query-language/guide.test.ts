import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createOrder, createShop, type Shop } from '@/lib/testing/shop'
import { queryStringOf, readGuide } from './read-guide'

const blocks = readGuide(readFileSync('docs/query-language.md', 'utf8'))
const examples = blocks.filter((block) => block.kind === 'example')

let shop: Shop

beforeAll(async () => {
  await testDatabase()
  shop = await createShop({ item: { name: 'Linen shirt', sku: 'TSH-1', price: 12_000 } })
  await createOrder(shop, { customFields: { giftWrap: true } })
  await createOrder(shop, { status: 'CLOSED' })
})

const addressOf = (list: 'orders' | 'products') =>
  list === 'orders' ? `/api/orgs/${shop.orgId}/orders` : '/api/products'

describe('the guide to the query language', () => {
  test('has examples of every parameter', () => {
    expect(examples.length).toBeGreaterThan(20)
    const used = new Set(
      examples.flatMap(({ parameters }) => [...new URLSearchParams(queryStringOf(parameters)).keys()]),
    )
    expect([...used].sort()).toEqual(['$apply', '$expand', '$filter', '$orderBy', '$search', '$skip', '$top'])
  })

  test.each(examples)('does what it says: $list $parameters', async ({ list, parameters, refused }) => {
    const answer = await call('GET', `${addressOf(list)}?${queryStringOf(parameters)}`, { as: shop.owner })
    expect(answer.status, answer.text).toBe(refused ? 400 : 200)
    if (refused) expect(answer.body.innererror.code).toMatch(/^Invalid/)
  })

  test('shows answers that are not empty', async () => {
    const ask = async (parameters: string) =>
      (await call('GET', `${addressOf('orders')}?${queryStringOf(parameters)}`, { as: shop.owner })).body.value
    // Two orders of one shirt at ¥12,000 and 10 % tax.
    expect(await ask("$filter=totalPrice ge 10000 and status in ('PENDING', 'ACCEPTED')")).toHaveLength(1)
    expect(await ask('$apply=aggregate($count as orders, totalPrice with sum as revenue)')).toMatchObject([
      { orders: 2, revenue: 26_400 },
    ])
  })
})

test('tables, headings and text are read as they stand', () => {
  expect(readGuide('# A b\n\none\ntwo `x|y`\n\n| a | b |\n|---|---|\n| `1` | 2 |\n\n```sh\nls\n```\n')).toEqual([
    { kind: 'heading', level: 1, text: 'A b', id: 'a-b' },
    { kind: 'text', text: 'one two `x|y`' },
    { kind: 'table', head: ['a', 'b'], rows: [['`1`', '2']] },
    { kind: 'code', text: 'ls' },
  ])
})

test('parameters are written the way an address needs them', () => {
  expect(queryStringOf("$filter=a eq 'b=c' and d ge 2026-01-01T00:00:00+09:00\n$top=1")).toBe(
    '$filter=a+eq+%27b%3Dc%27+and+d+ge+2026-01-01T00%3A00%3A00%2B09%3A00&$top=1',
  )
})
