import { expect, test } from 'vitest'
import type { Attribute } from '@/lib/client/attributes'
import { bodyOf, fieldsOf, keyFrom, patchOf, problemsOf, readPasted } from './attribute-fields'

const colour: Attribute = {
  id: 'a',
  name: 'Colour',
  type: 'Select',
  order: 2,
  groupName: 'Looks',
  categoryIds: ['c1'],
  items: [
    { key: 'white', value: 'White' },
    { key: 'navy', value: 'Navy', groupName: 'dark' },
  ],
  itemGroups: [{ key: 'dark', value: 'Dark ones' }],
  customFields: { unit: 'cm', rank: 3 },
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
}

test('only what differs is sent, and nothing when nothing does', () => {
  const fields = fieldsOf(colour)
  expect(patchOf(fields, colour)).toEqual({})
  expect(patchOf({ ...fields, name: ' Colour ' }, colour)).toEqual({})
  expect(patchOf({ ...fields, name: 'Color', groupName: '' }, colour)).toEqual({ name: 'Color', groupName: null })
  expect(patchOf({ ...fields, items: [fields.items[1]!] }, colour)).toEqual({
    items: [{ key: 'navy', value: 'Navy', groupName: 'dark' }],
  })
})

test('a custom field that is gone is deleted, a changed one keeps its type', () => {
  const fields = fieldsOf(colour)
  const customFields = [
    { name: 'rank', text: '4' },
    { name: 'note', text: 'by hand' },
  ]
  expect(patchOf({ ...fields, customFields }, colour)).toEqual({
    customFields: { unit: null, rank: 4, note: 'by hand' },
  })
})

test('options leave with the type that has them', () => {
  expect(bodyOf({ ...fieldsOf(colour), type: 'Number' })).toMatchObject({ type: 'Number', items: [], itemGroups: [] })
})

test('what is wrong is named by its place', () => {
  const fields = fieldsOf(colour)
  expect(problemsOf(fields)).toEqual({})
  expect(
    problemsOf({
      ...fields,
      name: ' ',
      order: '',
      items: [...fields.items, { row: 9, key: 'white', value: 'W', groupName: 'light' }],
      customFields: [{ name: '', text: 'x' }],
    }),
  ).toEqual({
    name: 'missing',
    order: 'number',
    'items.2.key': 'twice',
    'items.2.groupName': 'group',
    'customFields.0.name': 'missing',
  })
})

test('keys follow the values, each once', () => {
  expect(keyFrom('Navy blue', [])).toBe('navy-blue')
  expect(keyFrom('Ｎａｖｙ', ['navy'])).toBe('navy-2')
  expect(keyFrom('紺', [])).toBe('紺')
})

test('a pasted list is options, with or without keys', () => {
  expect(readPasted('White\n\nNavy blue\r\nr\tRed\nwhite', [])).toEqual([
    { key: 'white', value: 'White' },
    { key: 'navy-blue', value: 'Navy blue' },
    { key: 'r', value: 'Red' },
    { key: 'white-2', value: 'white' },
  ])
})
