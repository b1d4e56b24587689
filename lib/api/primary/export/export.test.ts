import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/api/orgs/[orgId]/orders/export/route'
import { database } from '@/db'
import { systemActor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { csvCell } from '@/lib/export/csv'
import { localTimeIn } from '@/lib/export/local-time'
import { textStream } from '@/lib/export/text-stream'
import { composeOrder } from '@/lib/orders/compose-order'
import { nextOrderNumbers } from '@/lib/orders/number'
import { storeOrders } from '@/lib/orders/store-orders'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createItem, createOrder, createShop, customer, type Shop } from '@/lib/testing/shop'

type Json = Record<string, unknown>

beforeAll(async () => {
  await testDatabase()
})

const exported = (own: Shop, query: Json = {}, list = 'orders') =>
  call('GET', `/api/orgs/${own.orgId}/${list}:export?${new URLSearchParams(query as Record<string, string>)}`, {
    as: own.owner,
  })
/** The response itself, whose body is read as it comes. */
const respond = (own: Shop, query: string) =>
  GET(
    new NextRequest(`http://localhost:3000/api/orgs/${own.orgId}/orders:export?${query}`, {
      headers: { host: 'localhost:3000', authorization: `Bearer ${own.owner.token}` },
    }),
  )
const linesOf = (text: string) => text.split('\r\n').slice(0, -1)

describe('a cell', () => {
  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+81 3', "'+81 3"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    [' =1', ' =1'],
    [-2, '-2'],
    [0, '0'],
    [false, 'false'],
    [null, ''],
  ])('%j is written %j', (value, written) => {
    expect(csvCell(value)).toBe(written)
  })
})

