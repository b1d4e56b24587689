import { expect, test } from 'vitest'
import { type BulkRow, chunksOf, groupRows, toCsv } from './bulk'

const row = (id: string, outcome: BulkRow['outcome']): BulkRow => ({
  id,
  number: 1,
  outcome,
  status: 'PENDING',
  version: 1,
})

test('rows are told apart by what a reader decides by', () => {
  const rows = [
    row('a', 'moved'),
    row('b', 'unchanged'),
    row('c', 'notAllowed'),
    row('d', 'changedSince'),
    row('e', 'notFound'),
    row('f', 'skipped'),
  ]
  const groups = groupRows(rows)
  const ids = (of: readonly BulkRow[]) => of.map(({ id }) => id)
  expect([ids(groups.moving), ids(groups.there), ids(groups.refused), ids(groups.changed)]).toEqual([
    ['a'],
    ['b'],
    ['c', 'e', 'f'],
    ['d'],
  ])
})

test('pieces hold everything once, in order', () => {
  expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(chunksOf([], 2)).toEqual([])
})

test('a file of results quotes what needs it and lets no spreadsheet run it', () => {
  expect(
    toCsv(
      ['Order', 'Reason'],
      [
        [1, 'It is "canceled", now'],
        [null, '=1+1'],
      ],
    ),
  ).toBe('Order,Reason\r\n1,"It is ""canceled"", now"\r\n,\'=1+1\r\n')
})
