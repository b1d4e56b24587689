import type { SellableVariant } from '@/lib/catalog/find-sellable'
import { badArgument } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Organization } from '@/lib/organizations/organization'
import type { OrderStatus } from '@/lib/resources/order'
import type { Order, OrderLine } from './order'
import { moveStatus } from './status'
import { computeTotals } from './totals'

/** Who an order is for, as every surface can say it. Strings nobody gave are empty. */
export type NewCustomer = {
  userId: string | null
  /** How an external client names the customer. */
  reference?: string | null
  /** Given by the store unless it is given here (see lib/customers). */
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
  lines: readonly { variant: SellableVariant; quantity: number; vendorId?: string | null }[]
  status?: OrderStatus
  cartId?: string | null
  checkoutId?: string | null
  customFields?: Record<string, unknown>
  createdBy?: string | null
  legalEntityId?: string | null
  extras?: Partial<
    Pick<
      Order,
      'shippingAddress' | 'billingAddress' | 'paymentMethodId' | 'siteCode' | 'restriction' | 'channel' | 'mixins'
    >
  >
}

export type ComposedOrder = { order: Order; lines: OrderLine[] }

/** One line as the Nodeblocks surface shows it (spec nodeblocks 4.2); kept beside the order for its lists. */
export const renderLine = (line: OrderLine): Record<string, unknown> => ({
  product: line.productId || null,
  productName: line.productName,
  variant: line.variantId || null,
  variantTitle: line.variantTitle,
  sku: line.sku,
  price: { amount: line.priceAmount, taxable: line.taxable },
  quantity: line.quantity,
})

/**
 * The access label of a new order (spec other-order-apis C.3): the one asked for, else the site code where the
 * organization copies it; only labels the organization knows.
 * @throws AppError BadArgument
 */
function restrictionFor(organization: Organization, wanted: string | null | undefined, siteCode: string) {
  if (wanted == null) {
    const copied = organization.syncRestrictionsWithSiteCodes && organization.restrictions.includes(siteCode)
    return copied ? siteCode : null
  }
  if (organization.restrictions.includes(wanted)) return wanted
  throw badArgument('restriction', `\`${wanted}\` is not one of the organization’s restrictions.`)
}

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
    ({ variant, vendorId = null }, position): OrderLine => ({
      id: numbers.lines[position]!,
      orderId: id,
      organizationId: organization.id,
      position,
      productId: variant.productId,
      productNumber: variant.productNumber,
      productCode: variant.productCode,
      productName: variant.productName,
      variantId: variant.variantId,
      variantTitle: variant.variantTitle,
      sku: variant.sku ?? '',
      ...priced[position]!,
      taxAmount: lineTaxes[position]!,
      origin: 'ORIGINAL',
      removed: false,
      vendorId,
      details: null,
    }),
  )
  const { customer } = input
  const siteCode = input.extras?.siteCode ?? 'main'
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
    customerReference: customer.reference ?? null,
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
    siteCode,
    restriction: restrictionFor(organization, input.extras?.restriction, siteCode),
    quoteId: null,
    channel: input.extras?.channel ?? null,
    mixins: input.extras?.mixins ?? null,
    shippingAddress: input.extras?.shippingAddress ?? null,
    billingAddress: input.extras?.billingAddress ?? null,
    paymentMethodId: input.extras?.paymentMethodId ?? null,
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
