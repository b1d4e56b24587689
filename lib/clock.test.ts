import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toIso } from './clock'

test('an instant is written as Date writes it, before 1970 and beyond the year 9999 too', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (ms) => {
      expect(toIso(ms)).toBe(new Date(ms).toISOString())
    }),
    { numRuns: 2000 },
  )
  expect(toIso(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(toIso(-1)).toBe('1969-12-31T23:59:59.999Z')
  expect(toIso(1709251199999)).toBe('2024-02-29T23:59:59.999Z')
  expect(toIso(null)).toBeNull()
})
