import { expect, test } from 'vitest'
import { readListState } from '@/lib/client/list-state'
import { mediaDefaults, mediaQuery, readMediaFilter, writeMediaFilter } from './library-filter'
import { insertedByRank, moved } from './order'

const now = Date.UTC(2026, 1, 28, 10, 30)
const filterOf = (address: string) =>
  new URLSearchParams(mediaQuery(readListState(new URLSearchParams(address), mediaDefaults), now)).get('$filter')

test('an address says what the library shows', () => {
  expect(filterOf('')).toBeNull()
  expect(filterOf("q=it's%20red")).toBe("contains(name,'it''s') and contains(name,'red')")
  expect(filterOf('view=pictures.middle.unused')).toBe(
    "startswith(type,'image/') and size gt 102400 and size le 1048576 and usageCount eq 0",
  )
  expect(filterOf('view=week')).toBe('createdAt ge 2026-02-21T10:00:00.000Z')
  expect(filterOf('view=documents.by-0198f3a1c2d4000000000003')).toBe(
    "type eq 'application/pdf' and uploadedBy.id eq '0198f3a1c2d4000000000003'",
  )
})

test('an address with words nobody knows shows everything', () => {
  expect(filterOf("view=huge.by-'or'1.constructor")).toBeNull()
  const filter = { kind: 'pictures', size: 'large', since: 'day', unused: true } as const
  expect(readMediaFilter(writeMediaFilter(filter))).toEqual(filter)
})

test('moving an image leaves the others in their order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(['a'], 0, 0)).toEqual(['a'])
})

test('files that end in any order stand in the order they were chosen in', () => {
  const rank = (name: string) => ({ first: 1, second: 2, third: 3 })[name]
  let list = ['old']
  for (const name of ['second', 'third', 'first']) list = insertedByRank(list, name, rank)
  expect(list).toEqual(['old', 'first', 'second', 'third'])
})
