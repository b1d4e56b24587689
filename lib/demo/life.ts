import type { Actor } from '@/lib/auth/actor'
import { contestOrder, reviewOrder } from '@/lib/orders/dispute'
import { deliver, remainingLines, returnGoods, ship } from '@/lib/orders/fulfillment'
import { moveTo } from '@/lib/orders/move'
import { movePayment } from '@/lib/orders/payment'
import { withConsequences } from '@/lib/orders/policies'
import type { OrderStep } from '@/lib/orders/store-lived-orders'
import { type Act, type WholeOrder, withOrder } from '@/lib/orders/whole-order'
import type { CancelReason } from '@/lib/resources/order'
import type { Random } from './random'
import { day, hour, minute } from './times'

/** How an order is paid. */
type Money = 'prepaid' | 'card' | 'transfer' | 'onDelivery' | 'invoice'

/** What becomes of an order when nothing but time passes. */
type Fate =
  | 'abandoned'
  | 'contested'
  | 'delivered'
  | 'handedOver'
  | 'inParts'
  | 'returned'
  | 'refunded'
  | 'canceled'
  | 'forgotten'

type Plan = { afterMs: number; operation: string; act: Act; by: 'staff' | 'customer' | 'system' }

const carriers = { JP: ['YAMATO', 'SAGAWA', 'JAPAN POST'], US: ['UPS', 'USPS', 'FEDEX'] }

const complaints = ['数量が違います。', '一つ割れていました。', 'I was charged twice.', 'One item was missing.']

const methods: Record<Money, string> = {
  prepaid: 'card',
  card: 'card',
  transfer: 'bank_transfer',
  onDelivery: 'cash',
  invoice: 'invoice',
}

const paymentFacts = ({ order }: WholeOrder, money: Money) => ({
  provider: money === 'transfer' ? 'demo-bank' : 'demo-pay',
  method: methods[money],
  transactionId: `pay_${order.number.toString(36)}`,
})

/** A checkout somebody left: perhaps not even begun, perhaps with a payment that never came back. */
function abandoned(whole: WholeOrder, random: Random): WholeOrder {
  if (random.chance(0.3)) return withOrder(whole, { placement: 'DRAFT', placedAt: null })
  const checkout = withOrder(whole, { placement: 'IN_CHECKOUT', placedAt: null })
  if (random.chance(0.5)) return checkout
  return movePayment('PROCESSING', paymentFacts(whole, 'card'))(checkout, whole.order.createdAt)
}

/** The order as it came in, with what was on its account from the first moment; all of it is its first version. */
function asPlaced(whole: WholeOrder, fate: Fate, money: Money, random: Random): WholeOrder {
  if (fate === 'abandoned') return abandoned(whole, random)
  if (money !== 'prepaid' && money !== 'card') return whole
  const to = money === 'prepaid' ? 'PAID' : 'AUTHORIZED'
  return movePayment(to, paymentFacts(whole, money))(whole, whole.order.createdAt)
}

const halfOfLines: Act = (whole, at) => {
  const lines = remainingLines(whole)
  return ship({ lines: lines.slice(0, Math.ceil(lines.length / 2)), carrier: 'YAMATO' })(whole, at)
}

const giveBackPart: Act = (whole, at) =>
  movePayment('PARTIALLY_REFUNDED', { refundedAmount: Math.floor(whole.order.totalPrice / 2) })(whole, at)

function cancellation(whole: WholeOrder, money: Money, random: Random): Plan[] {
  const cancel = (reason: CancelReason, by: Plan['by'], afterMs = random.between(10 * minute, 2 * day)): Plan => ({
    afterMs,
    operation: 'cancel',
    act: moveTo('CANCELED', reason),
    by,
  })
  const refund: Plan[] =
    money === 'prepaid' && random.chance(0.8)
      ? [{ afterMs: random.between(hour, day), operation: 'refund', act: movePayment('REFUNDED'), by: 'system' }]
      : []
  const accept: Plan[] = random.chance(0.4)
    ? [{ afterMs: random.between(hour, day), operation: 'accept', act: moveTo('ACCEPTED'), by: 'staff' }]
    : []
  if ((money === 'card' || money === 'transfer') && random.chance(0.6)) {
    return [
      {
        afterMs: random.between(minute, day),
        operation: 'pay',
        act: movePayment('FAILED', paymentFacts(whole, money)),
        by: 'system',
      },
      cancel('DECLINED', 'staff', random.between(hour, 2 * day)),
    ]
  }
  const why = random.weighted<CancelReason>([
    ['CUSTOMER', 5],
    ['INVENTORY', 3],
    ['OTHER', 1],
  ])
  return [...accept, cancel(why, why === 'CUSTOMER' && accept.length === 0 ? 'customer' : 'staff'), ...refund]
}

