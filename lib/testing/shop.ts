import { database } from '@/db'
import { systemActor } from '@/lib/auth/actor'
import { createCategory } from '@/lib/catalog/categories/create-category'
import { createProduct } from '@/lib/catalog/products/create-product'
import { findVariantsOf } from '@/lib/catalog/variants/find-variants'
import type { NewOrganization } from '@/lib/organizations/create-organization'
import type { Organization } from '@/lib/organizations/organization'
import { call } from './call'
import { createMember, createOrg, type Person } from './people'

/** What an order can be made of. */
export type Item = { productId: string; variantId: string }

export type Shop = { organization: Organization; orgId: string; owner: Person; item: Item }

type ItemOptions = {
  name?: string
  sku?: string
  /** Minor units; default 1000. */
  price?: number
  taxable?: boolean
  taxIncluded?: boolean
  published?: boolean
}

let made = 0

/** A product with one variant; published and taxable unless said otherwise. */
export async function createItem(organization: Organization, options: ItemOptions = {}): Promise<Item> {
  const { transaction } = await database()
  const { price = 1000, taxable = true, taxIncluded = false, published = true } = options
  return transaction(async (tx) => {
    const category = await createCategory(tx, systemActor, { name: `Category ${++made}` })
    const product = await createProduct(tx, systemActor, organization, {
      name: options.name ?? `Product ${made}`,
      categoryId: category.id,
      publication: { status: published ? 'ACTIVE' : 'DRAFT' },
      variants: [
        { title: 'Standard', sku: options.sku ?? `SKU-${made}`, price: { amount: price, taxable, taxIncluded } },
      ],
    })
    const [variant] = await findVariantsOf(tx, product.id)
    return { productId: product.id, variantId: variant!.id }
  })
}

/** An organization with an owner and one product to order. */
export async function createShop(options: Partial<NewOrganization> & { item?: ItemOptions } = {}): Promise<Shop> {
  const { item, ...rest } = options
  const organization = await createOrg(rest)
  return {
    organization,
    orgId: organization.id,
    owner: await createMember(organization, 'owner'),
    item: await createItem(organization, item),
  }
}

/** A customer as the documentation's example has one. */
export const customer = (over: Record<string, unknown> = {}) => ({
  name: '山田 太郎',
  nameKana: 'ヤマダ タロウ',
  addressLine1: '東京都千代田区丸の内1-1-1',
  phone: '03-1234-5678',
  email: 'taro@example.jp',
  ...over,
})

/** The body of an order of one item. */
export const newOrder = (item: Item, over: Record<string, unknown> = {}) => ({
  items: [{ ...item, quantity: 1 }],
  customer: customer(),
  ...over,
})

/** Places an order through the API, by the shop's owner unless said otherwise. */
export async function createOrder(shop: Shop, over: Record<string, unknown> = {}, as: Person = shop.owner) {
  const answer = await call('POST', `/api/orgs/${shop.orgId}/orders`, { as, body: newOrder(shop.item, over) })
  if (answer.status !== 201) throw new Error(`The order was not placed: ${answer.text}`)
  return answer.body
}
