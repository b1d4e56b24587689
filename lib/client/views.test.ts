import { expect, test } from 'vitest'
import { isModified, readListState, viewOf, writeListState } from './list-state'
import { defaultsOfArrangement, defaultsOfView, initialView, type SavedView, toViewState } from './views'

const plain = { sort: '-createdAt', size: 50 }
const view = (over: Partial<SavedView> = {}): SavedView => ({
  id: '0123456789abcdef01234567',
  list: 'orders',
  name: 'Dear ones',
  scope: 'personal',
  ownerId: 'u',
  isDefault: false,
  position: 0,
  version: 1,
  state: { filter: 'totalPrice gt 1000', sort: 'totalPrice desc', columns: ['number', 'total'], pageSize: 20 },
  ...over,
})
const own = defaultsOfView(view(), plain)
const read = (text: string, initial = '') => readListState(new URLSearchParams(text), own, initial)

test('the address of an open view says its id alone, and everything it keeps is there', () => {
  const state = read(`view=${view().id}`)
  expect(state).toMatchObject({ filter: 'totalPrice gt 1000', sort: '-totalPrice', size: 20, cols: 'number,total' })
  expect(writeListState(state, own)).toBe(`view=${view().id}`)
  expect(isModified(state, own)).toBe(false)
})

test('what is changed in a view stands in the address, also that something was taken away', () => {
  const state = { ...read(`view=${view().id}`), filter: '', q: 'Tokyo' }
  const text = writeListState(state, own)
  expect(Object.fromEntries(new URLSearchParams(text))).toEqual({ view: view().id, filter: '', q: 'Tokyo' })
  expect([read(text).filter, isModified(read(text), own)]).toEqual(['', true])
})

test('a link that others read without the view says all of it', () => {
  const state = read(`view=${view().id}`)
  const text = writeListState(state, own, { also: plain })
  expect(readListState(new URLSearchParams(text), plain)).toEqual(state)
})

test('the first view opens where the address says nothing, and a pasted address wins over it', () => {
  const initial = view().id
  const of = (text: string) => viewOf(new URLSearchParams(text), initial)
  expect([of(''), of('q=Tokyo'), of('filter=totalPrice+gt+1'), of('view=pending'), of('view=all')]).toEqual([
    initial,
    '',
    '',
    'pending',
    '',
  ])
  expect(writeListState({ ...read('view=all', initial), filter: '', cols: '' }, plain, { initial })).toMatch(
    /^view=all/,
  )
})

test('one’s own first view comes before the organization’s', () => {
  const shared = view({ id: 's', scope: 'shared', isDefault: true })
  const mine = view({ id: 'm', isDefault: true })
  expect(initialView([shared, view(), mine])?.id).toBe('m')
  expect(initialView([shared, view()])?.id).toBe('s')
  expect(initialView([view()])).toBeUndefined()
})

test('a list is kept as it stands', () => {
  const state = { ...read(`view=${view().id}`), q: 'Tokyo', cols: 'number~120,total*', density: 'compact' as const }
  expect(toViewState(state)).toEqual({
    filter: 'totalPrice gt 1000',
    search: 'Tokyo',
    sort: 'totalPrice desc',
    columns: ['number', 'total'],
    pinned: ['total'],
    widths: { number: 120 },
    density: 'compact',
    pageSize: 20,
  })
})

test('without a view the list is as one arranged it', () => {
  expect(defaultsOfArrangement({ columns: ['number'], pageSize: 100 }, plain)).toMatchObject({
    cols: 'number',
    size: 100,
  })
  expect(defaultsOfArrangement(undefined, plain)).toEqual({ sort: '-createdAt', size: 50, cols: '' })
})
