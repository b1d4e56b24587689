import { expect, test } from 'vitest'
import { computeTotals, maxAmount } from './totals'

const line = (priceAmount: number, quantity: number, kind: 'on top' | 'inside' | 'none' = 'on top') => ({
  priceAmount,
  quantity,
  taxable: kind !== 'none',
  taxIncluded: kind === 'inside',
})

// 10 %: E = 2×333 + 1×100 = 766 → 76; G = 1100 → floor(1100×10/110) = 100; N = 50.
test('tax is rounded down once per order, for prices with and without tax apart', () => {
  const totals = computeTotals([line(333, 2), line(100, 1), line(1100, 1, 'inside'), line(50, 1, 'none')], 1000)
  expect(totals).toEqual({
    subtotalPrice: 50 + 766 + (1100 - 100),
    totalTax: 176,
    totalPrice: 50 + 766 + 1000 + 176,
    // 76 over 666:100 is 66.08 and 9.92: the larger remainder gets the last yen.
    lineTaxes: [66, 10, 100, 0],
  })
})

test('a rate with decimals is exact', () => {
  // 8.25 % of 1,000 is 82.5.
  expect(computeTotals([line(1000, 1)], 825)).toMatchObject({ totalTax: 82, totalPrice: 1082 })
})

test('no tax rate, no tax', () => {
  expect(computeTotals([line(5000, 2), line(5075, 1, 'inside')], 0)).toMatchObject({
    subtotalPrice: 15075,
    totalTax: 0,
    totalPrice: 15075,
  })
})

test('the largest total is taken, one more is refused', () => {
  expect(computeTotals([line(maxAmount, 1, 'none')], 1000).totalPrice).toBe(999_999_999_999)
  expect(() => computeTotals([line(maxAmount, 1, 'none'), line(1, 1, 'none')], 1000)).toThrow(/999999999999/)
})

test('products of price and quantity beyond exact doubles stay exact', () => {
  expect(() => computeTotals([line(maxAmount, 1000)], 1000)).toThrow(/1099999999998900/)
})
