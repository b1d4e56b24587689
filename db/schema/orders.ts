import {
  bigint,
  boolean,
  equalityIndex,
  index,
  integer,
  json,
  money,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../dialect/columns'
import { organizations } from './identity'

type Json = Record<string, unknown>

export const orders = table(
  'orders',
  {
    id: text().primaryKey(),
    /** The source of every public number (spec other-order-apis D.9); never reused. */
    number: bigint().notNull(),
    version: integer().notNull().default(1),
    organizationId: text()
      .notNull()
      .references(() => organizations.id),

    // The machines of spec other-order-apis D.2: never a vocabulary's word, always our own.
    status: text().notNull(),
    placement: text().notNull().default('PLACED'),
    paymentStatus: text().notNull().default('NOT_PAID'),
    fulfillmentStatus: text().notNull().default('UNFULFILLED'),
    disputeStatus: text().notNull().default('NONE'),
    cancelReason: text(),

    currency: text().notNull(),
    /** Hundredths of a percent, as it was when the order was made. */
    taxRateBasisPoints: integer().notNull(),
    subtotalPrice: money().notNull(),
    totalTax: money().notNull(),
    totalPrice: money().notNull(),

    /** The lines as the Nodeblocks surface renders them; `order_lines` stays the truth. */
    lineItems: json().$type<Json[]>().notNull(),
    customFields: json().$type<Json>().notNull(),

    cartId: text(),
    checkoutId: text(),
    /** The user the order is for; null for a guest. */
    userId: text(),
    /** The user who made it, when somebody else did. */
    createdBy: text(),
    customerId: bigint(),
    /** How an external client names the customer; null for our own users and for guests. */
    customerReference: text(),
    customerName: text().notNull(),
    customerNameKana: text().notNull().default(''),
    customerAddressLine1: text().notNull().default(''),
    customerAddressLine2: text(),
    customerAddressLine3: text(),
    customerPhone: text().notNull().default(''),
    customerEmail: text().notNull().default(''),
    customerAge: text(),
    customerPreferredContactMethod: text(),
    customerPreferredTimeToContact: text(),

    legalEntityId: text(),
    siteCode: text(),
    restriction: text(),
    quoteId: text(),
    channel: json().$type<Json>(),
    mixins: json().$type<Json>(),
    shippingAddress: json().$type<Json>(),
    billingAddress: json().$type<Json>(),
    paymentMethodId: text(),

    externalId: text(),
    externalStatus: text().notNull().default('ok'),
    transactionId: bigint(),
    extraText: text().notNull().default(''),
    notificationSentAt: timestamp(),

    splitKind: text(),
    masterOrderId: text(),
    splitBy: text(),
    splitValue: text(),
    vendorId: text(),

    placedAt: timestamp(),
    paidAt: timestamp(),
    deliveredAt: timestamp(),
    completedAt: timestamp(),
    closedAt: timestamp(),
    canceledAt: timestamp(),
    lastStatusChangeAt: timestamp().notNull(),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('orders_number').on(t.number),
    index('orders_created').on(t.createdAt, t.id),
    index('orders_user').on(t.userId, t.createdAt, t.id),
    // What follows the id is there to be counted and added up without reading the rows: of every list only whole orders
    // are counted, so each index that a filter may lead to knows which are.
    index('orders_organization_created').on(
      t.organizationId,
      t.createdAt,
      t.id,
      t.masterOrderId,
      t.status,
      t.totalPrice,
    ),
    index('orders_organization_status').on(
      t.organizationId,
      t.status,
      t.createdAt,
      t.id,
      t.masterOrderId,
      t.totalPrice,
    ),
    index('orders_organization_updated').on(t.organizationId, t.updatedAt, t.id, t.masterOrderId),
    index('orders_organization_total').on(t.organizationId, t.totalPrice, t.id, t.masterOrderId, t.status),
    index('orders_organization_number').on(t.organizationId, t.number),
    index('orders_organization_customer').on(t.organizationId, t.customerName, t.id),
    index('orders_organization_payment').on(t.organizationId, t.paymentStatus, t.createdAt, t.id, t.masterOrderId),
    index('orders_organization_fulfillment').on(
      t.organizationId,
      t.fulfillmentStatus,
      t.createdAt,
      t.id,
      t.masterOrderId,
    ),
    index('orders_legal_entity').on(t.organizationId, t.legalEntityId, t.createdAt),
    index('orders_master').on(t.masterOrderId),
    index('orders_external').on(t.externalId),
  ],
)

export const orderLines = table(
  'order_lines',
  {
    id: bigint().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    organizationId: text().notNull(),
    position: integer().notNull(),
    /** Empty for a line that was added from outside the catalog, as is the variant. */
    productId: text().notNull(),
    /** The product's public numbers as they were, so that they outlive it. */
    productNumber: bigint(),
    productCode: text(),
    productName: text().notNull(),
    variantId: text().notNull(),
    variantTitle: text().notNull(),
    sku: text().notNull(),
    priceAmount: money().notNull(),
    taxable: boolean().notNull(),
    taxIncluded: boolean().notNull(),
    quantity: integer().notNull(),
    /** This line's part of the order's tax; the parts add up exactly. */
    taxAmount: money().notNull(),
    /** `ORIGINAL` or `ADDED`. */
    origin: text().notNull().default('ORIGINAL'),
    removed: boolean().notNull().default(false),
    vendorId: text(),
    /** What only some surfaces know of a line: external ids, barcode, weight, the quantity first ordered. */
    details: json().$type<Json>(),
  },
  (t) => [
    // What follows the position is there to be compared and added up without reading the rows.
    index('order_lines_order').on(t.orderId, t.position, t.productId, t.removed, t.quantity, t.priceAmount),
    index('order_lines_product').on(t.organizationId, t.productId, t.orderId),
    index('order_lines_quantity').on(t.organizationId, t.quantity, t.orderId, t.removed),
    index('order_lines_price').on(t.organizationId, t.priceAmount, t.orderId, t.removed),
    equalityIndex('order_lines_sku', t.sku, [t.organizationId, t.sku, t.orderId]),
  ],
)

/**
 * How many orders an organization has per status, kept in the transaction of every write. Spread over shards, so
 * that writers on a server do not meet in one row; the count is the sum.
 */
export const orderCounters = table(
  'order_counters',
  {
    organizationId: text()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    status: text().notNull(),
    shard: integer().notNull(),
    count: bigint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.status, t.shard] })],
)

export const orderNotes = table(
  'order_notes',
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    organizationId: text().notNull(),
    body: text().notNull(),
    authorId: text(),
    authorName: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
    /** A deleted note leaves its place; its words are in the history. */
    deletedAt: timestamp(),
  },
  (t) => [index('order_notes_order').on(t.orderId, t.createdAt)],
)