describe('a time', () => {
  test.each([
    ['Asia/Tokyo', '2026-01-31T09:30:00.123Z', '2026-01-31T18:30:00.123+09:00'],
    ['America/New_York', '2026-03-08T06:59:59.999Z', '2026-03-08T01:59:59.999-05:00'],
    ['America/New_York', '2026-03-08T07:00:00.000Z', '2026-03-08T03:00:00.000-04:00'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00.000Z', '2026-01-01T05:45:00.000+05:45'],
    ['UTC', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000+00:00'],
  ])('in %s, %s is %s', (zone, instant, local) => {
    expect(localTimeIn(zone)(Date.parse(instant))).toBe(local)
    expect(Date.parse(local)).toBe(Date.parse(instant))
  })
})

describe('a stream', () => {
  test('asks for no further piece when its reader has gone', async () => {
    const asked: number[] = []
    let ended = false
    async function* pieces() {
      try {
        for (let i = 0; ; i++) {
          asked.push(i)
          yield `piece ${i} `
        }
      } finally {
        ended = true
      }
    }
    const reader = textStream(pieces()).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('piece 0 ')
    await reader.cancel()
    expect(ended).toBe(true)
    expect(asked.length).toBeLessThanOrEqual(3)
  })
})

describe('orders as a file', () => {
  test('the columns asked for, in the order and of the orders the list shows', async () => {
    const own = await createShop({ currency: 'USD', country: 'US', timeZone: 'America/New_York' })
    const guest = (name: string) => customer({ user: null, name, phone: '+1 212-555-0100' })
    const one = await createOrder(own, { customer: guest('=cmd|calc') })
    const two = await createOrder(own, { customer: guest('Ann "Q", Ltd'), customFields: { gift: { wrap: 'red' } } })
    await createOrder(own, { status: 'CLOSED' })
    const answer = await exported(own, {
      $filter: "status eq 'PENDING'",
      $orderBy: 'number desc',
      columns: 'number, customer.name,customer.phone,totalPrice,customFields.gift.wrap,createdAt',
    })
    expect(answer.status).toBe(200)
    const [header, first, second, ...rest] = linesOf(answer.text)
    expect(header).toBe('number,customer.name,customer.phone,totalPrice,customFields.gift.wrap,createdAt')
    const local = (order: { createdAt: string }) => localTimeIn('America/New_York')(Date.parse(order.createdAt))
    expect(first).toBe(`${two.number},"Ann ""Q"", Ltd",'+1 212-555-0100,11.00,red,${local(two)}`)
    expect(second).toBe(`${one.number},'=cmd|calc,'+1 212-555-0100,11.00,,${local(one)}`)
    expect(rest).toEqual([])
    expect(answer.headers.get('x-total-count')).toBe('2')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="${own.organization.slug}-orders-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('one row per line, or the lines of an order in one cell', async () => {
    const own = await createShop({ item: { name: 'Tea', sku: 'TEA', price: 500 } })
    const cup = await createItem(own.organization, { name: 'Cup', sku: 'CUP', price: 900 })
    const { number } = await createOrder(own, {
      items: [
        { ...own.item, quantity: 2 },
        { ...cup, quantity: 1 },
      ],
    })
    const columns = 'number,items.sku,lineItems.quantity,lineItems.price.amount'
    const lines = await exported(own, { rows: 'lines', columns })
    expect(linesOf(lines.text)).toEqual([
      'number,lineItems.sku,lineItems.quantity,lineItems.price.amount',
      `${number},TEA,2,500`,
      `${number},CUP,1,900`,
    ])
    expect(linesOf((await exported(own, { columns })).text)[1]).toBe(`${number},TEA; CUP,2; 1,500; 900`)
    expect(linesOf((await exported(own, { rows: 'lines' })).text)).toHaveLength(3)
  })

  test('the first line speaks the language asked for, and the mark for spreadsheets comes first', async () => {
    const own = await createShop()
    const columns = 'number,customer.name,customFields.gift'
    expect((await exported(own, { columns, header: 'ja' })).text).toBe('注文番号,お客様名,カスタム項目.gift\r\n')
    const response = await respond(own, `columns=${columns}&header=en&bom=true`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe('Number,Customer,Custom fields.gift\r\n')
  })

  test('many orders, each once; a reader who leaves stops the work', async () => {
    const own = await createShop()
    const { transaction } = await database()
    const variant = {
      productId: own.item.productId,
      productName: 'Tea',
      productNumber: 1,
      productCode: null,
      published: true,
      variantId: own.item.variantId,
      variantTitle: 'Standard',
      sku: 'TEA',
      priceAmount: 100,
      priceTaxable: false,
      priceTaxIncluded: false,
    }
    const numbers = await transaction(async (tx) => {
      const given = await nextOrderNumbers(tx, 1200)
      const composed = given.map((order, i) =>
        composeOrder(
          own.organization,
          { customer: { userId: null, name: `N${i}` }, lines: [{ variant, quantity: 1 }] },
          { order, lines: [order] },
          now() - 60_000,
        ),
      )
      await storeOrders(tx, systemActor, composed)
      return given
    })
    const { text, headers } = await exported(own, { columns: 'number', $orderBy: 'number' })
    expect(headers.get('x-total-count')).toBe('1200')
    expect(linesOf(text).slice(1)).toEqual(numbers.map(String))
    const found = await exported(own, { columns: 'number', $search: 'N11', $orderBy: 'number' })
    // N11, N110 to N119, N1100 to N1199.
    expect(linesOf(found.text)).toHaveLength(1 + 111)

    const left = (await respond(own, 'columns=number')).body!.getReader()
    const pieces = [await left.read(), await left.read()]
    await left.cancel()
    const read = pieces.map(({ value }) => new TextDecoder().decode(value)).join('')
    expect(linesOf(read)).toHaveLength(1 + 500)
    expect(await left.read()).toEqual({ done: true, value: undefined })
  })

  test.each([
    { columns: 'colour' },
    { columns: 'customFields' },
    { columns: 'lineItems' },
    { $filter: "colour eq 'red'" },
    { $orderBy: 'colour' },
    { format: 'xlsx' },
    { rows: 'all' },
    { bom: 'yes' },
    { $top: '5' },
  ])('%j is refused', async (query) => {
    const own = await createShop()
    expect((await exported(own, query)).body).toMatchObject({ code: 'BadArgument', target: 'RequestQuery' })
  })
})

describe('the history as a file', () => {
  test('one row for each field that changed', async () => {
    const own = await createShop({ timeZone: 'UTC' })
    const order = await createOrder(own)
    await call('PATCH', `/api/orgs/${own.orgId}/orders/${order.id}`, {
      as: own.owner,
      body: { customFields: { gift: true }, customer: { addressLine2: '=2+2' } },
    })
    const filter = `entityId eq '${order.id}'`
    const { text, headers } = await exported(own, { $filter: filter, $orderBy: 'at' }, 'history')
    const [header, placed, ...changed] = linesOf(text)
    expect(header).toBe(
      'at,actor.kind,actor.name,actor.id,operation,entity,entityName,entityId,version,field,before,after,surface,requestId,batchId,id',
    )
    expect(placed).toContain(`,place,order,${order.number},${order.id},1,,,,nodeblocks,`)
    expect(changed.sort().map((line) => line.split(`${order.id},2,`)[1]!.split(',nodeblocks,')[0])).toEqual([
      'customFields,{},"{""gift"":true}"',
      "customerAddressLine2,,'=2+2",
    ])
    expect(headers.get('x-total-count')).toBe('2')
    expect(headers.get('content-disposition')).toContain('-history-')
  })
})
