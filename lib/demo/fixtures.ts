import { nextNumbers, type Tx } from '@/db'
import { type Actor, anonymous } from '@/lib/auth/actor'
import { createProducts } from '@/lib/catalog/products/create-product'
import type { NewProduct } from '@/lib/catalog/products/product'
import type { NewVariant } from '@/lib/catalog/variants/variant'
import { composeOrder } from '@/lib/orders/compose-order'
import { moveStatus } from '@/lib/orders/status'
import { type LivedOrder, storeLivedOrders } from '@/lib/orders/store-lived-orders'
import { type WholeOrder, withOrder } from '@/lib/orders/whole-order'
import type { Organization } from '@/lib/organizations/organization'
import { sellable } from './products'
import { type DemoClock, founded, hour, minute } from './times'

/**
 * What the generic contract's own examples speak of (spec other-order-apis B.7), in Globex: products by external code,
 * customers by reference, orders with their numbers and times.
 */
const products: readonly (readonly [code: string, name: string, cents: number])[] = [
  ['PROD001', 'Classic Mug', 5000],
  ['PROD002', 'Tea Tin', 5075],
  ['PROD003', 'Linen Napkin Pair', 2500],
  ['PROD004', 'Walnut Tray', 8525],
]

type Example = {
  number: number
  customer: string
  lines: readonly (readonly [code: string, quantity: number])[]
  shippingAddress: Record<string, string> | null
  createdAt: number
}

/** Oldest first, as ids are. Each was accepted five minutes after it came in. */
const orders: readonly Example[] = [
  {
    number: 123456790,
    customer: 'CUST98766',
    lines: [['PROD003', 3]],
    shippingAddress: null,
    createdAt: Date.UTC(2023, 9, 27, 9),
  },
  {
    number: 123456789,
    customer: 'CUST98765',
    lines: [
      ['PROD001', 2],
      ['PROD002', 1],
    ],
    shippingAddress: { street: '456 Oak Ave', city: 'Othertown', state: 'NY', zipCode: '10001', country: 'USA' },
    createdAt: Date.UTC(2023, 9, 27, 10, 30),
  },
]

export const fixtureCounts = { products: products.length, variants: products.length, orders: orders.length }

/** Stores the products and gives back what an order takes of each, by code. */
export async function seedFixtureProducts(
  tx: Tx,
  clock: DemoClock,
  actor: Actor,
  globex: Organization,
  categoryId: string,
) {
  const newId = clock.ids('generic products')
  const createdAt = founded + hour
  const inputs = products.map(([externalCode, name, amount]): NewProduct & { id: string; variants: NewVariant[] } => ({
    id: newId(createdAt),
    externalCode,
    createdAt,
    categoryId,
    name,
    description: `${name}, as in the examples of the generic order interface.`,
    publication: { status: 'ACTIVE' },
    variants: [{ seedId: newId(createdAt), title: 'Standard', sku: externalCode, price: { amount, taxable: true } }],
  }))
  const rows = await createProducts(tx, actor, globex, inputs)
  return new Map(inputs.map((input, i) => [input.externalCode!, sellable(input, rows[i]!.number)[0]!]))
}

export async function seedFixtureOrders(
  tx: Tx,
  actor: Actor,
  globex: Organization,
  variants: Awaited<ReturnType<typeof seedFixtureProducts>>,
): Promise<void> {
  const list: LivedOrder[] = []
  for (const { number, customer, lines, shippingAddress, createdAt } of orders) {
    const composed = composeOrder(
      globex,
      {
        customer: { userId: null, reference: customer, name: customer },
        lines: lines.map(([code, quantity]) => ({ variant: variants.get(code)!, quantity })),
        extras: { shippingAddress },
      },
      { order: number, lines: await nextNumbers(tx, 'order_line', lines.length) },
      createdAt,
    )
    const placed: WholeOrder = { ...composed, payment: null, shipments: [], contest: null }
    const at = createdAt + 5 * minute
    const accepted = moveStatus(placed.order, 'ACCEPTED', at) ?? {}
    const after = withOrder(placed, { ...accepted, version: 2, updatedAt: at })
    const steps = [{ operation: 'accept', at, actor, before: placed, after }]
    list.push({ placed, placedBy: anonymous('generic', null), steps })
  }
  await storeLivedOrders(tx, list)
}
