import { toIso } from '@/lib/clock'
import type { ListedOrder, StoredOrder } from '@/lib/orders/find-orders'
import type { OrderJson } from './schemas'

type Customer = Pick<ListedOrder, 'userId' | Extract<keyof ListedOrder, `customer${string}`>>

/** Ours to theirs: whom an order is for. */
export const toCustomer = (order: Customer) => ({
  user: order.userId,
  name: order.customerName,
  nameKana: order.customerNameKana,
  addressLine1: order.customerAddressLine1,
  addressLine2: order.customerAddressLine2,
  addressLine3: order.customerAddressLine3,
  phone: order.customerPhone,
  email: order.customerEmail,
  age: order.customerAge,
  preferredContactMethod: order.customerPreferredContactMethod,
  preferredTimeToContact: order.customerPreferredTimeToContact,
})

/** What stands before an order's lines in its answer, and what behind them. */
const beforeLines = (order: Pick<ListedOrder, BeforeLines>) => ({
  id: order.id,
  number: order.number,
  version: order.version,
  organization: order.organizationId,
  cart: order.cartId ? { uri: `urn:cart:${order.cartId}`, id: order.cartId } : null,
  checkout: order.checkoutId ? { uri: `urn:checkout:${order.checkoutId}`, id: order.checkoutId } : null,
})
type BeforeLines = 'id' | 'number' | 'version' | 'organizationId' | 'cartId' | 'checkoutId'

const behindLines = (order: Omit<ListedOrder, 'lineItems' | 'customFields'>) => ({
  currency: order.currency,
  subtotalPrice: order.subtotalPrice,
  totalTax: order.totalTax,
  totalPrice: order.totalPrice,
  customer: toCustomer(order),
  status: order.status,
  paymentStatus: order.paymentStatus,
  fulfillmentStatus: order.fulfillmentStatus,
  disputeStatus: order.disputeStatus,
  legalEntityId: order.legalEntityId,
  cancelReason: order.cancelReason,
  closedAt: toIso(order.closedAt),
  canceledAt: toIso(order.canceledAt),
})

const behindFields = (order: Pick<ListedOrder, 'createdAt' | 'updatedAt'>) => ({
  createdAt: toIso(order.createdAt),
  updatedAt: toIso(order.updatedAt),
})

/** Ours to theirs: the Nodeblocks order of spec nodeblocks 4.2 with the additions of decision 43. */
export const toOrder = (order: ListedOrder): OrderJson => ({
  ...beforeLines(order),
  lineItems: order.lineItems as OrderJson['lineItems'],
  ...behindLines(order),
  customFields: order.customFields,
  ...behindFields(order),
})

/** The members of an object as JSON text, without its braces. */
const members = (part: object) => JSON.stringify(part).slice(1, -1)

/** The text of `toOrder`, with the stored JSON copied into it as it is. */
export const toOrderText = (order: StoredOrder): string =>
  `{${members(beforeLines(order))},"lineItems":${order.lineItems},${members(behindLines(order))},"customFields":${order.customFields},${members(behindFields(order))}}`
