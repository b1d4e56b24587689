import { expect, test } from 'vitest'
import type { OrderVersion } from './order-parts'
import { differenceOf } from './version-difference'

const line = { id: 3, productName: 'Pot', variantTitle: '1 L', quantity: 2, price: 500 }
const parcel = { id: 'a', carrier: 'Yamato', lines: [{ lineId: 3, quantity: 1 }], deliveredAt: null }

const version = (given: object) =>
  ({
    version: 1,
    order: { version: 1, updatedAt: 'x', status: 'PENDING', customer: { phone: '1' }, customFields: {} },
    lines: [line],
    payment: null,
    shipments: [],
    contest: null,
    ...given,
  }) as unknown as OrderVersion

test('what every version has of its own is no difference', () => {
  const next = version({
    version: 2,
    order: { version: 2, updatedAt: 'y', status: 'PENDING', customer: { phone: '1' }, customFields: {} },
  })
  expect(differenceOf(version({}), next)).toEqual([])
})

test('values differ where they stand: lines by their number, parcels by their id, what was not there before by nothing', () => {
  const next = version({
    order: { version: 2, status: 'PROCESSING', customer: { phone: '2' }, customFields: { gift: true } },
    lines: [
      { ...line, id: 1, quantity: 1 },
      { ...line, quantity: 5 },
    ],
    shipments: [parcel],
  })
  const found = differenceOf(version({}), next).map(({ path, before, after }) => [path, before, after])
  expect(found).toEqual(
    expect.arrayContaining([
      ['status', 'PENDING', 'PROCESSING'],
      ['customer.phone', '1', '2'],
      ['customFields.gift', null, true],
      ['lines[3].quantity', 2, 5],
      ['lines[1].quantity', null, 1],
      ['shipments[a].carrier', null, 'Yamato'],
      ['shipments[a].lines[3].quantity', null, 1],
    ]),
  )
  expect(found.map(([path]) => path)).not.toContain('shipments[a].lines[3].lineId')
})

test('the other way round tells the same values the other way round', () => {
  const next = version({ lines: [{ ...line, quantity: 5 }] })
  expect(differenceOf(next, version({}))).toEqual([{ path: 'lines[3].quantity', before: 5, after: 2 }])
})
