import type { Tx } from '@/db'
import { systemActor } from '@/lib/auth/actor'
import { createAttribute } from '@/lib/catalog/attributes/create-attribute'
import { createCategory } from '@/lib/catalog/categories/create-category'
import { createLocation } from '@/lib/catalog/locations/create-location'
import { createProducts } from '@/lib/catalog/products/create-product'
import { isPublished, visibleSpan } from '@/lib/catalog/publication'
import { storeRail } from '@/lib/catalog/rail/store-rail'
import { stopClock } from '@/lib/clock'
import { drawIdsFrom, newId } from '@/lib/ids'
import { actorOf, type People, type ShopName, seedPeople } from './accounts'
import { demoAttributes } from './attributes'
import { demoCategories } from './categories'
import { fixtureCounts, seedFixtureOrders, seedFixtureProducts } from './fixtures'
import { demoLocations } from './geography'
import { drawPictures, hangPictures, pictureCount } from './images'
import { type Assortment, type Shops, seedOrders } from './orders'
import { demoProducts, type Shelves, sellable, variantCounts } from './products'
import { demoRail } from './rail'
import { randomOf } from './random'
import { type DemoClock, demoClock, founded } from './times'

/** How much demo data there is (spec demo-data, Volume). */
export type Volume = { categories: number; attributes: number; products: number; variants: number; orders: number }

export const volumes: Record<'default' | 'large', Volume> = {
  default: { categories: 60, attributes: 12, products: 240, variants: 700, orders: 3000 },
  large: { categories: 1000, attributes: 40, products: 100_000, variants: 300_000, orders: 1_000_000 },
}

/** Told how far a stage is. */
export type Report = (stage: string, done: number, total: number) => void

/** Products per transaction step. */
const batchSize = 500

/**
 * Fills an unused database with the demo data, the same on every run but for the dates, which count back from `now`.
 * `passwordHash` is of `demoPassword`.
 */
export async function seedDemo(
  tx: Tx,
  { volume, passwordHash, now, report }: { volume: Volume; passwordHash: string; now: number; report: Report },
): Promise<void> {
  const clock = demoClock(now)
  // Whatever an operation dates by itself happened at midnight, so that it is the same on every run of the day.
  const restore = stopClock(clock.today)
  try {
    await fill(tx, clock, volume, passwordHash, report)
  } finally {
    restore()
  }
}

async function fill(tx: Tx, clock: DemoClock, volume: Volume, passwordHash: string, report: Report): Promise<void> {
  const stage = async <T>(name: string, total: number, work: (done: (count: number) => void) => Promise<T>) => {
    const restore = drawIdsFrom(clock.ids(name))
    try {
      report(name, 0, total)
      return await work((count) => report(name, count, total))
    } finally {
      restore()
    }
  }

  const people = await stage('accounts', 1, () => seedPeople(tx, passwordHash))
  const shelves: Shelves = {
    clock,
    categories: demoCategories(clock, volume.categories),
    locations: demoLocations(clock),
    attributes: demoAttributes(clock, volume.attributes),
  }
  await stage('categories', volume.categories, (done) => seedShelves(tx, shelves, done))
  const pictures = await stage('pictures', pictureCount, drawPictures)
  const { shops, fixtures } = await stage('products', volume.products, (done) =>
    seedProducts(tx, clock, people, shelves, pictures, volume, done),
  )
  await stage('orders', volume.orders, async (done) => {
    const { organization, staff } = shops.globex
    await seedFixtureOrders(tx, staff[0]!, organization, fixtures)
    const rest = Math.max(0, volume.orders - fixtureCounts.orders)
    await seedOrders(tx, clock, shops, people, rest, (count) => done(count + fixtureCounts.orders))
  })
}

async function seedShelves(
  tx: Tx,
  { categories, locations, attributes }: Shelves,
  done: (count: number) => void,
): Promise<void> {
  await storeRail(tx, demoRail, () => newId(founded))
  for (const location of locations) await createLocation(tx, systemActor, location)
  for (const [i, { sells, ...category }] of categories.entries()) {
    await createCategory(tx, systemActor, category)
    done(i + 1)
  }
  for (const attribute of attributes) await createAttribute(tx, systemActor, attribute)
}

/** How the volume is divided among the shops. */
const shares: readonly (readonly [ShopName, number])[] = [
  ['initech', 0.05],
  ['globex', 0.35],
  ['acme', 0.6],
]

async function seedProducts(
  tx: Tx,
  clock: DemoClock,
  people: People,
  shelves: Shelves,
  pictures: Awaited<ReturnType<typeof drawPictures>>,
  volume: Volume,
  done: (count: number) => void,
) {
  const { users, organizations } = people
  const staff = {
    acme: [users['owner@acme.example'], users['manager@acme.example'], users['both@orderdesk.example']],
    globex: [users['owner@globex.example'], users['both@orderdesk.example']],
    initech: [users['admin@orderdesk.example']],
  }
  const gifts = shelves.categories.find(({ sells }) => sells === 'cup')!
  const globexOwner = actorOf(users['owner@globex.example'])
  const fixtures = await seedFixtureProducts(tx, clock, globexOwner, organizations.globex, gifts.id)

  const total = Math.max(0, volume.products - fixtureCounts.products)
  const counts = variantCounts(total, Math.max(total, volume.variants - fixtureCounts.variants))
  const shops = {} as Shops
  let stored = fixtureCounts.products
  let from = 0
  for (const [name, share] of shares) {
    // The last shop gets what is left, so that the sum is exact.
    const to = name === shares.at(-1)![0] ? total : from + Math.round(total * share)
    const organization = organizations[name]
    const actors = staff[name].map((user) => actorOf(user))
    const assortment: Assortment = []
    // A restricted shop's catalog dates from before it was restricted; today nobody could write it.
    const open = { ...organization, status: 'normal' }
    const album = await hangPictures(tx, actors[0]!, open, pictures)
    let batch: ReturnType<typeof demoProducts> extends Generator<infer P> ? P[] : never = []
    const store = async () => {
      const rows = await createProducts(tx, actors[0]!, open, batch)
      for (const [i, product] of batch.entries()) {
        const { status = 'DRAFT', since = null, until = null } = product.publication ?? {}
        const shown = isPublished(visibleSpan({ status, since, until }, organization.timeZone), open, clock.today)
        if (shown || status === 'ARCHIVED') {
          const since = product.createdAt!
          assortment.push(...sellable(product, rows[i]!.number).map((variant) => ({ variant, since })))
        }
      }
      stored += batch.length
      done(stored)
      batch = []
    }
    for (const product of demoProducts(shelves, organization, counts.slice(from, to), album)) {
      batch.push(product)
      if (batch.length === batchSize) await store()
    }
    if (batch.length > 0) await store()
    shops[name] = { organization, assortment: popularFirst(assortment), staff: actors }
    from = to
  }
  return { shops, fixtures }
}

/** Which goods sell best has nothing to do with their age. */
function popularFirst(assortment: Assortment): Assortment {
  const random = randomOf('popularity')
  return assortment
    .map((entry) => ({ entry, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry)
}
