import { expect, test } from 'vitest'
import { isRevertible, revertPatch } from './product-history'
import type { Product } from './products'

const product = { geoCoordinatesField: { type: 'Point', coordinates: [135, 34] } } as Product

test('every field goes back to what it was, in the words of the API', () => {
  const fields = {
    name: ['Tea', 'Sencha'],
    categoryId: ['c1', 'c2'],
    images: [[{ id: 'i1', hash: 'x' }, { id: 'i2' }], []],
    latitude: [33, 34],
    publicationStatus: ['DRAFT', 'ACTIVE'],
    publicationSince: [Date.UTC(2026, 0, 31), null],
    publishedAt: [null, 1],
    customFields: [
      { shelf: 3, kept: 1 },
      { kept: 1, added: true },
    ],
  } as never
  expect(isRevertible({ fields, version: 4 })).toBe(true)
  expect(revertPatch(product, { fields })).toEqual({
    name: 'Tea',
    categoryId: 'c1',
    imageIds: ['i1', 'i2'],
    geoCoordinatesField: { type: 'Point', coordinates: [135, 33] },
    publication: { status: 'DRAFT', since: '2026-01-31T00:00:00.000Z' },
    customFields: { shelf: 3, kept: 1, added: null },
  })
})

test('a place that was not there is taken off again', () => {
  const fields = { latitude: [null, 34], longitude: [null, 135] } as never
  expect(revertPatch(product, { fields })).toEqual({ geoCoordinatesField: null })
})

test.each([
  ['its creation', {}, 1],
  ['a change of its variants', { variantIds: [[], ['v1']] }, 3],
  ['a deletion', { name: ['Tea', null] }, 0],
  ['nothing but what the server sets', { publishedAt: [null, 1] }, 2],
])('%s is not taken back', (_what, fields, version) => {
  expect(isRevertible({ fields: fields as never, version })).toBe(false)
})
