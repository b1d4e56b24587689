import { expect, test } from 'vitest'
import { moneyWords, storeStatuses, storeWords } from '@/lib/api/admin-v2/status'
import { writePaymentStatus, writeStoreStatus } from '@/lib/api/admin-v2/write-status'
import { tenantStatuses, tenantWords } from '@/lib/api/tenant/status'
import { transition } from '@/lib/api/tenant/write-status'
import { genericStatuses, genericWords } from '@/lib/api/v1/status'
import { writeGenericStatus } from '@/lib/api/v1/write-status'
import { AppError } from '@/lib/errors'
import type { Organization } from '@/lib/organizations/organization'
import { evaluate } from '@/lib/query/evaluate'
import { orderStatuses, paymentStatuses } from '@/lib/resources/order'
import { composeOrder } from './compose-order'
import { closeDispute, contestOrder, reviewOrder } from './dispute'
import { deliver, returnGoods, ship } from './fulfillment'
import { moveTo, place } from './move'
import { movePayment } from './payment'
import { violations, withConsequences } from './policies'
import { ordersCalled, type WordTree, wordOf } from './projection'
import type { Act, WholeOrder } from './whole-order'

/** Every state an order can get into by any surface, and by the machines' own acts. */

const organization = {
  id: 'a'.repeat(24),
  currency: 'USD',
  taxRateBasisPoints: 0,
  restrictions: [],
  syncRestrictionsWithSiteCodes: false,
} as unknown as Organization

const variant = {
  productId: 'b'.repeat(24),
  productName: 'Cup',
  productNumber: 1_000_001,
  productCode: null,
  published: true,
  variantId: 'c'.repeat(24),
  variantTitle: 'Standard',
  sku: 'CUP',
  priceAmount: 500,
  priceTaxable: false,
  priceTaxIncluded: false,
}

function newOrder(): WholeOrder {
  const { order, lines } = composeOrder(
    organization,
    { customer: { userId: null, name: 'A' }, lines: [{ variant, quantity: 3 }] },
    { order: 100_000_001, lines: [1] },
    1000,
  )
  return { order, lines, payment: null, shipments: [], contest: null }
}

/** Acts that are words, with the surface they are read back on. */
const words: { name: string; tree: WordTree<string>; word: string; act: Act; transition?: true }[] = [
  ...genericStatuses.map((word) => ({
    name: `generic ${word}`,
    tree: genericWords as WordTree<string>,
    word,
    act: writeGenericStatus(word),
  })),
  ...storeStatuses.map((word) => ({
    name: `aifi ${word}`,
    tree: storeWords as WordTree<string>,
    word,
    act: writeStoreStatus(word, 1),
  })),
  {
    name: 'emporix DECLINED',
    tree: tenantWords as WordTree<string>,
    word: 'DECLINED',
    act: transition('DECLINED'),
    transition: true,
  },
]

const one = [{ lineId: 1, quantity: 1 }]
const acts: { name: string; act: Act }[] = [
  ...words,
  { name: 'aifi paymentStatus success', act: writePaymentStatus('success') },
  { name: 'aifi paymentStatus processing', act: writePaymentStatus('processing') },
  { name: 'aifi paymentStatus failed', act: writePaymentStatus('failed') },
  ...orderStatuses.map((status) => ({ name: `nodeblocks ${status}`, act: moveTo(status, 'CUSTOMER') })),
  ...paymentStatuses.map((status) => ({ name: `payment ${status}`, act: movePayment(status, { refundedAmount: 1 }) })),
  { name: 'place', act: place },
  { name: 'ship one', act: ship({ lines: one }) },
  { name: 'ship', act: ship() },
  { name: 'deliver', act: deliver },
  { name: 'return', act: returnGoods },
  { name: 'contest', act: contestOrder({ id: 1, fromOperator: false }) },
  { name: 'review', act: reviewOrder([]) },
  { name: 'close the dispute', act: closeDispute },
]

/** What later acts depend on. How much has shipped or been refunded is left out: it does not change what is possible. */
const keyOf = ({ order, payment, shipments }: WholeOrder) =>
  [
    order.status,
    order.placement,
    order.paymentStatus,
    order.fulfillmentStatus,
    order.disputeStatus,
    order.deliveredAt === null ? '' : 'arrived',
    payment === null ? '' : 'on file',
    shipments.length > 0 ? 'shipped' : '',
  ].join(' ')

/** The order after a write; undefined when it is refused. */
function after(whole: WholeOrder, act: Act): WholeOrder | undefined {
  try {
    return withConsequences(whole, act(whole, 2000), 2000)
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return undefined
    throw error
  }
}

function explore() {
  const states = new Map<string, WholeOrder>()
  const queue = [newOrder()]
  let accepted = 0
  while (queue.length > 0) {
    const whole = queue.pop()!
    if (states.has(keyOf(whole))) continue
    states.set(keyOf(whole), whole)
    for (const { act } of acts) {
      const next = after(whole, act)
      if (!next) continue
      accepted++
      if (!states.has(keyOf(next))) queue.push(next)
    }
  }
  return { states: [...states.values()], accepted }
}

const { states, accepted } = explore()

test('there are many states, and most writes are possible in many of them', () => {
  expect(states.length).toBeGreaterThan(400)
  expect(accepted).toBeGreaterThan(5000)
})

test('the invariants hold in every state', () => {
  expect(states.flatMap((whole) => violations(whole).map((broken) => `${keyOf(whole)}: ${broken}`))).toEqual([])
})

test('what was written is read, on the surface it was written on', () => {
  const wrong = states.flatMap((whole) =>
    words.flatMap(({ name, tree, word, act }) => {
      const next = after(whole, act)
      return next && wordOf(tree, next.order) !== word ? [`${keyOf(whole)}: ${name}`] : []
    }),
  )
  expect(wrong).toEqual([])
})

test('writing back what was read changes nothing', () => {
  const wrong = states.flatMap((whole) =>
    words
      .filter(({ tree, word, transition }) => !transition && wordOf(tree, whole.order) === word)
      .filter(({ act }) => after(whole, act) !== whole)
      .map(({ name }) => `${keyOf(whole)}: ${name}`),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['generic', genericWords as WordTree<string>, genericStatuses],
  ['aifi', storeWords as WordTree<string>, storeStatuses],
  ['emporix', tenantWords as WordTree<string>, tenantStatuses],
])('on %s the list filters give each order exactly once, under its word', (_, tree, all) => {
  const filters = all.map((word) => ({ word, filter: ordersCalled(tree, [word]) }))
  const wrong = states.filter(({ order }) => {
    const found = filters.filter(({ filter }) => evaluate(filter, order)).map(({ word }) => word)
    return found.length !== 1 || found[0] !== wordOf(tree, order)
  })
  expect(wrong.map(keyOf)).toEqual([])
  expect(new Set(states.map(({ order }) => wordOf(tree, order)))).toEqual(new Set(all))
})

test('all 5,040 orderings of the seven AiFi words are accepted on a pending order', () => {
  const failed: string[] = []
  const walk = (whole: WholeOrder, left: readonly (typeof storeStatuses)[number][], path: string) => {
    for (const word of left) {
      const next = after(whole, writeStoreStatus(word, 1))
      if (!next || wordOf(storeWords, next.order) !== word) failed.push(`${path} ${word}`)
      else
        walk(
          next,
          left.filter((other) => other !== word),
          `${path} ${word}`,
        )
    }
  }
  walk(newOrder(), storeStatuses, '')
  expect(failed).toEqual([])
  expect(Object.keys(moneyWords)).toHaveLength(5)
})
