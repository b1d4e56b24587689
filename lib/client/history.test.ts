import { expect, test } from 'vitest'
import { batchOf, differencesOf } from './history'

const said = (fields: Record<string, [unknown, unknown]>) =>
  differencesOf(fields).map(({ path, kind, before, after }) => [path, kind, before, after])

test('a status move is one difference; the instants it sets are not repeated', () => {
  expect(said({ status: ['PENDING', 'CANCELED'], canceledAt: [null, 5], lastStatusChangeAt: [1, 5] })).toEqual([
    ['status', 'value', 'PENDING', 'CANCELED'],
  ])
})

test('an instant that changed alone is shown', () => {
  expect(said({ canceledAt: [5, 6] })).toEqual([['canceledAt', 'value', 5, 6]])
})

test('a line whose quantity changed says only that, and which line it is', () => {
  const line = { id: 7, orderId: 'o', productName: 'Mug', quantity: 2, priceAmount: 100, taxAmount: 20, removed: false }
  const [first, second, ...others] = differencesOf({
    lines: [[line], [{ ...line, quantity: 1, taxAmount: 10 }]],
    lineItems: [[{ quantity: 2 }], [{ quantity: 1 }]],
  })
  expect(first).toMatchObject({ path: 'lines.quantity', before: 2, after: 1, member: { productName: 'Mug' } })
  expect(second).toMatchObject({ path: 'lines.taxAmount', before: 20, after: 10 })
  expect(others).toEqual([])
})

test('a line that is marked removed is gone, and one that is new has come', () => {
  const mug = { id: 1, productName: 'Mug', removed: false }
  const pot = { id: 2, productName: 'Pot', removed: false }
  expect(differencesOf({ lines: [[mug], [{ ...mug, removed: true }, pot]] })).toMatchObject([
    { path: 'lines', kind: 'removed', member: { productName: 'Mug' } },
    { path: 'lines', kind: 'added', member: { productName: 'Pot' } },
  ])
})

test('a payment record that begins says what it says and nothing empty', () => {
  const payment = {
    orderId: 'o',
    organizationId: 'a',
    provider: 'card-co',
    method: null,
    paidAmount: 500,
    refundedAmount: 0,
    refunded: false,
    createdAt: 1,
    updatedAt: 1,
  }
  expect(said({ payment: [null, payment] })).toEqual([
    ['payment.provider', 'value', null, 'card-co'],
    ['payment.paidAmount', 'value', null, 500],
  ])
})

test('an objection says which quantities it doubts', () => {
  const item = (lineId: number, contestedQuantity: number) => ({
    lineId,
    originalQuantity: 2,
    contestedQuantity,
    reviewedQuantity: null,
  })
  const contest = { id: 1, message: 'One broke.', status: 'CONTESTED', items: [item(1, 2), item(2, 1)] }
  const found = differencesOf({ disputeStatus: ['NONE', 'CONTESTED'], contest: [null, contest] })
  expect(found.map(({ path }) => path)).toEqual(['disputeStatus', 'contest.message', 'contest.items'])
  expect(found[2]!.member).toMatchObject({ lineId: 2, contestedQuantity: 1 })
})

test('custom fields differ key by key', () => {
  expect(
    said({
      customFields: [
        { a: 1, id: 2 },
        { a: 1, id: 3, c: 'x' },
      ],
    }),
  ).toEqual([
    ['customFields.id', 'value', 2, 3],
    ['customFields.c', 'value', null, 'x'],
  ])
})

test('plain lists tell what came and went, or that only the order is another', () => {
  expect(
    said({
      tags: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    }),
  ).toEqual([['tags', 'members', ['a'], ['c']]])
  expect(
    said({
      tags: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    }),
  ).toMatchObject([['tags', 'order', ['a', 'b'], ['b', 'a']]])
})

test('what the system keeps for itself is not told', () => {
  expect(said({ name: ['Cup', 'Mug'], nameFolded: ['cup', 'mug'], rank: ['a', 'b'] })).toEqual([
    ['name', 'value', 'Cup', 'Mug'],
  ])
})

test('only a filter of one batch alone names that batch', () => {
  expect(batchOf("batchId eq '1941f297c004a13cfc72ea56'")).toBe('1941f297c004a13cfc72ea56')
  expect(batchOf("batchId eq '1941f297c004a13cfc72ea56' and entity eq 'order'")).toBeUndefined()
  expect(batchOf('')).toBeUndefined()
})
