import { expect, test } from 'vitest'
import { orderResource } from '@/lib/resources/order'
import { type Chip, chipsFromFilter, filterFromChips, filterProblem } from './url'

const pairs: [text: string, chips: Chip[]][] = [
  ['', []],
  ["status in ('PENDING', 'ACCEPTED')", [{ path: 'status', operator: 'in', values: ['PENDING', 'ACCEPTED'] }]],
  ["not (status in ('CLOSED'))", [{ path: 'status', operator: 'notIn', values: ['CLOSED'] }]],
  ['totalPrice ge 10 and totalPrice le 20', [{ path: 'totalPrice', operator: 'between', values: [10, 20] }]],
  ["customer.name co 'O''Brien'", [{ path: 'customer.name', operator: 'co', values: ["O'Brien"] }]],
  ["not (customer.name co 'x')", [{ path: 'customer.name', operator: 'notCo', values: ['x'] }]],
  ["startswith(customer.email, 'a')", [{ path: 'customer.email', operator: 'startswith', values: ['a'] }]],
  [
    "createdAt ge '2024-01-01T00:00:00.000Z'",
    [{ path: 'createdAt', operator: 'ge', values: ['2024-01-01T00:00:00.000Z'] }],
  ],
  ['lineItems.price.taxable eq true', [{ path: 'lineItems.price.taxable', operator: 'eq', values: [true] }]],
  ['createdAt ge @today-6d', [{ path: 'createdAt', operator: 'ge', values: ['@today-6d'] }]],
  [
    'createdAt ge @month-1m and createdAt lt @month',
    [{ path: 'createdAt', operator: 'within', values: ['@month-1m', '@month'] }],
  ],
  [
    "createdAt ge '2024-01-01T00:00:00.000Z' and createdAt lt '2024-01-02T00:00:00.000Z'",
    [{ path: 'createdAt', operator: 'within', values: ['2024-01-01T00:00:00.000Z', '2024-01-02T00:00:00.000Z'] }],
  ],
  [
    'totalPrice ge 10 and totalPrice lt 20',
    [
      { path: 'totalPrice', operator: 'ge', values: [10] },
      { path: 'totalPrice', operator: 'lt', values: [20] },
    ],
  ],
  ["customer.name eq '@today'", [{ path: 'customer.name', operator: 'eq', values: ['@today'] }]],
  ['closedAt eq null', [{ path: 'closedAt', operator: 'absent', values: [] }]],
  ['closedAt pr', [{ path: 'closedAt', operator: 'present', values: [] }]],
  ["customFields.gift.color ne 'red'", [{ path: 'customFields.gift.color', operator: 'ne', values: ['red'] }]],
  [
    "status in ('PENDING') and totalPrice gt 5 and customer.name eq 'a'",
    [
      { path: 'status', operator: 'in', values: ['PENDING'] },
      { path: 'totalPrice', operator: 'gt', values: [5] },
      { path: 'customer.name', operator: 'eq', values: ['a'] },
    ],
  ],
]

test.each(pairs)('%s and its chips say the same', (text, chips) => {
  expect(chipsFromFilter(text, orderResource)).toEqual(chips)
  expect(filterFromChips(chips, orderResource)).toBe(text)
})

test('other spellings of the same are chips too', () => {
  expect(chipsFromFilter("items.sku eq 'a' and (totalPrice gt 1 and not (closedAt eq null))", orderResource)).toEqual([
    { path: 'lineItems.sku', operator: 'eq', values: ['a'] },
    { path: 'totalPrice', operator: 'gt', values: [1] },
    { path: 'closedAt', operator: 'present', values: [] },
  ])
  expect(chipsFromFilter('createdAt ge 2024-01-01T09:00:00+09:00', orderResource)).toEqual([
    { path: 'createdAt', operator: 'ge', values: ['2024-01-01T00:00:00.000Z'] },
  ])
})

test.each([
  "status eq 'PENDING' or totalPrice gt 1",
  'not (totalPrice gt 1)',
  'not (lineItems.sku eq null)',
  'totalPrice gt null',
  'nonsense',
])('chips cannot say %s', (text) => expect(chipsFromFilter(text, orderResource)).toBeUndefined())

test('a faulty filter is told with its place', () => {
  expect(filterProblem('totalPrice gt', orderResource)).toMatchObject({ position: 13 })
  expect(filterProblem('totalPrice gt 1', orderResource)).toBeUndefined()
  expect(filterProblem('', orderResource)).toBeUndefined()
  expect(filterProblem('createdAt ge @today and totalPrice gt', orderResource)).toMatchObject({ position: 37 })
  expect(filterProblem('createdAt ge @someday', orderResource)).toMatchObject({ position: 13 })
})
