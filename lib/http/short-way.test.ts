import { createServer, type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createOrder, createShop, customer } from '@/lib/testing/shop'
import { takeShortWay } from './short-way'

/** A server like Next's: what does not go the short way it answers with 599. */
let server: Server
let shop: Awaited<ReturnType<typeof createShop>>

beforeAll(async () => {
  await testDatabase()
  shop = await createShop()
  server = createServer((incoming, outgoing) => {
    if (!takeShortWay(incoming, outgoing)) outgoing.writeHead(599).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

type Sent = { method?: string; headers?: Record<string, string>; body?: string }

/** The bytes as they come: `fetch` would tidy the address and unpack the answer. */
function ask(path: string, { method = 'GET', headers, body }: Sent = {}) {
  const { port } = server.address() as AddressInfo
  return new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    const asked = send({ port, path, method, headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      resolve({ status: answer.statusCode!, headers: answer.headers, bytes: Buffer.concat(chunks) })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const as = () => ({ authorization: `Bearer ${shop.owner.token}` })
const orders = () => `/api/orgs/${shop.orgId}/orders`

test('an order answers the same bytes and tag either way, and 304 to its tag', async () => {
  const { id } = await createOrder(shop)
  const path = `${orders()}/${id}`
  const next = await call('GET', path, { as: shop.owner })
  const short = await ask(path, { headers: as() })
  expect(short.status).toBe(200)
  expect(short.bytes.toString()).toBe(next.text)
  expect(short.headers).toMatchObject({
    etag: next.headers.get('etag'),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(short.bytes.length),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
  })
  const tagged = { ...as(), 'if-none-match': String(short.headers.etag) }
  expect(await ask(path, { headers: tagged })).toMatchObject({ status: 304, bytes: Buffer.alloc(0) })
})

test('an order is placed with a body in one piece or in many; a body that is too large is refused', async () => {
  const body = JSON.stringify({ items: [{ ...shop.item, quantity: 2 }], customer: customer() })
  const json = { ...as(), 'content-type': 'application/json' }
  const placed = await ask(orders(), {
    method: 'POST',
    headers: { ...json, 'content-length': `${Buffer.byteLength(body)}` },
    body,
  })
  expect(placed.status).toBe(201)
  const { id } = JSON.parse(placed.bytes.toString())
  expect(placed.headers.location).toBe(`${orders()}/${id}`)
  const chunked = await ask(orders(), { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' }, body })
  expect(chunked.status).toBe(201)
  const huge = await ask(orders(), { method: 'POST', headers: json, body: `"${'x'.repeat(1024 * 1024)}"` })
  expect(huge.status).toBe(413)
  expect((await ask(orders(), { method: 'POST', headers: json })).status).toBe(400)
})

test('who is not signed in is refused in the words of the operation', async () => {
  const refused = await ask(orders())
  expect(refused.status).toBe(401)
  expect(refused.bytes.toString()).toBe((await call('GET', orders())).text)
})

test('an answer of some length is compressed for those who take it so', async () => {
  for (let made = 0; made < 3; made++) await createOrder(shop)
  const plain = await ask(orders(), { headers: as() })
  const packed = await ask(orders(), { headers: { ...as(), 'accept-encoding': 'br, gzip' } })
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
  expect(gunzipSync(packed.bytes)).toEqual(plain.bytes)
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2)
})

test('a file is streamed', async () => {
  const path = `${orders()}:export`
  const next = await call('GET', path, { as: shop.owner })
  const short = await ask(path, { headers: as() })
  expect(short.bytes.toString()).toBe(next.text)
  expect(short.headers['content-disposition']).toBe(next.headers.get('content-disposition'))
})

test('what is not beyond doubt one of ours goes Next’s way', async () => {
  const { id } = await createOrder(shop)
  await call('GET', `${orders()}:statusCounts`, { as: shop.owner })
  const left: [string, string?][] = [
    [`${orders()}/`],
    [`/api//orgs/${shop.orgId}/orders`],
    [`${orders()}/${id}/`],
    [`${orders()}/${id.slice(1)}`],
    [`${orders()}/statusCounts`],
    [`${orders()}%3AstatusCounts`],
    [`/api/orgs/%${shop.orgId.charCodeAt(0).toString(16)}${shop.orgId.slice(1)}/orders`],
    ['/api/nothing'],
    ['/orders'],
    [orders(), 'HEAD'],
    [orders(), 'OPTIONS'],
    [orders(), 'DELETE'],
  ]
  for (const [path, method] of left)
    expect([path, (await ask(path, { method, headers: as() })).status]).toEqual([path, 599])
  expect((await ask(`${orders()}:statusCounts`, { headers: as() })).status).toBe(200)
})
