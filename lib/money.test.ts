import { expect, test } from 'vitest'
import { currencyExponent, parseDecimal, toDecimal, toMajor } from './money'

test.each([
  ['JPY', 0, 215, '215', 215],
  ['USD', 2, 215, '2.15', 2.15],
  ['USD', 2, 5, '0.05', 0.05],
  ['KWD', 3, 215, '0.215', 0.215],
  ['KWD', 3, 999_999_999_999, '999999999.999', 999999999.999],
])('%s has %i digits: %i is %s', (currency, digits, minor, text, number) => {
  expect(currencyExponent(currency)).toBe(digits)
  expect(toDecimal(minor, currency)).toBe(text)
  expect(toMajor(minor, currency)).toBe(number)
  expect(parseDecimal(text, currency)).toBe(minor)
  expect(parseDecimal(number, currency)).toBe(minor)
})

test('more decimals than the currency has are refused, zeros aside', () => {
  expect(parseDecimal('2.155', 'USD')).toBeUndefined()
  expect(parseDecimal('2.150', 'USD')).toBe(215)
  expect(parseDecimal('215.5', 'JPY')).toBeUndefined()
  expect(parseDecimal('215.0', 'JPY')).toBe(215)
  expect(parseDecimal('-1', 'USD')).toBeUndefined()
  expect(parseDecimal('1e3', 'USD')).toBeUndefined()
})
