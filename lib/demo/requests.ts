import { type Actor, anonymous } from '@/lib/auth/actor'
import type { SellableVariant } from '@/lib/catalog/find-sellable'
import type { NewOrder } from '@/lib/orders/compose-order'
import type { ShopName } from './accounts'
import { personOf } from './customer'
import type { Assortment, Shops } from './orders'
import { type Random, randomOf } from './random'
import { type DemoCustomer, detailsOf } from './regulars'
import { type DemoClock, day, hour } from './times'

/** An order as somebody asks a shop for it, at an instant. */
export type DemoRequest = { shop: ShopName; at: number; input: NewOrder; actor: Actor }

type Regulars = Record<'taro' | 'hanako', DemoCustomer>

/** Over how long the orders are spread. */
const span = 120 * day

/** Number of lines of ten orders in a row: three on average. */
const linesOfTen = [3, 1, 5, 2, 4, 3, 1, 4, 2, 5]

/** Of a day's orders, those of the first seven hours, which most people sleep through; the day is Japan's. */
const nightShare = 0.14
const nightHours = 7
const zoneHours = 9

/** The hour of a day by which a share of its orders is in. */
const hourOfShare = (share: number) =>
  share < nightShare
    ? (share / nightShare) * nightHours
    : nightHours + ((share - nightShare) / (1 - nightShare)) * (24 - nightHours)

const shareOfHour = (hours: number) =>
  hours < nightHours
    ? (hours / nightHours) * nightShare
    : nightShare + ((hours - nightHours) / (24 - nightHours)) * (1 - nightShare)

/** When the nth of `count` orders came in, up to the midnight (UTC) before the seeding; later ones are closer together. */
function placedAt(clock: DemoClock, n: number, count: number, random: Random): number {
  const dayBegan = clock.today - zoneHours * hour
  const lastShare = dayBegan + shareOfHour(zoneHours) * day
  const even = lastShare - span * (1 - (n + random.next()) / count) ** 1.25
  const midnight = dayBegan - Math.ceil((dayBegan - even) / day) * day
  return Math.floor(midnight + hourOfShare((even - midnight) / day) * hour)
}

function wrapping(random: Random): Record<string, unknown> {
  return random.weighted<Record<string, unknown>>([
    [{}, 86],
    [{ giftWrap: true, giftMessage: random.pick(['お誕生日おめでとう', 'Happy birthday!', 'いつもありがとう']) }, 5],
    [{ deliveryNote: random.pick(['宅配ボックスへ', '置き配希望', 'Leave at the door', '不在時は管理人室へ']) }, 4],
    [{ campaign: random.pick(['autumn-2', 'newsletter', 'LINE友だち追加']), discountCode: 'WELCOME' }, 3],
    [{ poNumber: `PO-${random.between(1000, 9999)}`, costCenter: random.between(100, 900) }, 2],
  ])
}

const quantityOf = (random: Random) =>
  random.weighted<number>([
    [1, 70],
    [2, 18],
    [3, 6],
    [random.between(4, 12), 5.5],
    [random.between(20, 200), 0.5],
  ])

/** Popular goods come first in the assortment; what was not sold yet at the time is passed over. */
function pickLines(assortment: Assortment, count: number, at: number, random: Random): NewOrder['lines'] {
  const chosen = new Set<SellableVariant>()
  for (let tries = 0; chosen.size < count && tries < count * 8; tries++) {
    const { variant, since } = assortment[Math.floor(assortment.length * random.next() ** 1.6)]!
    if (since <= at) chosen.add(variant)
  }
  return [...chosen].map((variant) => ({ variant, quantity: quantityOf(random) }))
}

/** Every how many orders of a shop a demo customer's comes. */
const userEvery = (count: number) => Math.max(4, Math.min(16, Math.floor(count / 20)), Math.ceil(count / 190))

/** Which orders of Acme carry the label VIP: two of the user who holds it, two of one who does not, one guest's. */
function restrictionFor(seen: Map<string, number>, who: string): string | null {
  const wanted = { taro: [0, 2], hanako: [0, 1], guest: [3] }[who] ?? []
  const n = seen.get(who) ?? 0
  seen.set(who, n + 1)
  return wanted.includes(n) ? 'VIP' : null
}

const guest = anonymous('nodeblocks', null)

/** Gives the requests in the order they come in, `count` in all: call it once for each. */
export function requestsOf(clock: DemoClock, shops: Shops, regulars: Regulars, count: number): () => DemoRequest {
  const random = randomOf('orders')
  const newCartId = clock.ids('carts')
  const seen = new Map<string, number>()
  const perShop = { acme: 0, globex: 0, initech: 0 }
  const every = userEvery(count)
  // Customers come back: three orders for each, some many more.
  const guests = Math.max(30, Math.floor(count / 3))
  let n = 0

  const regularOf = (shop: ShopName): keyof Regulars | undefined => {
    const turn = perShop[shop]++ % every
    if (shop === 'acme' && turn === 1) return 'taro'
    return (shop === 'acme' && turn === 3) || (shop === 'globex' && turn === 2) ? 'hanako' : undefined
  }
  const guestOf = (country: string) => {
    const { shippingAddress, ...person } = personOf(country, Math.floor(guests * random.next() ** 1.4))
    return { customer: { ...person, userId: null }, extras: { shippingAddress } }
  }

  return () => {
    const at = placedAt(clock, n, count, random)
    const shop = random.weighted<ShopName>([
      ['acme', 62],
      ['globex', 33],
      ['initech', 5],
    ])
    const { organization, assortment } = shops[shop]
    const who = regularOf(shop)
    const { extras, ...details } = who ? { ...detailsOf(regulars[who]), extras: {} } : guestOf(organization.country)
    const fromCart = random.chance(0.4)
    const input: NewOrder = {
      ...details,
      lines: pickLines(assortment, linesOfTen[n % 10]!, at, random),
      customFields: wrapping(random),
      cartId: fromCart ? newCartId(at - hour) : null,
      checkoutId: fromCart && random.chance(0.7) ? newCartId(at - hour / 2) : null,
      extras: {
        ...extras,
        restriction: shop === 'acme' ? restrictionFor(seen, who ?? 'guest') : null,
        ...(random.chance(0.3) ? { channel: { name: 'storefront', source: random.pick(['web', 'app']) } } : {}),
      },
    }
    n++
    return { shop, at, input, actor: who ? regulars[who].actor : guest }
  }
}
