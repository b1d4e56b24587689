import type { SellableVariant } from '@/lib/catalog/find-sellable'
import type { NewProduct } from '@/lib/catalog/products/product'
import type { NewVariant } from '@/lib/catalog/variants/variant'
import { attributeValues, type DemoAttribute } from './attributes'
import type { DemoCategory } from './categories'
import type { DemoLocation } from './geography'
import type { Album } from './images'
import { axes, type Kind, makers, merchandise, phrases, qualities, tags } from './merchandise'
import { type Random, randomOf } from './random'
import { type DemoClock, day, hour } from './times'

/** What products are made with. */
export type Shelves = {
  clock: DemoClock
  categories: readonly DemoCategory[]
  locations: readonly DemoLocation[]
  attributes: readonly DemoAttribute[]
}

/** The shop that sells them: Japanese goods in yen, or the same translated, in cents. */
export type Shop = { slug: string; country: string }

const taxOf = (shop: Shop, kind: Kind, random: Random) => ({
  taxable: kind.code !== 'GFT',
  taxIncluded: shop.country === 'JP' && kind.code !== 'GFT' && random.chance(0.4),
})

/** A price in the shop's minor unit, as shops round them. `yen` is what the Japanese shop would ask. */
function priceIn(shop: Shop, yen: number): number {
  if (shop.country === 'JP') return Math.max(100, Math.round(yen / 10) * 10)
  return Math.max(100, Math.round((yen * 100) / 150 / 25) * 25)
}

function variantsOf(
  shop: Shop,
  kind: Kind,
  count: number,
  n: number,
  random: Random,
  newId: () => string,
): NewVariant[] {
  const base = kind.code === 'GFT' ? kind.price[0] : random.between(kind.price[0] / 10, kind.price[1] / 10) * 10
  const tax = taxOf(shop, kind, random)
  return axes[kind.axis].slice(0, count).map(([ja, en, code, factor], i) => ({
    seedId: newId(),
    title: shop.country === 'JP' ? ja : kind.axis === 'amount' ? `$${en}` : en,
    // Here and there a variant was never given a SKU.
    sku: i > 0 && random.chance(0.02) ? null : `${kind.code}-${String(n).padStart(5, '0')}-${code}`,
    price: { amount: priceIn(shop, base * factor), ...tax },
    ...(random.chance(0.1) ? { description: ja === en ? en : `${ja} / ${en}` } : {}),
  }))
}

/** Three of four are for sale; the others are drafts, archived, not yet or no longer shown. */
function publicationOf(today: number, random: Random): NonNullable<NewProduct['publication']> {
  return random.weighted([
    [{ status: 'ACTIVE' as const }, 70],
    [{ status: 'ACTIVE' as const, since: today - 200 * day, until: today + random.between(20, 300) * day }, 6],
    [{ status: 'ACTIVE' as const, since: today + random.between(3, 40) * day }, 4],
    [{ status: 'ACTIVE' as const, until: today - random.between(2, 90) * day }, 4],
    [{ status: 'DRAFT' as const }, 9],
    [{ status: 'ARCHIVED' as const }, 7],
  ])
}

const words = (shop: Shop, [ja, en]: readonly [string, string]) => (shop.country === 'JP' ? ja : en)

function nameOf(shop: Shop, kind: Kind, goods: number, n: number, random: Random): string {
  const maker = words(shop, random.pick(makers))
  const quality = random.chance(0.6) ? words(shop, random.pick(qualities)) : ''
  // Beyond a few hundred the same words come again; real catalogs tell such products apart by a model number.
  const model = n > 400 ? (shop.country === 'JP' ? ` 第${n}号` : ` No. ${n}`) : ''
  if (shop.country === 'JP') return `${maker} ${quality}${kind.ja[goods]}${model}`
  return [maker, quality, `${kind.en[goods]}${model}`].filter(Boolean).join(' ')
}

/**
 * How many variants each of `products` has, 1 to 5, `variants` in all. Where one product has more than its share, its
 * neighbour has as many less.
 */
