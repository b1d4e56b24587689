import type { SellableVariant } from '@/lib/catalog/find-sellable'
import { newId } from '@/lib/ids'
import type { Organization } from '@/lib/organizations/organization'
import type { OrderStatus } from '@/lib/resources/order'
import type { Order, OrderLine } from './order'
import { moveStatus } from './status'
import { computeTotals } from './totals'

/** Who an order is for, as every surface can say it. Strings nobody gave are empty. */
export type NewCustomer = {
  userId: string | null
  customerId?: number | null
  name: string
  nameKana?: string
  addressLine1?: string
  addressLine2?: string | null
  addressLine3?: string | null
  phone?: string
  email?: string
  age?: string | null
  preferredContactMethod?: string | null
  preferredTimeToContact?: string | null
}

/** An order to be made; what is left out gets its default. Times are ms UTC. */
export type NewOrder = {
  customer: NewCustomer
  lines: readonly { variant: SellableVariant; quantity: number }[]
  status?: OrderStatus
  cartId?: string | null
  checkoutId?: string | null
  customFields?: Record<string, unknown>
  createdBy?: string | null
  legalEntityId?: string | null
  extras?: Partial<
    Pick<Order, 'shippingAddress' | 'paymentMethodId' | 'siteCode' | 'restriction' | 'channel' | 'mixins'>
  >
}

export type ComposedOrder = { order: Order; lines: OrderLine[] }

/** One line as the Nodeblocks surface shows it (spec nodeblocks 4.2); kept beside the order for its lists. */
export const renderLine = (line: OrderLine): Record<string, unknown> => ({
  product: line.productId,
  productName: line.productName,
  variant: line.variantId,
  variantTitle: line.variantTitle,
  sku: line.sku,
  price: { amount: line.priceAmount, taxable: line.taxable },
  quantity: line.quantity,
})

/**
 * Works out a whole new order: snapshot of names and prices, totals, status. Pure but for the ids; stores nothing.
 * @throws AppError BadArgument when the totals are beyond what an order can carry
 */
export function composeOrder(
  organization: Organization,
  input: NewOrder,
  numbers: { order: number; lines: readonly number[] },
  at: number,
): ComposedOrder {
  const id = newId(at)
  const priced = input.lines.map(({ variant, quantity }) => ({
    priceAmount: variant.priceAmount,
    taxable: variant.priceTaxable,
    taxIncluded: variant.priceTaxIncluded,
    quantity,
  }))
  const { lineTaxes, ...totals } = computeTotals(priced, organization.taxRateBasisPoints)
  const lines = input.lines.map(
    ({ variant }, position): OrderLine => ({
      id: numbers.lines[position]!,
      orderId: id,
      organizationId: organization.id,
      position,
      productId: variant.productId,
      productName: variant.productName,
      variantId: variant.variantId,
      variantTitle: variant.variantTitle,
      sku: variant.sku ?? '',
      ...priced[position]!,
      taxAmount: lineTaxes[position]!,
      origin: 'ORIGINAL',
      removed: false,
      vendorId: null,
      details: null,
    }),
  )
  const { customer } = input
  const order: Order = {
    id,
    number: numbers.order,
    version: 1,
    organizationId: organization.id,
    status: 'PENDING',
    placement: 'PLACED',
    paymentStatus: 'NOT_PAID',
    fulfillmentStatus: 'UNFULFILLED',
    disputeStatus: 'NONE',
    cancelReason: null,
    currency: organization.currency,
    taxRateBasisPoints: organization.taxRateBasisPoints,
    ...totals,
    lineItems: lines.map(renderLine),
    customFields: input.customFields ?? {},
    cartId: input.cartId ?? null,
    checkoutId: input.checkoutId ?? null,
    userId: customer.userId,
    createdBy: input.createdBy ?? null,
    customerId: customer.customerId ?? null,
    customerName: customer.name,
    customerNameKana: customer.nameKana ?? '',
    customerAddressLine1: customer.addressLine1 ?? '',
    customerAddressLine2: customer.addressLine2 ?? null,
    customerAddressLine3: customer.addressLine3 ?? null,
    customerPhone: customer.phone ?? '',
    customerEmail: customer.email ?? '',
    customerAge: customer.age ?? null,
    customerPreferredContactMethod: customer.preferredContactMethod ?? null,
    customerPreferredTimeToContact: customer.preferredTimeToContact ?? null,
    legalEntityId: input.legalEntityId ?? null,
    siteCode: 'main',
    restriction: null,
    quoteId: null,
    channel: null,
    mixins: null,
    shippingAddress: null,
    billingAddress: null,
    paymentMethodId: null,
    ...input.extras,
    externalId: null,
    externalStatus: 'ok',
    transactionId: null,
    extraText: '',
    notificationSentAt: null,
    splitKind: null,
    masterOrderId: null,
    splitBy: null,
    splitValue: null,
    vendorId: null,
    placedAt: at,
    paidAt: null,
    deliveredAt: null,
    completedAt: null,
    closedAt: null,
    canceledAt: null,
    lastStatusChangeAt: at,
    createdAt: at,
    updatedAt: at,
  }
  const moved = input.status && moveStatus(order, input.status, at)
  return { order: moved ? { ...order, ...moved } : order, lines }
}
