import { nextNumbers, type Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { findVariantsByReference } from '@/lib/catalog/find-by-reference'
import { now } from '@/lib/clock'
import { resolveCustomer } from '@/lib/customers/resolve-customer'
import { badArgument, type ErrorDetail } from '@/lib/errors'
import type { Organization } from '@/lib/organizations/organization'
import { composeOrder } from './compose-order'
import { legalEntityFor } from './legal-entity-for'
import { nextOrderNumbers } from './number'
import { storeOrders } from './store-orders'
import type { WholeOrder } from './whole-order'

/** An order by somebody who knows products and customers by codes of their own. */
export type ExternalOrder = {
  customer: string
  items: readonly { product: string; quantity: number }[]
  shippingAddress?: Record<string, unknown>
  paymentMethodId?: string
}

/**
 * Places an order from outside (spec other-order-apis B.4). Prices come from the catalog; only what is published can
 * be ordered.
 * @throws AppError BadArgument
 */
export async function placeExternalOrder(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  { customer, items, shippingAddress, paymentMethodId }: ExternalOrder,
): Promise<WholeOrder> {
  if (organization.status === 'prohibited') {
    throw badArgument('Organization', 'The organization is prohibited: it takes no orders.')
  }
  const found = await findVariantsByReference(
    tx,
    organization.id,
    items.map(({ product }) => product),
  )
  const details: ErrorDetail[] = items.flatMap(({ product }, i) =>
    found.get(product)?.published
      ? []
      : [
          {
            code: 'UnknownReference',
            target: `items.${i}.productId`,
            message: `There is no product ${product} for sale.`,
          },
        ],
  )
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details)

  const { userId, reference, name, email } = await resolveCustomer(tx, organization.id, customer)
  const [number] = await nextOrderNumbers(tx, 1)
  const composed = composeOrder(
    organization,
    {
      customer: { userId, reference, name, email },
      createdBy: actor.userId,
      legalEntityId: await legalEntityFor(tx, organization.id, userId, undefined),
      lines: items.map(({ product, quantity }) => ({ variant: found.get(product)!, quantity })),
      extras: { shippingAddress: shippingAddress ?? null, paymentMethodId: paymentMethodId ?? null },
    },
    { order: number!, lines: await nextNumbers(tx, 'order_line', items.length) },
    now(),
  )
  const [order] = await storeOrders(tx, actor, [composed])
  return { order: order!, lines: composed.lines, payment: null, shipments: [], contest: null }
}