export function variantCounts(products: number, variants: number): number[] {
  const random = randomOf('variant counts')
  const share = (i: number) => Math.floor(((i + 1) * variants) / products) - Math.floor((i * variants) / products)
  const counts = Array.from({ length: products }, (_, i) => share(i))
  for (let i = 0; i + 1 < products; i += 2) {
    const shift = random.between(0, Math.min(2, counts[i]! - 1, counts[i + 1]! - 1))
    const [first, second] = random.chance(0.5) ? [i, i + 1] : [i + 1, i]
    counts[first]! += shift
    counts[second]! -= shift
  }
  return counts
}

/** The products of one shop, oldest first; `counts` are their numbers of variants. */
export function* demoProducts(
  { clock, categories, locations, attributes }: Shelves,
  shop: Shop,
  counts: readonly number[],
  album: Album,
): Generator<NewProduct & { id: string; variants: NewVariant[] }> {
  const random = randomOf(`products of ${shop.slug}`)
  const newId = clock.ids(`products of ${shop.slug}`)
  const newVariantId = clock.ids(`variants of ${shop.slug}`)
  const shelves = categories.filter(({ sells }) => sells)
  const makersPlaces = locations.filter(({ type }) => type !== 'region')
  for (const [i, count] of counts.entries()) {
    const n = i + 1
    const category = i < shelves.length ? shelves[i]! : random.pick(shelves)
    const kind = merchandise[category.sells!]!
    const goods = random.between(0, kind.ja.length - 1)
    // Most of the assortment is as old as the shop, the last tenth is new.
    const age = i < counts.length * 0.9 ? 390 - (260 * i) / counts.length : (1 - i / counts.length) * 600
    const createdAt = Math.floor(clock.today - age * day + random.next() * hour)
    const material = random.pick(kind.material)
    const pictures = album.get(kind.code) ?? []
    const place = random.chance(0.3) && makersPlaces.length > 0 ? random.pick(makersPlaces) : undefined
    yield {
      id: newId(createdAt),
      createdAt,
      categoryId: category.id,
      name: nameOf(shop, kind, goods, n, random),
      description: `${words(shop, [kind.ja[goods]!, kind.en[goods]!])}${shop.country === 'JP' ? '。' : '. '}${words(shop, random.pick(phrases))}`,
      dimensions: random.chance(0.5)
        ? `${random.between(4, 60)} × ${random.between(4, 40)} × ${random.between(1, 30)} cm`
        : '',
      variantNote: random.chance(0.05)
        ? words(shop, ['色は画面と異なる場合があります。', 'Colours vary by screen.'])
        : '',
      tags: [...new Set(Array.from({ length: random.between(0, 3) }, () => random.pick(tags)))],
      features: [{ name: words(shop, ['素材', 'Material']), value: words(shop, material) }],
      attributes: random.chance(0.5) ? attributeValues(attributes, kind, random) : [],
      locationIds: place ? [place.id] : [],
      imageIds: random.chance(0.92) ? pictures.slice(random.between(0, pictures.length - 1)) : [],
      publication: publicationOf(clock.today, random),
      isPromoted: random.chance(0.05),
      customFields: random.chance(0.2) ? { shelf: `${random.pick(['A', 'B', 'C'])}-${random.between(1, 40)}` } : {},
      variants: variantsOf(shop, kind, count, n, random, () => newVariantId(createdAt)),
    }
  }
}

/** What an order line takes of each variant. */
export const sellable = (
  product: NewProduct & { id: string; variants: NewVariant[] },
  productNumber: number,
): SellableVariant[] =>
  product.variants.map(({ seedId, title, sku, price }) => ({
    productId: product.id,
    productName: product.name,
    productNumber,
    productCode: product.externalCode ?? null,
    published: true,
    variantId: seedId!,
    variantTitle: title,
    sku: sku ?? null,
    priceAmount: price.amount,
    priceTaxable: price.taxable ?? false,
    priceTaxIncluded: price.taxIncluded ?? false,
  }))
