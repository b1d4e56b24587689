import { expect, test } from 'vitest'
import { isBegun, itemsOf, nobody, type Orderable, withLine } from './new-order'

const mug: Orderable = {
  productId: 'p',
  variantId: 'v',
  productName: 'Mug',
  variantTitle: 'Red',
  sku: 'M-1',
  price: 100,
  published: true,
}

test('what is chosen twice is one line with one more of it', () => {
  const once = withLine([], mug)
  expect(once).toEqual([{ ...mug, quantity: 1 }])
  expect(withLine(once, mug)).toEqual([{ ...mug, quantity: 2 }])
  expect(withLine([{ ...mug, quantity: '' }], mug)).toEqual([{ ...mug, quantity: 1 }])
  expect(withLine(once, { ...mug, variantId: 'w' })).toHaveLength(2)
})

test('a quantity that is being typed is sent as what the server will judge', () => {
  expect(itemsOf([{ ...mug, quantity: '' }])).toEqual([{ productId: 'p', variantId: 'v', quantity: 0 }])
})

test('an order is begun with its first line or the first word about its customer', () => {
  expect(isBegun({ lines: [], customer: nobody })).toBe(false)
  expect(isBegun({ lines: [], customer: { ...nobody, name: ' ' } })).toBe(false)
  expect(isBegun({ lines: [], customer: { ...nobody, name: '山田' } })).toBe(true)
  expect(isBegun({ lines: withLine([], mug), customer: nobody })).toBe(true)
})
