import { expect, test } from 'vitest'
import {
  fromOrderBy,
  patchListState,
  readListState,
  toApiQuery,
  tokenOf,
  toOrderBy,
  writeListState,
} from './list-state'

const defaults = { sort: '-createdAt', size: 50 }
const read = (text: string) => readListState(new URLSearchParams(text), defaults)

test('an address says only what differs from the plain list, and means the same when read again', () => {
  expect(writeListState(read(''), defaults)).toBe('')
  const address = 'view=pending&q=%E5%B1%B1%E7%94%B0&filter=totalPrice+gt+100&sort=totalPrice&size=20&page=3&after=abc'
  expect(writeListState(read(address), defaults)).toBe(address)
  expect(writeListState(read('size=50&sort=-createdAt&page=1'), defaults)).toBe('')
})

test('an address that makes no sense is the plain list', () => {
  expect(read('size=7&page=-2&sort=total%20desc;drop')).toEqual(read(''))
  expect(read('size=1e9&page=x')).toEqual(read(''))
})

test('a change of what is listed starts at the first page; a step to a page keeps what is listed', () => {
  const state = read('view=pending&q=x&page=3&after=abc')
  expect(patchListState(state, { q: 'y' })).toMatchObject({ q: 'y', view: 'pending', page: 1, after: '', before: '' })
  expect(patchListState(state, { before: 'def', page: 2 })).toMatchObject({ q: 'x', page: 2, after: '', before: 'def' })
})

test('the state becomes an API query: the filter of the view and the filter of the reader both hold', () => {
  const query = (text: string, view = '') => Object.fromEntries(new URLSearchParams(toApiQuery(read(text), view)))
  expect(query('')).toEqual({ $top: '50', $orderBy: 'createdAt desc' })
  expect(query('filter=totalPrice gt 1 or totalTax eq 0&sort=totalPrice&size=20', "status eq 'PENDING'")).toEqual({
    $top: '20',
    $orderBy: 'totalPrice',
    $filter: "status eq 'PENDING' and (totalPrice gt 1 or totalTax eq 0)",
  })
  expect(query('q=%23100023&after=t1')).toMatchObject({ $search: '100023', $nextToken: 't1' })
  expect(query('before=t2')).toMatchObject({ $previousToken: 't2' })
})

test('the cursor is read out of a link', () => {
  expect(tokenOf('http://shop.example/api/orders?%24top=20&%24nextToken=a-b_c', '$nextToken')).toBe('a-b_c')
  expect(tokenOf(undefined, '$nextToken')).toBe('')
})

test('days that move on stay so in the address, and are instants for the API', () => {
  const text = 'filter=createdAt+ge+%40today-6d'
  expect(writeListState(read(text), defaults)).toBe(text)
  const asked = new URLSearchParams(toApiQuery(read(text), '', 'Asia/Tokyo')).get('$filter')!
  const [, instant] = /^createdAt ge (.+)$/.exec(asked)!
  expect(instant).toMatch(/T15:00:00\.000Z$/)
})

test('columns and row height change no page', () => {
  const state = read('page=3&after=abc')
  expect(patchListState(state, { cols: 'number', density: 'compact' })).toMatchObject({ page: 3, after: 'abc' })
})

test('an order of one key is read back; one of several is none of ours', () => {
  expect(['-createdAt', 'customer.name'].map((sort) => fromOrderBy(toOrderBy(sort)))).toEqual([
    '-createdAt',
    'customer.name',
  ])
  expect([fromOrderBy('a, b desc'), fromOrderBy(undefined), fromOrderBy('a asc')]).toEqual([undefined, undefined, 'a'])
})
