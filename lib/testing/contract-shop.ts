import { eq } from 'drizzle-orm'
import { database } from '@/db'
import { products } from '@/db/schema'
import { createKey, createMember, createOrg } from './people'
import { createItem, type Item, type Shop } from './shop'

/** A shop in dollars without tax, with the products of the generic contract's own examples, and a key to it. */
export type ContractShop = Shop & { key: { token: string }; items: Record<string, Item> }

const prices = { PROD001: 5000, PROD002: 5075, PROD003: 2500, PROD004: 8525 }

let made = 0

export async function createContractShop(currency = 'USD', taxRateBasisPoints = 0): Promise<ContractShop> {
  const organization = await createOrg({
    slug: `contract${++made}`,
    currency,
    taxRateBasisPoints,
    country: 'US',
    timeZone: 'America/New_York',
    restrictions: ['VIP'],
  })
  const { transaction } = await database()
  const items: Record<string, Item> = {}
  for (const [code, price] of Object.entries(prices)) {
    const item = await createItem(organization, {
      name: code,
      sku: `SKU-${code}`,
      price,
      taxable: taxRateBasisPoints > 0,
    })
    await transaction((tx) => tx.update(products).set({ externalCode: code }).where(eq(products.id, item.productId)))
    items[code] = item
  }
  return {
    organization,
    orgId: organization.id,
    owner: await createMember(organization, 'owner'),
    item: items.PROD001!,
    items,
    key: await createKey(organization, [
      'orders:read',
      'orders:write',
      'order.history_view',
      'order.order_updateascustomer',
    ]),
  }
}