function course(
  whole: WholeOrder,
  fate: Fate,
  money: Money,
  country: 'JP' | 'US',
  random: Random,
  nextContestId: () => number,
): Plan[] {
  if (fate === 'abandoned') {
    return [{ afterMs: 3 * day, operation: 'cancel', act: moveTo('CANCELED', 'OTHER'), by: 'system' }]
  }
  if (fate === 'canceled') return cancellation(whole, money, random)
  if (fate === 'forgotten' && random.chance(0.5)) return []

  const plans: Plan[] = []
  const then = (low: number, high: number, operation: string, act: Act, by: Plan['by'] = 'staff') =>
    plans.push({ afterMs: random.between(low, high), operation, act, by })

  if (money === 'transfer') then(hour, 2 * day, 'pay', movePayment('PAID', paymentFacts(whole, money)), 'system')
  then(20 * minute, 3 * day, 'accept', moveTo('ACCEPTED'))
  if (fate === 'forgotten') return plans
  if (random.chance(0.55)) then(hour, 3 * day, 'start', moveTo('PROCESSING'))

  const trackingNumber = String(random.between(100_000_000, 999_999_999))
  const parcel = ship({ carrier: random.pick(carriers[country]), trackingNumber })
  if (fate !== 'handedOver') {
    if (fate === 'inParts' && whole.lines.length > 1) then(2 * hour, 2 * day, 'ship', halfOfLines)
    then(4 * hour, 3 * day, 'ship', parcel)
    if (money === 'card') then(minute, 20 * minute, 'pay', movePayment('PAID'), 'system')
  }
  then(12 * hour, 4 * day, 'deliver', deliver)
  if (money === 'onDelivery' || (fate === 'handedOver' && money === 'card')) {
    // Cash is counted the same evening; the delivery alone has closed the order by then, as nothing was on its account.
    then(hour, 12 * hour, 'pay', movePayment('PAID', paymentFacts(whole, money)), 'system')
  }
  if (fate === 'contested') {
    const contest = contestOrder({ id: nextContestId(), message: random.pick(complaints), fromOperator: false })
    then(hour, 5 * day, 'contest', contest, 'customer')
    if (random.chance(0.6)) then(hour, 4 * day, 'review', reviewOrder([]))
  }
  if (fate === 'returned') then(day, 9 * day, 'return', returnGoods)
  if ((fate === 'returned' || fate === 'refunded') && money !== 'invoice') {
    const act = fate === 'refunded' && whole.order.totalPrice > 1 ? giveBackPart : movePayment('REFUNDED')
    then(hour, 5 * day, 'refund', act, 'system')
  }
  return plans
}

/** Who acts on an order. */
export type Cast = { staff: readonly Actor[]; customer: Actor; system: Actor; nextContestId: () => number }

/**
 * A new order, and all that happened to it until `end` (ms UTC), by the same machines that move real orders. Older ones
 * have come to their end, young ones are on their way.
 */
export function live(
  placed: WholeOrder,
  cast: Cast,
  country: 'JP' | 'US',
  end: number,
  random: Random,
): { placed: WholeOrder; steps: OrderStep[] } {
  const fate = random.weighted<Fate>([
    ['delivered', 73.7],
    ['abandoned', 1.5],
    ['contested', 0.8],
    ['handedOver', 4],
    ['inParts', 4],
    ['returned', 2],
    ['refunded', 2],
    ['canceled', 9],
    ['forgotten', 3],
  ])
  const money = random.weighted<Money>([
    ['prepaid', 48],
    ['card', 14],
    ['transfer', 10],
    ['onDelivery', 8],
    ['invoice', 20],
  ])
  const first = asPlaced(placed, fate, money, random)
  const steps: OrderStep[] = []
  let before = first
  let at = placed.order.createdAt
  for (const { afterMs, operation, act, by } of course(first, fate, money, country, random, cast.nextContestId)) {
    at += afterMs
    if (at > end) break
    const acted = withConsequences(before, act(before, at), at)
    const after = withOrder(acted, { version: before.order.version + 1, updatedAt: at })
    steps.push({ operation, at, before, after, actor: by === 'staff' ? random.pick(cast.staff) : cast[by] })
    before = after
  }
  return { placed: first, steps }
}
