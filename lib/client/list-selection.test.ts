import { expect, test } from 'vitest'
import {
  countSelected,
  createSelection,
  isSelected,
  nothingSelected,
  pageSelection,
  rowsBetween,
  type Selected,
  withRows,
} from './list-selection'

type Row = { id: string }
const page: Row[] = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
const [a, b, c, d] = page as [Row, Row, Row, Row]
const matching: Selected<Row> = { kind: 'matching', filter: 'x', search: '', total: 312, excluded: new Set() }
const ids = (selected: Selected<Row>) => (selected.kind === 'rows' ? [...selected.rows.keys()] : 'matching')

test('rows are selected and taken out one by one', () => {
  const two = withRows<Row>(nothingSelected, [a, c], true)
  expect([countSelected(two), isSelected(two, 'a'), isSelected(two, 'b')]).toEqual([2, true, false])
  expect(ids(withRows(two, [a], false))).toEqual(['c'])
})

test('of everything that matches, what is taken out is an exception, and comes back', () => {
  const without = withRows(matching, [b], false)
  expect([countSelected(without), isSelected(without, 'b'), isSelected(without, 'of another page')]).toEqual([
    311,
    false,
    true,
  ])
  expect(countSelected(withRows(without, [b], true))).toBe(312)
})

test('a page is selected wholly, partly or not at all', () => {
  expect(pageSelection(nothingSelected, page)).toBe('none')
  expect(pageSelection(nothingSelected, [])).toBe('none')
  expect(pageSelection(withRows<Row>(nothingSelected, [a], true), page)).toBe('some')
  expect(pageSelection(matching, page)).toBe('all')
})

test('a range goes either way, and from another page it is the row alone', () => {
  expect(rowsBetween(page, 'b', 'd')).toEqual([b, c, d])
  expect(rowsBetween(page, 'c', 'a')).toEqual([a, b, c])
  expect(rowsBetween(page, 'elsewhere', 'c')).toEqual([c])
  expect(rowsBetween(page, 'a', 'gone')).toEqual([])
})

test('Shift selects from the row before to this one', () => {
  const store = createSelection<Row>()
  store.toggle(b, page)
  store.toggle(d, page, true)
  expect(ids(store.get())).toEqual(['b', 'c', 'd'])
  store.toggle(c, page)
  expect(ids(store.get())).toEqual(['b', 'd'])
})

test('what failed stays selected with its reason, until nothing is selected any more', () => {
  const store = createSelection<Row>()
  let told = 0
  store.subscribe(() => told++)
  store.set(withRows(store.get(), page, true))
  store.keep(['b'], new Map([['b', 'It is canceled now.']]))
  expect([ids(store.get()), store.reasons().get('b')]).toEqual([['b'], 'It is canceled now.'])
  store.toggle(b, page)
  expect([countSelected(store.get()), store.reasons().size, told]).toEqual([0, 0, 3])
})

test('taking out the last of everything that matches leaves nothing selected', () => {
  const store = createSelection<Row>()
  store.set({ ...matching, total: 1 } as Selected<Row>)
  store.toggle(a, page)
  expect(store.get()).toEqual(nothingSelected)
})
