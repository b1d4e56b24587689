import { expect, test } from 'vitest'
import { orderResource } from '@/lib/resources/order'
import { productResource } from '@/lib/resources/product'
import { variantResource } from '@/lib/resources/variant'
import { applyExpand, type ExpandLoader, type ExpandLoaders } from './apply-expand'
import { readExpand } from './expand'

/** Loaders over plain objects that write down what they were asked for. */
function loadersOf(tables: Record<string, Record<string, object>>) {
  const calls: string[] = []
  const loaders: ExpandLoaders = Object.fromEntries(
    Object.entries(tables).map(([name, table]): [string, ExpandLoader] => [
      name,
      async (ids) => {
        calls.push(`${name} ${ids.join(',')}`)
        return new Map(ids.filter((id) => table[id]).map((id) => [id, structuredClone({ id, ...table[id] })]))
      },
    ]),
  )
  return { calls, loaders }
}

const tables = {
  organization: { a1: { name: 'Acme' } },
  user: { u1: { name: 'Taro' } },
  category: { c1: { name: 'Tops', parent: 'c0' }, c0: { name: 'All', parent: null } },
  product: {
    p1: {
      name: 'Shirt',
      category: { uri: '/c1', id: 'c1' },
      variants: [
        { uri: '/v1', id: 'v1' },
        { uri: '/v2', id: 'v2' },
      ],
    },
    p2: { name: 'Mug', category: null, variants: [] },
  },
  variant: {
    v1: { sku: 'S', price: { amount: 5 }, productId: 'p1' },
    v2: { sku: 'L', price: { amount: 9 }, productId: 'p1' },
  },
  attribute: { t1: { name: 'Color' } },
}

const order = (id: string, parts: object) => ({
  id,
  organization: 'a1',
  cart: null,
  customer: { user: null, name: 'x' },
  lineItems: [],
  ...parts,
})

test('references become objects, once asked for per level and field', async () => {
  const rows = [
    order('o1', {
      customer: { user: 'u1', name: 'x' },
      lineItems: [
        { product: 'p1', variant: 'v1' },
        { product: 'p2', variant: 'gone' },
      ],
    }),
    order('o2', { lineItems: [{ product: 'p1', variant: 'v2' }] }),
  ]
  const { calls, loaders } = loadersOf(tables)
  await applyExpand(rows, readExpand('organization,user,product.category.parent,items.variant', orderResource), loaders)
  expect(calls).toEqual([
    'organization a1',
    'user u1',
    'product p1,p2',
    'category c1',
    'category c0',
    'variant v1,gone,v2',
  ])
  const category = { id: 'c1', name: 'Tops', parent: { id: 'c0', name: 'All', parent: null } }
  expect(rows).toMatchObject([
    {
      organization: { id: 'a1', name: 'Acme' },
      cart: null,
      customer: { user: { id: 'u1' } },
      lineItems: [
        { product: { name: 'Shirt', category }, variant: { sku: 'S' } },
        { product: { name: 'Mug', category: null }, variant: null },
      ],
    },
    { customer: { user: null }, lineItems: [{ product: { category } }] },
  ])
})

test('a scoped filter empties a to-one reference and thins a to-many one; rows stay', async () => {
  const rows = [order('o1', { lineItems: [{ product: 'p1' }, { product: 'p2' }] })]
  const { loaders } = loadersOf(tables)
  await applyExpand(
    rows,
    readExpand(
      "organization($filter=name eq 'Globex'),product($filter=name eq 'Shirt').variants($filter=price.amount gt 5)",
      orderResource,
    ),
    loaders,
  )
  expect(rows).toMatchObject([
    { organization: null, lineItems: [{ product: { variants: [{ id: 'v2' }] } }, { product: null }] },
  ])
})

test('what is missing or may not be seen leaves a to-many list', async () => {
  const rows = [
    {
      id: 'p',
      variants: [
        { uri: '/x', id: 'gone' },
        { uri: '/v1', id: 'v1' },
      ],
    },
  ]
  await applyExpand(rows, readExpand('variants', productResource), loadersOf(tables).loaders)
  expect(rows[0]!.variants).toMatchObject([{ id: 'v1', sku: 'S' }])
})

test('attributes keep their value and gain the attribute; a variant gains its product', async () => {
  const products = [
    {
      id: 'p',
      attributes: [
        { attributeId: 't1', value: 'red' },
        { attributeId: 't2', value: 1 },
      ],
    },
  ]
  await applyExpand(products, readExpand('attributes', productResource), loadersOf(tables).loaders)
  expect(products[0]!.attributes).toEqual([
    { attributeId: 't1', value: 'red', attribute: { id: 't1', name: 'Color' } },
    { attributeId: 't2', value: 1, attribute: null },
  ])
  const variants = [{ id: 'v', productId: 'p2' }]
  await applyExpand(variants, readExpand('product', variantResource), loadersOf(tables).loaders)
  expect(variants[0]).toMatchObject({ productId: 'p2', product: { id: 'p2', name: 'Mug' } })
})

test('without any reference nothing is asked', async () => {
  const { calls, loaders } = loadersOf(tables)
  await applyExpand([order('o1', {})], readExpand('user,product', orderResource), loaders)
  expect(calls).toEqual([])
})
