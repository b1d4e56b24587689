import { nextNumbers, type Tx } from '@/db'
import { type Actor, anonymous, systemActor } from '@/lib/auth/actor'
import type { SellableVariant } from '@/lib/catalog/find-sellable'
import { composeOrder, type NewOrder } from '@/lib/orders/compose-order'
import { nextOrderNumbers } from '@/lib/orders/number'
import { type LivedOrder, storeLivedOrders } from '@/lib/orders/store-lived-orders'
import type { Organization } from '@/lib/organizations/organization'
import { actorOf, type People, type ShopName } from './accounts'
import { personOf } from './customer'
import { type Cast, live } from './life'
import { type Random, randomOf } from './random'
import { type DemoClock, day, hour } from './times'

/** What a shop sells, oldest first, with the instant from which. */
export type Assortment = { variant: SellableVariant; since: number }[]

/** Over how long the orders are spread. */
const span = 120 * day

/** Orders per transaction step. */
const batchSize = 500

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

export type Shops = Record<ShopName, { organization: Organization; assortment: Assortment; staff: readonly Actor[] }>

/** Which orders of Acme carry the label VIP: two of the user who holds it, two of one who does not, one guest's. */
function restrictionFor(seen: Map<string, number>, who: string): string | null {
  const wanted = { taro: [0, 2], hanako: [0, 1], guest: [3] }[who] ?? []
  const n = seen.get(who) ?? 0
  seen.set(who, n + 1)
  return wanted.includes(n) ? 'VIP' : null
}

type DemoUser = 'taro' | 'hanako'

const userDetails = {
  taro: {
    name: '山田 太郎',
    nameKana: 'ヤマダ タロウ',
    addressLine1: '〒150-0001 東京都渋谷区',
    addressLine2: '神宮前1-2-3',
    addressLine3: 'メゾン青葉302号室',
    phone: '090-0123-4567',
    email: 'taro@customer.example',
    age: '38',
    preferredContactMethod: 'email',
  },
  hanako: {
    name: '鈴木 花子',
    nameKana: 'スズキ ハナコ',
    addressLine1: '〒604-8005 京都府京都市中京区',
    addressLine2: '恵比須町4-5',
    addressLine3: null,
    phone: '075-0123-456',
    email: 'hanako@customer.example',
    preferredTimeToContact: '土日祝の午前中',
  },
}

/** Draws all orders in the order they came in, with their lives. */
class OrderBook {
  private readonly random = randomOf('orders')
  private readonly cartIds: (at: number) => string
  private readonly contestIds: number[] = []
  private readonly seen = new Map<string, number>()
  private readonly perShop = { acme: 0, globex: 0, initech: 0 }
  private readonly guests: number
  private readonly demoUsers: Record<DemoUser, Actor>
  private readonly every: number

  constructor(
    private readonly clock: DemoClock,
    private readonly shops: Shops,
    people: People,
    private readonly count: number,
  ) {
    const { users } = people
    this.demoUsers = {
      taro: actorOf(users['taro@customer.example']),
      hanako: actorOf(users['hanako@customer.example']),
    }
    this.cartIds = clock.ids('carts')
    this.guests = Math.max(30, Math.floor(count / 3))
    this.every = userEvery(count)
  }

  /** Which demo user the next order of a shop belongs to, if any. */
  private userOf(shop: ShopName): DemoUser | undefined {
    const n = this.perShop[shop]++ % this.every
    if (shop === 'acme' && n === 1) return 'taro'
    return (shop === 'acme' && n === 3) || (shop === 'globex' && n === 2) ? 'hanako' : undefined
  }

  /** The nth order as it is asked for, and who asks. */
  private requestOf(n: number): { shop: ShopName; at: number; input: NewOrder; customer: Actor } {
    const { random } = this
    const at = placedAt(this.clock, n, this.count, random)
    const shop = random.weighted<ShopName>([
      ['acme', 62],
      ['globex', 33],
      ['initech', 5],
    ])
    const { organization, assortment } = this.shops[shop]
    const who = this.userOf(shop)
    const userId = who ? this.demoUsers[who].userId : null
    const { shippingAddress, ...person } = personOf(
      organization.country,
      Math.floor(this.guests * random.next() ** 1.4),
    )
    const customer = { ...(who ? userDetails[who] : person), userId }
    const restriction = shop === 'acme' ? restrictionFor(this.seen, who ?? 'guest') : null
    const fromCart = random.chance(0.4)
    return {
      shop,
      at,
      customer: who ? this.demoUsers[who] : guest,
      input: {
        customer,
        lines: pickLines(assortment, linesOfTen[n % 10]!, at, random),
        customFields: wrapping(random),
        cartId: fromCart ? this.cartIds(at - hour) : null,
        checkoutId: fromCart && random.chance(0.7) ? this.cartIds(at - hour / 2) : null,
        createdBy: userId,
        legalEntityId: who === 'taro' ? 'ACME-KK' : null,
        extras: {
          restriction,
          shippingAddress: who ? null : shippingAddress,
          ...(random.chance(0.3) ? { channel: { name: 'storefront', source: random.pick(['web', 'app']) } } : {}),
        },
      },
    }
  }

  /** Orders `from` to `from + count`, stored by the caller. */
  async draw(tx: Tx, from: number, count: number): Promise<LivedOrder[]> {
    const requests = Array.from({ length: count }, (_, i) => this.requestOf(from + i))
    const numbers = await nextOrderNumbers(tx, count)
    const lineCount = requests.reduce((sum, { input }) => sum + input.lines.length, 0)
    const lineNumbers = await nextNumbers(tx, 'order_line', lineCount)
    if (this.contestIds.length < count) this.contestIds.push(...(await nextNumbers(tx, 'contest', count)))
    return requests.map(({ shop, at, input, customer }, i) => {
      const { organization, staff } = this.shops[shop]
      const lines = lineNumbers.splice(0, input.lines.length)
      const composed = composeOrder(organization, input, { order: numbers[i]!, lines }, at)
      const cast: Cast = { staff, customer, system: systemActor, nextContestId: () => this.contestIds.shift()! }
      const whole = { ...composed, payment: null, shipments: [], contest: null }
      const country = organization.country === 'US' ? 'US' : 'JP'
      return { placedBy: customer, ...live(whole, cast, country, this.clock.today, this.random) }
    })
  }
}

const guest = anonymous('nodeblocks', null)

/** Stores `count` orders of the last 120 days. `report` is told how many are there. */
export async function seedOrders(
  tx: Tx,
  clock: DemoClock,
  shops: Shops,
  people: People,
  count: number,
  report: (done: number) => void,
): Promise<void> {
  const book = new OrderBook(clock, shops, people, count)
  for (let from = 0; from < count; from += batchSize) {
    await storeLivedOrders(tx, await book.draw(tx, from, Math.min(batchSize, count - from)))
    report(Math.min(from + batchSize, count))
  }
}
