import { defineResource } from './resource'

export const orderStatuses = ['PENDING', 'ACCEPTED', 'PROCESSING', 'CLOSED', 'CANCELED'] as const
export type OrderStatus = (typeof orderStatuses)[number]

export const cancelReasons = ['CUSTOMER', 'INVENTORY', 'DECLINED', 'OTHER'] as const
export type CancelReason = (typeof cancelReasons)[number]

export const placements = ['DRAFT', 'IN_CHECKOUT', 'PLACED'] as const
export type Placement = (typeof placements)[number]

export const paymentStatuses = [
  'NOT_PAID',
  'PROCESSING',
  'AUTHORIZED',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'FAILED',
  'VOIDED',
] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export const fulfillmentStatuses = ['UNFULFILLED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'RETURNED'] as const
export type FulfillmentStatus = (typeof fulfillmentStatuses)[number]

export const disputeStatuses = ['NONE', 'CONTESTED', 'REVIEWED'] as const
export type DisputeStatus = (typeof disputeStatuses)[number]

/** The Nodeblocks order (spec nodeblocks 4.2, 5.1, 5.3 and decisions 39, 40, 43). Amounts are minor units. */
export const orderResource = defineResource({
  name: 'order',
  fields: {
    id: { type: 'id', label: 'Id' },
    number: { type: 'integer', label: 'Number' },
    version: { type: 'integer', label: 'Version' },
    organization: { type: 'id', label: 'Organization' },
    cart: { type: 'id', label: 'Cart', nullable: true },
    checkout: { type: 'id', label: 'Checkout', nullable: true },
    status: { type: 'enum', label: 'Status', values: orderStatuses },
    paymentStatus: { type: 'enum', label: 'Payment', values: paymentStatuses },
    fulfillmentStatus: { type: 'enum', label: 'Fulfillment', values: fulfillmentStatuses },
    disputeStatus: { type: 'enum', label: 'Dispute', values: disputeStatuses },
    legalEntityId: { type: 'string', label: 'Legal entity', nullable: true },
    cancelReason: { type: 'enum', label: 'Cancel reason', values: cancelReasons, nullable: true },
    currency: { type: 'string', label: 'Currency' },
    subtotalPrice: { type: 'integer', label: 'Subtotal' },
    totalTax: { type: 'integer', label: 'Tax' },
    totalPrice: { type: 'integer', label: 'Total' },
    closedAt: { type: 'date', label: 'Closed', nullable: true },
    canceledAt: { type: 'date', label: 'Canceled', nullable: true },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
    'customer.user': { type: 'id', label: 'Customer user', nullable: true },
    'customer.name': { type: 'string', label: 'Customer' },
    'customer.nameKana': { type: 'string', label: 'Customer (kana)' },
    'customer.addressLine1': { type: 'string', label: 'Address 1' },
    'customer.addressLine2': { type: 'string', label: 'Address 2', nullable: true },
    'customer.addressLine3': { type: 'string', label: 'Address 3', nullable: true },
    'customer.phone': { type: 'string', label: 'Phone' },
    'customer.email': { type: 'string', label: 'E-mail' },
    'customer.age': { type: 'string', label: 'Age', nullable: true },
    'customer.preferredContactMethod': { type: 'string', label: 'Preferred contact', nullable: true },
    'customer.preferredTimeToContact': { type: 'string', label: 'Preferred time', nullable: true },
    'lineItems.product': { type: 'id', label: 'Product' },
    'lineItems.productName': { type: 'string', label: 'Product name' },
    'lineItems.variant': { type: 'id', label: 'Variant' },
    'lineItems.variantTitle': { type: 'string', label: 'Variant title' },
    'lineItems.sku': { type: 'string', label: 'SKU' },
    'lineItems.quantity': { type: 'integer', label: 'Quantity' },
    'lineItems.price.amount': { type: 'integer', label: 'Unit price' },
    'lineItems.price.taxable': { type: 'boolean', label: 'Taxable' },
    customFields: { type: 'open', label: 'Custom fields' },
  },
  lists: ['lineItems'],
  aliases: {
    items: 'lineItems',
    organizationId: 'organization',
    cartId: 'cart',
    checkoutId: 'checkout',
    'customer.userId': 'customer.user',
    'lineItems.productId': 'lineItems.product',
    'lineItems.variantId': 'lineItems.variant',
  },
  expansions: {
    organization: { resource: 'organization' },
    'lineItems.product': { resource: 'product' },
    'lineItems.variant': { resource: 'variant' },
    'customer.user': { resource: 'user' },
  },
  expandAliases: {
    product: 'lineItems.product',
    variant: 'lineItems.variant',
    user: 'customer.user',
    items: 'lineItems',
  },
  inertExpansions: ['cart', 'checkout'],
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
  indexed: [
    'id',
    'number',
    'organization',
    'status',
    'paymentStatus',
    'fulfillmentStatus',
    'legalEntityId',
    'totalPrice',
    'createdAt',
    'updatedAt',
    'customer.user',
    'customer.name',
    'lineItems.product',
    'lineItems.sku',
  ],
  selective: ['id', 'number'],
  counted: { by: 'status', sort: 'createdAt' },
  searchable: true,
})
