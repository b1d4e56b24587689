import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import { orderResource } from '@/lib/resources/order'
import { productResource } from '@/lib/resources/product'
import { resources } from '@/lib/resources/registry'
import { filtersFor } from './build'
import { readFilter } from './check'
import { readInstant } from './instant'

const read = (text: string) => readFilter(text, orderResource)

function errorOf(text: string, resource: Parameters<typeof readFilter>[1] = orderResource): AppError {
  try {
    readFilter(text, resource)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${text} was accepted.`)
}

describe('names', () => {
  test.each([
    ["customer.userId eq 'x'", 'customer.user'],
    ["organizationId eq 'x'", 'organization'],
    ["items.productId eq 'x'", 'lineItems.product'],
    ["lineItems.variantId eq 'x'", 'lineItems.variant'],
    ['items.price.amount gt 1', 'lineItems.price.amount'],
    ["cartId eq 'x'", 'cart'],
  ])('%s means %s', (text, path) => {
    expect(read(text)).toMatchObject({ field: { path } })
  })

  test.each([
    ['colour eq 1', 0, undefined],
    ["statuss eq 'PENDING'", 0, 'status'],
    ["customer.nmae eq 'x'", 0, 'customer.name'],
    ["totalPrice gt 1 and userId eq 'x'", 20, 'customer.userId'],
    ['__proto__ eq 1', 0, undefined],
    ['constructor eq 1', 0, undefined],
    ['customer.toString eq 1', 0, undefined],
    ["Status eq 'PENDING'", 0, 'status'],
  ])('%s is refused', (text, position, nearest) => {
    const { inner } = errorOf(text).extras
    expect(inner).toMatchObject({ code: 'InvalidFilter', position })
    if (nearest) expect(inner?.nearest).toBe(nearest)
  })

  test('an object and a list of objects need a property', () => {
    expect(errorOf("lineItems eq 'x'").message).toContain('as in lineItems.product')
    expect(errorOf('items pr').message).toContain('as in lineItems.product')
    expect(errorOf("customer eq 'x'").extras.inner?.expected).toContain('customer.name')
  })

  test('a free object needs a property', () => {
    expect(errorOf('customFields pr').message).toContain('customFields.color')
    expect(read("customFields.gift.color eq 'red'")).toMatchObject({
      field: { path: 'customFields', below: ['gift', 'color'] },
    })
  })

  test('every alias and every expansion of every resource leads somewhere', () => {
    for (const resource of Object.values(resources)) {
      for (const alias of Object.keys(resource.aliases)) {
        const isField = Object.values(resource.lists as readonly string[]).includes(
          Object.entries(resource.aliases).find(([name]) => name === alias)![1],
        )
        if (!isField) expect(() => readFilter(`${alias} pr`, resource), `${resource.name}.${alias}`).not.toThrow()
      }
      for (const expansion of Object.values(resource.expansions))
        expect(resources).toHaveProperty((expansion as { resource: string }).resource)
    }
  })
})

describe('types', () => {
  test.each([
    ["totalPrice gt '20'", 14, 'a number'],
    ['status eq 1', 10, 'PENDING'],
    ["status eq 'DONE'", 10, 'PENDING, ACCEPTED, PROCESSING, CLOSED or CANCELED'],
    ["status in ('PENDING','PENDNG')", 21, "Did you mean 'PENDING'?"],
    ['customer.name eq 5', 17, 'text in single quotes'],
    ['customer.name co 5', 17, 'text in single quotes'],
    ["lineItems.price.taxable eq 'true'", 27, 'true or false'],
    ["createdAt gt 'yesterday'", 13, '2024-01-31T09:00:00Z'],
    ["createdAt gt '2024-01-31T09:00:00'", 13, 'offset'],
    ["createdAt gt '2024-02-30T00:00:00Z'", 13, 'a date-time'],
    ["createdAt gt '2024-01-31T09:00:00 09:00'", 13, '%2B'],
    ['createdAt gt 2024', 13, 'a date-time'],
    ["createdAt co '2024'", 0, 'cannot be compared with co'],
    ["totalPrice co '1'", 0, 'cannot be compared with co'],
    ["status gt 'A'", 0, 'cannot be compared with gt'],
    ["id gt 'a'", 0, 'cannot be compared with gt'],
    ['lineItems.price.taxable gt true', 0, 'cannot be compared with gt'],
    ['customer.name co null', 17, 'text in single quotes'],
    ['customFields.n gt true', 18, 'a number or text'],
    ['customFields.d gt 2024-01-01T00:00:00Z', 18, 'single quotes'],
  ])('%s is refused at %i', (text, position, words) => {
    const error = errorOf(text)
    expect(error.extras.inner).toMatchObject({ code: 'InvalidFilter', position })
    expect(error.message).toContain(words)
  })

  test('an error inside a list or a nested group keeps its position', () => {
    expect(errorOf("(totalPrice gt 1 or not (status in ('CLOSED', 'x')))").extras.inner).toMatchObject({
      position: 46,
      found: 'x',
    })
  })

  test('the allowed words and names are listed for the reader', () => {
    expect(errorOf("publication.status eq 'LIVE'", productResource).extras.inner?.expected).toEqual([
      'DRAFT',
      'ACTIVE',
      'ARCHIVED',
    ])
    expect(errorOf('colour eq 1').extras.inner?.expected).toContain('customer.name')
  })
})

test('dates quoted and unquoted are the same instant', () => {
  const expected = {
    kind: 'compare',
    operator: 'ge',
    field: { path: 'createdAt', type: 'date' },
    value: Date.UTC(2024, 0, 31),
  }
  expect(read("createdAt ge '2024-01-31T09:00:00+09:00'")).toEqual(expected)
  expect(read('createdAt ge 2024-01-31T00:00:00Z')).toEqual(expected)
  expect(read('createdAt ge 2024-01-31')).toEqual(expected)
})

test.each([
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ['2023-02-29T00:00:00Z', undefined],
  ['2024-01-01T23:59:59.999999Z', Date.UTC(2024, 0, 1, 23, 59, 59, 999)],
  ['2024-01-01T00:00-05:30', Date.UTC(2024, 0, 1, 5, 30)],
  ['2024-01-01T24:00:00Z', undefined],
  ['2024-13-01T00:00:00Z', undefined],
  ['2024-01-01T00:00:00+19:00', undefined],
  ['0001-01-01T00:00:00Z', Date.parse('0001-01-01T00:00:00Z')],
  ['2024-1-1', undefined],
])('the instant of %s', (text, expected) => expect(readInstant(text)).toBe(expected))

test('an ordering comparison with null is false, and lists take null', () => {
  expect(read('totalPrice gt null')).toEqual({ kind: 'constant', value: false })
  expect(read("cancelReason in ('OTHER', null)")).toMatchObject({
    kind: 'or',
    nodes: [{ kind: 'in', values: ['OTHER'] }, { kind: 'null' }],
  })
  expect(read('cancelReason in (null)')).toMatchObject({ kind: 'null' })
})

test('filters made by hand are what the text means', () => {
  const order = filtersFor(orderResource)
  expect(order.and(order.eq('status', 'CLOSED'), order.gt('totalPrice', 1000), undefined)).toEqual(
    read("status eq 'CLOSED' and totalPrice gt 1000"),
  )
  expect(order.or(order.ne('customer.name', 'x'), order.in('lineItems.sku', ['a', 'b']))).toEqual(
    read("customer.name ne 'x' or items.sku in ('a','b')"),
  )
  expect(order.not(order.startsWith('customFields.note', 'x'))).toEqual(read("not startswith(customFields.note, 'x')"))
  expect(order.ge('createdAt', new Date('2024-01-01T00:00:00Z'))).toEqual(read('createdAt ge 2024-01-01T00:00:00Z'))
  expect(order.isNull('closedAt')).toEqual(read('closedAt eq null'))
  expect(order.and()).toEqual({ kind: 'constant', value: true })
})
