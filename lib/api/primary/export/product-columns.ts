import { toProduct, toVariant } from '@/lib/api/primary/catalog/to-product'
import type { Product } from '@/lib/catalog/products/product'
import type { Variant } from '@/lib/catalog/variants/variant'
import { badArgument } from '@/lib/errors'
import { csvLine } from '@/lib/export/csv'
import { toDecimal } from '@/lib/money'
import type { Organization } from '@/lib/organizations/organization'
import { nearestName } from '@/lib/query/nearest'
import { filterNames, findField } from '@/lib/query/paths'
import { type PublicationStatus, productResource } from '@/lib/resources/product'
import { publicationState } from '@/lib/resources/publication'
import type { Header } from './labels'

type Cell = string | number | boolean | null
type ProductField = keyof typeof productResource.fields

/** Columns that are no field of a product but follow from it. */
const derived = {
  state: { en: 'State', ja: '公開状態' },
  'category.name': { en: 'Category', ja: 'カテゴリー' },
  'variants.count': { en: 'Variants', ja: 'バリエーション数' },
  'price.lowest': { en: 'Lowest price', ja: '最低価格' },
  'price.highest': { en: 'Highest price', ja: '最高価格' },
} as const
type Derived = keyof typeof derived

const japanese: Record<ProductField, string> = {
  id: 'ID',
  organization: '組織',
  category: 'カテゴリー ID',
  name: '商品名',
  description: '説明',
  dimensions: '寸法',
  variantNote: 'バリエーションの備考',
  additionalInformation: '追加情報',
  isPromoted: 'おすすめ',
  tags: 'タグ',
  locations: '所在地 ID',
  images: '画像 ID',
  'features.name': '特徴',
  'features.value': '特徴の値',
  addressLine1: '住所',
  addressLine2: '住所 2',
  addressLine3: '住所 3',
  postalCode: '郵便番号',
  'publication.status': '公開ステータス',
  'publication.since': '公開開始',
  'publication.until': '公開終了',
  'publication.publishedAt': '公開日時',
  'publication.publishedBy': '公開者 ID',
  'attributes.attributeId': '属性 ID',
  'attributes.value': '属性の値',
  'variants.id': 'バリエーション ID',
  'variants.sku': 'SKU',
  'variants.title': 'バリエーション',
  'variants.description': 'バリエーションの説明',
  'variants.price.amount': '価格',
  'variants.price.currency': '通貨',
  'variants.price.taxable': '課税',
  'variants.price.taxIncluded': '税込',
  'variants.customFields': 'バリエーションのカスタム項目',
  'variants.createdAt': 'バリエーションの作成日時',
  'variants.updatedAt': 'バリエーションの更新日時',
  customFields: 'カスタム項目',
  createdAt: '作成日時',
  updatedAt: '更新日時',
}

/** Columns when none are asked for. */
export const defaultProductColumns = [
  'id',
  'name',
  'state',
  'category.name',
  'variants.count',
  'price.lowest',
  'price.highest',
  'tags',
  'updatedAt',
]

const isDerived = (name: string): name is Derived => Object.hasOwn(derived, name)

/** What a column is called. */
export function productLabel(path: string, header: Header): string {
  if (header === 'fields') return path
  if (isDerived(path)) return derived[path][header]
  const open = ['variants.customFields', 'customFields'].find((field) => path.startsWith(`${field}.`))
  const name = (open ?? path) as ProductField
  const label = header === 'ja' ? japanese[name] : productResource.fields[name].label
  return label + (open ? path.slice(open.length) : '')
}

/**
 * The canonical names of columns in their order.
 * @throws AppError BadArgument naming the nearest known one
 */
export function readProductColumns(text: string): string[] {
  const names = [...filterNames(productResource), ...Object.keys(derived)]
  return text.split(',').map((part) => {
    const name = part.trim()
    if (isDerived(name)) return name
    const found = findField(productResource, name)
    const isBare = found?.field.type === 'open' && !found.ref.below
    if (found && !isBare) return [found.ref.path, ...(found.ref.below ?? [])].join('.')
    const nearest = nearestName(name, names)
    const advice = isBare ? 'Name one of its properties.' : nearest ? `Did you mean \`${nearest}\`?` : ''
    throw badArgument(
      'RequestQuery',
      `\`columns\`: a product has no column \`${name.slice(0, 60)}\`. ${advice}`.trim(),
      [{ code: 'UnknownProperty', target: 'columns', message: `Unknown: ${name.slice(0, 60)}` }],
    )
  })
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return found
}

function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return 'id' in value ? String(value.id) : JSON.stringify(value)
  return value as Cell
}

/** Whether a column needs the variants, or the category, of a product. */
export const needsVariants = (columns: readonly string[]) =>
  columns.some((path) => path.startsWith('variants.') || path.startsWith('price.'))

export type Beside = { variants: readonly Variant[]; categoryName: string | null }

/** Writes products as lines of a CSV file. Amounts are decimals, times those of the zone. */
export function productWriter(
  columns: readonly string[],
  organization: Organization,
  at: number,
  localTime: (at: number) => string,
) {
  const { currency, timeZone } = organization
  const write = (path: string, value: unknown): Cell => {
    const cell = toCell(value)
    if (cell === null) return null
    if (path === 'variants.price.amount') return toDecimal(Number(cell), currency)
    return findField(productResource, path)?.field.type === 'date' ? localTime(Date.parse(String(cell))) : cell
  }
  const stateOf = (product: Product) =>
    publicationState(
      {
        status: product.publicationStatus as PublicationStatus,
        since: product.publicationSince,
        until: product.publicationUntil,
      },
      timeZone,
      at,
    )
  return (product: Product, { variants, categoryName }: Beside): string => {
    const json = { ...toProduct(product), variants: variants.map((variant) => toVariant(variant, currency)) }
    const prices = variants.map(({ priceAmount }) => priceAmount)
    const price = (pick: (...amounts: number[]) => number) =>
      prices.length === 0
        ? null
        : toDecimal(
            prices.reduce((one, other) => pick(one, other)),
            currency,
          )
    const own: Record<Derived, () => Cell> = {
      state: () => stateOf(product),
      'category.name': () => categoryName,
      'variants.count': () => product.variantIds.length,
      'price.lowest': () => price(Math.min),
      'price.highest': () => price(Math.max),
    }
    return csvLine(
      columns.map((path) => {
        if (isDerived(path)) return own[path]()
        const [first, ...rest] = path.split('.')
        const value = json[first as keyof typeof json] as unknown
        if (!Array.isArray(value)) return write(path, valueAt(json, path.split('.')))
        return value.map((member) => write(path, valueAt(member, rest)) ?? '').join('; ')
      }),
    )
  }
}
