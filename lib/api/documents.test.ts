import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createOrder, createShop, type Shop } from '@/lib/testing/shop'
import { apiDocuments } from './documents'
import { primaryErrorExamples, primaryExamples } from './primary/examples'
import { primaryOperations } from './primary/operations'
import { errorSchema } from './primary/to-error-body'

type Answer = { $ref?: string; headers?: object; content?: object }
type Described = { operationId: string; tags: string[]; responses: Record<string, Answer> }
type Document = {
  openapi: string
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, object>; responses: Record<string, Answer> }
}

let shop: Shop

beforeAll(async () => {
  await testDatabase()
  shop = await createShop()
})

describe.each(apiDocuments)('the document $path', ({ path, operations }) => {
  let document: Document

  beforeAll(async () => {
    const answer = await call('GET', path, { headers: { host: 'shop.example' } })
    expect(answer.status).toBe(200)
    document = answer.body
  })

  const described = () => Object.values(document.paths).flatMap((item) => Object.values(item))

  test('names the host it was asked at, and every operation under each of its paths', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.servers).toEqual([{ url: 'http://shop.example/api' }])
    const wanted = operations.flatMap(({ method, path, aliases = [] }) =>
      [path, ...aliases].map((each) => `${method} ${each}`),
    )
    const found = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(found.sort()).toEqual(wanted.sort())
  })

  test('describes every group of operations', () => {
    const names = document.tags.map(({ name }) => name)
    expect([...new Set(described().flatMap(({ tags }) => tags))].sort()).toEqual(names.sort())
    for (const { description } of document.tags) expect(description).toMatch(/\.$/)
  })

  test('every answer is described with the headers that every answer has', () => {
    for (const { operationId, responses } of described()) {
      for (const [status, response] of Object.entries(responses)) {
        const name = response.$ref?.replace('#/components/responses/', '')
        const { headers } = name ? document.components.responses[name]! : response
        expect(Object.keys(headers ?? {}), `${operationId} ${status}`).toEqual(
          expect.arrayContaining(['x-request-id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']),
        )
      }
    }
  })
})

describe('the examples', () => {
  test.each(Object.entries(primaryExamples))('of %s are what the operation takes and answers', (id, example) => {
    const operation = primaryOperations.find((each) => each.id === id)!
    if (example.body !== undefined) operation.body!.parse(example.body)
    if (example.answer !== undefined) operation.success.schema!.parse(example.answer)
  })

  test.each(Object.entries(primaryErrorExamples))('of %s are error bodies', (code, example) => {
    expect(errorSchema.strict().parse(example).code).toBe(code)
  })

  test('every body has one', () => {
    const bodies = primaryOperations.filter(({ body }) => body)
    expect(bodies.filter(({ id }) => primaryExamples[id]?.body === undefined).map(({ id }) => id)).toEqual([])
  })

  test('belong to operations that are there', () => {
    const known = new Set(primaryOperations.map(({ id }) => id))
    expect(Object.keys(primaryExamples).filter((id) => !known.has(id))).toEqual([])
  })
})

test('the published schema of an order accepts a real one, and no other', async () => {
  const { components } = (await call('GET', '/api/openapi.json')).body as Document
  const definitions = JSON.parse(JSON.stringify(components.schemas).replaceAll('#/components/schemas/', '#/$defs/'))
  const published = z.fromJSONSchema({ $ref: '#/$defs/Order', $defs: definitions })
  const order = await createOrder(shop, { customFields: { gift: [1, null, { wrap: true }] } })
  expect(published.safeParse(order).error).toBeUndefined()
  const { status: _, ...without } = order
  expect(published.safeParse(without).success).toBe(false)
  expect(published.safeParse({ ...order, status: 'SHIPPED' }).success).toBe(false)
  expect(published.safeParse({ ...order, surplus: 1 }).success).toBe(false)
})
