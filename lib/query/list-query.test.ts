import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import { attributeResource } from '@/lib/resources/attribute'
import { orderResource } from '@/lib/resources/order'
import { productResource } from '@/lib/resources/product'
import { type Cursor, tokenCodec } from './cursor'
import { readExpand } from './expand'
import { type ListOptions, listBinding, pageLinks, readListQuery, readParameters } from './list-query'

const tokens = tokenCodec('a secret')
const options: ListOptions = { tokens, scope: 'org-1' }
const read = (text: string, parts: Partial<ListOptions<'productIds'>> = {}) =>
  readListQuery(orderResource, new URLSearchParams(text), { ...options, ...parts } as ListOptions<'productIds'>)

function errorOf(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('It was accepted.')
}

test('with nothing given, it is the first twenty, oldest first', () => {
  expect(read('')).toEqual({
    sort: [
      { path: 'createdAt', direction: 'asc' },
      { path: 'id', direction: 'asc' },
    ],
    sorted: false,
    page: { limit: 20, offset: 0 },
    expand: [],
    extra: {},
  })
})

test('names are case-insensitive', () => {
  const query = read('$TOP=5&$Skip=10&$orderby=totalPrice%20desc&$FILTER=totalPrice%20gt%201&PRODUCTIDS=a', {
    extra: ['productIds'],
  })
  expect(query.page).toEqual({ limit: 5, offset: 10 })
  expect(query.sort).toEqual([
    { path: 'totalPrice', direction: 'desc' },
    { path: 'id', direction: 'asc' },
  ])
  expect(query.filter).toBeDefined()
  expect(query.extra).toEqual({ productIds: 'a' })
})

test.each([
  ['$foo=1', 'UnknownParameter', '$foo', ''],
  ['$fliter=x', 'UnknownParameter', '$fliter', 'Did you mean $filter?'],
  ['top=1', 'UnknownParameter', 'top', 'Did you mean $top?'],
  ['page=2', 'UnknownParameter', 'page', ''],
  ['$top=1&$TOP=2', 'Duplicate', '$top', 'more than once'],
  ['$top=0', 'OutOfRange', '$top', '1 to 100'],
  ['$top=101', 'OutOfRange', '$top', '1 to 100'],
  ['$top=1.5', 'InvalidType', '$top', 'whole number'],
  ['$top=', 'InvalidType', '$top', 'whole number'],
  ['$top=1e1', 'InvalidType', '$top', 'whole number'],
  ['$top=999999999999999999', 'InvalidType', '$top', 'whole number'],
  ['$skip=-1', 'OutOfRange', '$skip', '0 or more'],
  ['$skip=x', 'InvalidType', '$skip', '0 or more'],
])('%s is refused', (text, code, target, words) => {
  const error = errorOf(() => read(text))
  expect(error.status).toBe(400)
  expect(error.extras).toMatchObject({ target: 'RequestQuery', details: [{ code, target }] })
  expect(error.message).toContain(words)
})

test('what an endpoint does not take is unknown there', () => {
  expect(errorOf(() => read('$search=x', { searchable: false })).extras.details?.[0]?.code).toBe('UnknownParameter')
  expect(errorOf(() => read('$expand=user', { expand: false })).extras.details?.[0]?.code).toBe('UnknownParameter')
  expect(errorOf(() => readParameters(new URLSearchParams('$top=1'), ['$expand'])).message).toContain('$expand')
})

describe('sorting', () => {
  test('every expression keeps its place, and the id makes it total', () => {
    expect(read('$orderBy=closedAt desc,updatedAt').sort).toEqual([
      { path: 'closedAt', direction: 'desc' },
      { path: 'updatedAt', direction: 'asc' },
      { path: 'id', direction: 'asc' },
    ])
    expect(read('$orderBy=id desc,totalPrice').sort).toEqual([{ path: 'id', direction: 'desc' }])
  })

  test('products take the short name', () => {
    const query = readListQuery(productResource, new URLSearchParams('$orderBy=publishedAt desc,updatedAt'), options)
    expect(query.sort[0]).toEqual({ path: 'publication.publishedAt', direction: 'desc' })
  })

  test.each([
    ['colour', 0],
    ['totalPrice desc desc', 16],
    ['totalPrice,', 11],
    ['totalPrice,,id', 11],
    ['customFields.a', 0],
    ['totalPrice, totalPrice desc', 12],
  ])('%s is refused', (text, position) => {
    const error = errorOf(() => read(`$orderBy=${encodeURIComponent(text)}`))
    expect(error.extras.inner).toMatchObject({ code: 'InvalidOrderBy', position })
  })
})

