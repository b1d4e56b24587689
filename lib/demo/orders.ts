import { nextNumbers, type Tx } from '@/db'
import { type Actor, systemActor } from '@/lib/auth/actor'
import type { SellableVariant } from '@/lib/catalog/find-sellable'
import { composeOrder } from '@/lib/orders/compose-order'
import { nextOrderNumbers } from '@/lib/orders/number'
import type { Order } from '@/lib/orders/order'
import { type LivedOrder, storeLivedOrders } from '@/lib/orders/store-lived-orders'
import type { Organization } from '@/lib/organizations/organization'
import type { People, ShopName } from './accounts'
import { live } from './life'
import { seedNotes, seedSplitOrder, splitOrderCount } from './moments'
import { randomOf } from './random'
import { demoCustomers } from './regulars'
import { requestsOf } from './requests'
import type { DemoClock } from './times'

/** What a shop sells, best sellers first, with the instant from which. */
export type Assortment = { variant: SellableVariant; since: number }[]

export type Shop = { organization: Organization; assortment: Assortment; staff: readonly Actor[] }
export type Shops = Record<ShopName, Shop>

/** Orders that are drawn and stored together. */
const batchSize = 500

/** Stores `count` orders of the last 120 days. `report` is told how many are there. */
export async function seedOrders(
  tx: Tx,
  clock: DemoClock,
  shops: Shops,
  people: People,
  count: number,
  report: (done: number) => void,
): Promise<void> {
  const regulars = demoCustomers(people)
  const drawn = count - splitOrderCount
  const nextRequest = requestsOf(clock, shops, regulars, drawn)
  const random = randomOf('lives')
  const contestIds: number[] = []

  const draw = async (size: number): Promise<LivedOrder[]> => {
    const requests = Array.from({ length: size }, nextRequest)
    const numbers = await nextOrderNumbers(tx, size)
    const lineCount = requests.reduce((sum, { input }) => sum + input.lines.length, 0)
    const lineNumbers = await nextNumbers(tx, 'order_line', lineCount)
    if (contestIds.length < size) contestIds.push(...(await nextNumbers(tx, 'contest', size)))
    return requests.map(({ shop, at, input, actor }, i) => {
      const { organization, staff } = shops[shop]
      const lines = lineNumbers.splice(0, input.lines.length)
      const composed = composeOrder(organization, input, { order: numbers[i]!, lines }, at)
      const whole = { ...composed, payment: null, shipments: [], contest: null }
      const cast = { staff, customer: actor, system: systemActor, nextContestId: () => contestIds.shift()! }
      const country = organization.country === 'US' ? 'US' : 'JP'
      return { placedBy: actor, ...live(whole, cast, country, clock.today, random) }
    })
  }

  const staffOf = ({ organizationId }: Order) =>
    Object.values(shops).find(({ organization }) => organization.id === organizationId)!.staff
  const noted = { orders: 0, notes: 0 }
  for (let from = 0; from < drawn; from += batchSize) {
    const list = await draw(Math.min(batchSize, drawn - from))
    await storeLivedOrders(tx, list)
    await seedNotes(tx, clock, list, staffOf, noted)
    report(Math.min(from + batchSize, drawn))
  }
  await seedSplitOrder(tx, clock, shops.acme, regulars.taro)
  report(count)
}
