import { nextNumbers, type Reader, type Tx } from '@/db'
import { type Actor, canManage } from '@/lib/auth/actor'
import { findVariantsForOrder, type SellableVariant } from '@/lib/catalog/find-sellable'
import { now } from '@/lib/clock'
import { badArgument, type ErrorDetail, forbidden } from '@/lib/errors'
import type { Organization } from '@/lib/organizations/organization'
import { findUser } from '@/lib/users/find-user'
import { composeOrder, type NewOrder } from './compose-order'
import { legalEntityFor } from './legal-entity-for'
import { nextOrderNumbers } from './number'
import type { Order } from './order'
import { storeOrders } from './store-orders'

/** An order as a caller asks for it: products by id, the customer's user left to the token unless given. */
export type OrderRequest = Omit<NewOrder, 'lines' | 'createdBy' | 'customer'> & {
  items: readonly { productId: string; variantId: string; quantity: number }[]
  customer: Omit<NewOrder['customer'], 'userId'> & { user?: string | null }
}

/** @throws AppError BadArgument naming each item that cannot be ordered */
function requireSellable(
  actor: Actor,
  organization: Organization,
  items: OrderRequest['items'],
  found: ReadonlyMap<string, SellableVariant>,
): SellableVariant[] {
  const mayOrderUnpublished = canManage(actor, organization.id)
  const details: ErrorDetail[] = []
  const variants = items.map((item, i) => {
    const variant = found.get(item.variantId)
    if (!variant || variant.productId !== item.productId) {
      details.push({
        code: 'UnknownReference',
        target: `items.${i}`,
        message: `There is no variant ${item.variantId} of product ${item.productId} in this organization.`,
      })
    } else if (!variant.published && !mayOrderUnpublished) {
      details.push({
        code: 'NotAllowed',
        target: `items.${i}`,
        message: `${variant.productName} is not for sale now.`,
      })
    }
    return variant as SellableVariant
  })
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details)
  return variants
}

/** Whom the order is for: somebody else only when the actor manages the organization (decision 37). */
async function customerUser(db: Reader, actor: Actor, organization: Organization, given: string | null | undefined) {
  if (given === undefined) return actor.userId
  if (!canManage(actor, organization.id)) throw forbidden('Only owners and admins may order for somebody else.')
  if (given !== null && !(await findUser(db, given))) {
    throw badArgument('RequestBody', `There is no user ${given}.`, [
      { code: 'UnknownReference', target: 'customer.user', message: 'Unknown user.' },
    ])
  }
  return given
}

/**
 * An order as it would be composed now: every rule of placing one (spec nodeblocks 8 "Order creation"; decisions 4, 5,
 * 23, 26, 37, 52) is checked, and nothing is stored. Prices come from the catalog.
 * @throws AppError BadArgument, Forbidden
 */
export async function prepareOrder(
  db: Reader,
  actor: Actor,
  organization: Organization,
  request: OrderRequest,
): Promise<NewOrder> {
  const { items, customer, ...rest } = request
  if (rest.status && rest.status !== 'PENDING' && !canManage(actor, organization.id)) {
    throw forbidden('Only owners and admins may create an order that is not PENDING.')
  }
  const { user, ...contact } = customer
  const userId = await customerUser(db, actor, organization, user)
  if (organization.country === 'JP' && !contact.nameKana) {
    throw badArgument('RequestBody', '`customer.nameKana` is required for an organization in Japan.', [
      { code: 'NullValue', target: 'customer.nameKana', message: 'This is required.' },
    ])
  }
  const lines = await findOrderedLines(db, actor, organization, items)
  const legalEntityId = await legalEntityFor(db, organization.id, userId, rest.legalEntityId)
  return { ...rest, legalEntityId, customer: { ...contact, userId }, createdBy: actor.userId, lines }
}

/**
 * What the items of an order are in the catalog now, in their order.
 * @throws AppError BadArgument
 */
export async function findOrderedLines(
  db: Reader,
  actor: Actor,
  organization: Organization,
  items: OrderRequest['items'],
): Promise<NewOrder['lines']> {
  if (organization.status === 'prohibited') {
    throw badArgument('Organization', 'The organization is prohibited: it takes no orders.')
  }
  const found = await findVariantsForOrder(db, organization.id, items)
  const variants = requireSellable(actor, organization, items, found)
  return items.map(({ quantity }, i) => ({ variant: variants[i]!, quantity }))
}

/**
 * Places an order in an organization; names and prices stay as they are now.
 * @throws AppError BadArgument, Forbidden
 */
export async function placeOrder(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  request: OrderRequest,
): Promise<Order> {
  const prepared = await prepareOrder(tx, actor, organization, request)
  const [number] = await nextOrderNumbers(tx, 1)
  const numbers = { order: number!, lines: await nextNumbers(tx, 'order_line', prepared.lines.length) }
  const [stored] = await storeOrders(tx, actor, [composeOrder(organization, prepared, numbers, now())])
  return stored!
}
