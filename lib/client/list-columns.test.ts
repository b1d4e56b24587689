import { expect, test } from 'vitest'
import { decodeColumns, encodeColumns, movedTo } from './list-columns'

test('an arrangement in an address says the same when it is read again', () => {
  const arrangement = {
    columns: ['number', 'customer.email', 'customFields.gift'],
    pinned: ['customer.email'],
    widths: { number: 120, 'customer.email': 240 },
  }
  const text = 'number~120,customer.email*~240,customFields.gift'
  expect(encodeColumns(arrangement)).toBe(text)
  expect(decodeColumns(text)).toEqual(arrangement)
})

test('without an arrangement there is nothing to say', () => {
  expect(encodeColumns({})).toBe('')
  expect(decodeColumns('')).toEqual({})
})

test('what makes no sense is left out', () => {
  expect(decodeColumns('a,,a,b~9,c~99999,*,d~1')).toEqual({ columns: ['a'] })
  expect(decodeColumns('b~19,c~21')).toEqual({ columns: ['b', 'c'], widths: { c: 21 } })
})

test('one entry moves and the others close up', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(movedTo(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(movedTo(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b'])
})
