import { expect, test } from 'vitest'
import { changedFields, fieldOfTarget, mergeForms, patchOf, problemsOf, toForm } from './product-form'
import type { Product } from './products'

const zone = 'Asia/Tokyo'

const product: Product = {
  id: '0198f3a1c2d4000000000021',
  organization: null,
  category: { id: 'c1' },
  name: 'Tea',
  description: '',
  dimensions: '',
  variantNote: '',
  additionalInformation: '',
  geoCoordinatesField: { type: 'Point', coordinates: [135.8, 34.9] },
  images: [{ id: 'i1', type: 'image/png', url: '/i1' }],
  isPromoted: false,
  variants: [],
  locations: [],
  tags: ['green'],
  features: [],
  addressLine1: '',
  addressLine2: '',
  addressLine3: '',
  postalCode: '',
  publication: {
    since: '2026-01-30T15:00:00.000Z',
    until: null,
    status: 'DRAFT',
    publishedAt: null,
    publishedBy: null,
  },
  attributes: [
    { attributeId: 'b', value: true },
    { attributeId: 'a', value: 3 },
  ],
  customFields: { shelf: 3, note: '3' },
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
}
const base = toForm(product, zone)

test('the form shows days of the zone and values as they are typed', () => {
  expect(base).toMatchObject({
    since: '2026-01-31',
    until: '',
    latitude: '34.9',
    longitude: '135.8',
    customFields: [
      { name: 'shelf', text: '3' },
      // Text that looks like a number needs its quotes.
      { name: 'note', text: '"3"' },
    ],
  })
})

test('only what differs is a change: empty rows and the order of attributes are none', () => {
  const same = {
    ...base,
    features: [{ name: '', value: '' }],
    attributes: [...base.attributes].reverse(),
    customFields: [...base.customFields, { name: ' ', text: '' }],
  }
  expect(changedFields(base, same)).toEqual([])
  expect(patchOf(base, same, zone)).toEqual({})
})

test('the patch says only what differs, in the words of the API', () => {
  const form = {
    ...base,
    tags: ['green', 'new'],
    latitude: '',
    longitude: '',
    status: 'ACTIVE' as const,
    since: '',
    until: '2026-02-28',
    customFields: [{ name: 'note', text: 'soon' }],
  }
  expect(changedFields(base, form)).toEqual([
    'tags',
    'latitude',
    'longitude',
    'customFields',
    'status',
    'since',
    'until',
  ])
  expect(patchOf(base, form, zone)).toEqual({
    tags: ['green', 'new'],
    geoCoordinatesField: null,
    publication: { status: 'ACTIVE', since: null, until: '2026-02-28T14:59:59.999Z' },
    customFields: { note: 'soon', shelf: null },
  })
})

test('what cannot be right is found before the server is asked', () => {
  expect(problemsOf(base)).toEqual({})
  expect(
    problemsOf({
      ...base,
      name: ' ',
      latitude: '91',
      longitude: '',
      since: '2026-02-02',
      until: '2026-02-01',
      features: [{ name: '', value: 'x' }],
      customFields: [
        { name: 'a', text: '1' },
        { name: 'a ', text: '2' },
      ],
    }),
  ).toEqual({
    name: 'required',
    latitude: 'latitude',
    longitude: 'both',
    until: 'order',
    features: 'names',
    customFields: 'twice',
  })
})

test.each([
  ['name', 'name'],
  ['features.0.value', 'features'],
  ['publication.until', 'until'],
  ['publication', 'status'],
  ['geoCoordinatesField.coordinates.0', 'longitude'],
  ['geoCoordinatesField.coordinates.1', 'latitude'],
  ['locationIds.3', 'locationIds'],
  ['variants.0.sku', undefined],
])('the server’s %s is the field %s', (target, field) => {
  expect(fieldOfTarget(target)).toBe(field)
})

test('my changes go on top of theirs; what both changed is asked about', () => {
  const mine = { ...base, name: 'My tea', description: 'Mine', tags: ['green', 'both'] }
  const theirs = { ...base, name: 'Their tea', dimensions: '10 cm', tags: ['green', 'both'] }
  const { form, conflicts, taken } = mergeForms(base, mine, theirs)
  expect(form).toMatchObject({ name: 'My tea', description: 'Mine', dimensions: '10 cm', tags: ['green', 'both'] })
  expect(conflicts).toEqual(['name'])
  expect(taken).toEqual(['dimensions'])
})