describe('page tokens', () => {
  const cursor: Cursor = { direction: 'next', values: [1704067200000, 'o1'] }
  const binding = listBinding(orderResource, 'org-1', read('$filter=totalPrice gt 1'))
  const token = tokens.encode(cursor, binding)

  test('a token comes back as the cursor it was made of, with and without the dollar', () => {
    expect(read(`$filter=totalPrice gt 1&$nextToken=${token}`).page).toEqual({ limit: 20, offset: 0, cursor })
    expect(read(`$filter=totalPrice gt 1&nextToken=${token}&$top=7`).page).toEqual({ limit: 7, offset: 0, cursor })
    expect(token).toMatch(/^[A-Za-z0-9_-]+$/)
  })

  test.each([
    ['another filter', `$filter=totalPrice gt 2&$nextToken=${token}`],
    ['another sort', `$filter=totalPrice gt 1&$orderBy=totalPrice&$nextToken=${token}`],
    ['a search', `$filter=totalPrice gt 1&$search=x&$nextToken=${token}`],
    ['the other direction', `$filter=totalPrice gt 1&$previousToken=${token}`],
    ['one character less', `$filter=totalPrice gt 1&$nextToken=${token.slice(0, -1)}`],
    ['one character more', `$filter=totalPrice gt 1&$nextToken=${token}A`],
    ['a changed character', `$filter=totalPrice gt 1&$nextToken=${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`],
    ['not base64', '$nextToken=%25%25'],
    ['nothing', '$nextToken='],
    ['a huge one', `$nextToken=${'A'.repeat(5000)}`],
  ])('a token with %s is refused', (_, text) => {
    expect(errorOf(() => read(text)).extras.inner?.code).toBe('InvalidToken')
  })

  test('a token of another organization or server is refused', () => {
    expect(
      errorOf(() => read(`$filter=totalPrice gt 1&$nextToken=${token}`, { scope: 'org-2' })).extras.inner?.code,
    ).toBe('InvalidToken')
    const foreign = tokenCodec('another secret').encode(cursor, binding)
    expect(errorOf(() => read(`$filter=totalPrice gt 1&$nextToken=${foreign}`)).extras.inner?.code).toBe('InvalidToken')
  })

  test('tokens stand neither together nor beside $skip', () => {
    for (const text of [
      `$nextToken=${token}&$previousToken=${token}`,
      `$skip=0&$nextToken=${token}`,
      `$skip=2&$previousToken=${token}`,
    ]) {
      const error = errorOf(() => read(text))
      expect(error.status).toBe(400)
      expect(error.extras.inner?.code).toBe('InvalidToken')
    }
  })
})

test('links repeat the request with the token in place of the skip', () => {
  const url = "https://shop.example/api/orgs/1/orders?$filter=status%20eq%20'PENDING'&$SKIP=20&nextToken=old&$top=5"
  const links = pageLinks(url, { nextToken: 'abc', previousToken: 'def' })
  const next = new URL(links['@nextLink']!)
  expect(next.origin + next.pathname).toBe('https://shop.example/api/orgs/1/orders')
  expect([...next.searchParams]).toEqual([
    ['$filter', "status eq 'PENDING'"],
    ['$top', '5'],
    ['$nextToken', 'abc'],
  ])
  expect(links['@previousLink']).toContain('$previousToken=def')
  expect(pageLinks(url, {})).toEqual({})
})

describe('$expand', () => {
  const show = (text: string) =>
    JSON.parse(JSON.stringify(readExpand(text, orderResource), ['path', 'children', 'filter', 'kind']))

  test('containers are no level, aliases and short names are known, branches are shared', () => {
    expect(show('product, items.product.category.parent,user')).toEqual([
      { path: 'lineItems.product', children: [{ path: 'category', children: [{ path: 'parent', children: [] }] }] },
      { path: 'customer.user', children: [] },
    ])
    expect(show('cart,checkout')).toEqual([])
  })

  test('a scoped filter is read against what the reference leads to', () => {
    expect(
      show("lineItems.product($filter=name eq 'a, (b)' and (isPromoted eq true)).variants($filter=sku eq 'x')"),
    ).toMatchObject([
      {
        path: 'lineItems.product',
        filter: { kind: 'and' },
        children: [{ path: 'variants', filter: { kind: 'compare' } }],
      },
    ])
  })

  test.each([
    ['lineItems', 'InvalidExpand', 0],
    ['lineItems.foo', 'InvalidExpand', 10],
    ['organisation', 'InvalidExpand', 0],
    ['product.category.parent.parent', 'InvalidExpand', 24],
    ['organization.name', 'InvalidExpand', 13],
    ['user,', 'InvalidExpand', 5],
    ['user product', 'InvalidExpand', 5],
    ['user($top=1)', 'InvalidExpand', 5],
    ["user($filter=name eq 'x'", 'InvalidExpand', 24],
    ['user($filter=colour eq 1)', 'InvalidFilter', 13],
    ['lineItems($filter=quantity eq 1).product', 'InvalidExpand', 0],
    ["user($filter=name eq 'a'),user($filter=name eq 'b')", 'InvalidExpand', 26],
  ])('%s is refused', (text, code, position) => {
    expect(errorOf(() => readExpand(text, orderResource)).extras.inner).toMatchObject({ code, position })
  })

  test('where nothing expands, any name is refused', () => {
    expect(errorOf(() => readExpand('category', attributeResource)).message).toContain('Nothing in it can be')
  })

  test('the nearest name is told', () => {
    expect(errorOf(() => readExpand('organisation', orderResource)).extras.inner?.nearest).toBe('organization')
  })
})
