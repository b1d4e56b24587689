import { describe, expect, test } from 'vitest'
import { combinationKey, combine, countCombinations, findExisting, splitValues } from './combinations'
import { defaultPattern, makeSku, repeatedSkus, skuPart, unknownTokens } from './sku-pattern'

const color = { name: 'Color', values: ['Red', 'Blue', '白'] }
const size = { name: 'Size', values: ['S', 'M'] }

describe('combinations', () => {
  test('are every value with every other, the last option changing fastest', () => {
    expect(combine([color, size])).toEqual([
      ['Red', 'S'],
      ['Red', 'M'],
      ['Blue', 'S'],
      ['Blue', 'M'],
      ['白', 'S'],
      ['白', 'M'],
    ])
    expect(countCombinations([color, size])).toBe(6)
    expect(combine([])).toEqual([])
    expect(countCombinations([])).toBe(0)
    expect(combine([size])).toEqual([['S'], ['M']])
  })

  test('take values from lists of any kind, each once', () => {
    expect(splitValues('Red, Blue、白\nred\t Ｂｌｕｅ ;; Dark  green')).toEqual(['Red', 'Blue', '白', 'Dark green'])
    expect(splitValues('S,M', ['m'])).toEqual(['S'])
  })

  const existing = (...variants: [title: string, options?: Record<string, string>][]) =>
    findExisting(
      [color, size],
      combine([color, size]),
      variants.map(([title, options]) => ({ title, customFields: options ? { options } : {} })),
    )
  const key = (...values: string[]) => combinationKey(values)

  test('that exist are known by their title, in any order, width and case', () => {
    expect(existing(['Red / S'], ['ｍ, BLUE'], ['S'], ['Red'], ['Red / S / Wool'])).toEqual(
      new Set([key('Red', 'S'), key('Blue', 'M')]),
    )
  })

  test('that exist are known by the values they were made with, whatever they are called now', () => {
    expect(existing(['Summer sale', { color: 'red', size: 'M' }], ['Other', { color: 'Blue' }])).toEqual(
      new Set([key('Red', 'M')]),
    )
  })
})

describe('a SKU pattern', () => {
  test('takes the product, the options and a running number', () => {
    expect(defaultPattern([color, size])).toBe('{PRODUCT}-{COLOR}-{SIZE}')
    const make = (pattern: string, values = ['Dark  blue!', 'M']) =>
      makeSku(pattern, 'Linen shirt', [color, size], values, 7)
    expect(make('{PRODUCT}-{COLOR}-{SIZE}')).toBe('LINEN-SHIRT-DARK-BLUE-M')
    expect(make('ls/{color}.{N:3}')).toBe('ls/DARK-BLUE.007')
    expect(make('A{N}')).toBe('A7')
    expect(make('fixed')).toBe('fixed')
    expect(make('{NOTHING}')).toBeNull()
    expect(make('{COLOR}', ['白い', 'M'])).toBe('白い')
  })

  test('names what it does not know', () => {
    expect(unknownTokens('{PRODUCT}-{COLOUR}-{size}-{N:2}-{N}', [color, size])).toEqual(['COLOUR'])
  })

  test('says which SKUs are given twice', () => {
    expect(repeatedSkus(['A', 'B', 'A', null, null])).toEqual(new Set(['A']))
    expect(skuPart(' ｘ-ｌ (tall) ')).toBe('X-L-TALL')
  })
})
