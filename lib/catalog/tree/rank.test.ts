import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankBetween, rankOf } from './rank'

const rank = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 1, maxLength: 12 })

test('between two different places there is a third', () => {
  fc.assert(
    fc.property(rank, rank, (one, other) => {
      const [low, high] = [one, other].sort()
      const between = rankBetween(low!, high!)
      // As fractions they may be equal: trailing zeros add nothing.
      if (low!.replace(/0+$/, '') === high!.replace(/0+$/, '')) expect(between).toBeUndefined()
      else expect(low! < between! && between! < high!).toBe(true)
    }),
  )
  fc.assert(fc.property(rank, (low) => rankBetween(low, null)! > low))
  expect(rankBetween(null, '01')! < '01').toBe(true)
  expect(rankBetween(null, null)).toBe('8')
  expect(rankBetween(null, '00')).toBeUndefined()
})

test('places by name sort as the names do, in bytes', () => {
  const names = ['', 'A', 'AB', 'B', 'a', 'あ', '茶', '茶碗', '😀']
  const ranks = names.map((name, i) => rankOf(name, String(i).padStart(24, '0')))
  expect([...ranks].sort()).toEqual(ranks)
})
