export type DeclaredType = 'string' | 'number' | 'date' | 'boolean'

const dates = new Set([
  'created',
  'completed',
  'lastStatusChange',
  'metadata.modifiedAt',
  'shipments.shippedDate',
  'shipments.expectDeliveryOn',
])

const numbers = new Set([
  'subTotalPrice',
  'totalPrice',
  'totalAuthorizedAmount',
  'tax.total.amount',
  'shipping.total.amount',
  'payments.paidAmount',
  'payments.refundAmount',
  'payments.authorizedAmount',
  'entries.amount',
  'entries.orderedAmount',
  'entries.effectiveQuantity',
  'entries.unitPrice',
  'entries.totalPrice',
  'entries.price.effectiveAmount',
  'entries.price.originalAmount',
  'metadata.version',
])

const strings = new Set([
  'id',
  'status',
  'cartId',
  'orderType',
  'masterOrder',
  'subOrders',
  'siteCode',
  'countryCode',
  'currency',
  'legalEntityId',
  'restriction',
  'quoteId',
  'createdBy',
  'payments.method',
  'payments.status',
  'payments.currency',
  'payments.transactionId',
  'payments.provider',
  'shipments.carrier',
  'shipments.trackingNumber',
  'entries.id',
  'entries.price.currency',
  'splitInfo.splitBy',
  'splitInfo.uniqueValue',
])

const stringRoots = /^(vendor|customer|billingAddress|shippingAddress|entries\.product)\./
const priceMember = /\.(netValue|grossValue|taxValue|taxRate)$/

/**
 * What a field is declared to hold (spec other-order-apis C.6); undefined for everything else, mixins above all, which
 * is matched by the JSON type that is found.
 */
export function declaredType(path: string): DeclaredType | undefined {
  if (/(^|\.)mixins(\.|$)/.test(path)) return undefined
  if (dates.has(path)) return 'date'
  if (numbers.has(path) || priceMember.test(path)) return 'number'
  if (path === 'entries.product.published') return 'boolean'
  return strings.has(path) || stringRoots.test(path) ? 'string' : undefined
}
