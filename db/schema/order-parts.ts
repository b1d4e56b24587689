import { bigint, boolean, index, integer, json, money, table, text, timestamp } from '../dialect/columns'
import { orders } from './orders'

/**
 * The one payment record of an order. Where the money stands is `orders.payment_status`; this keeps what goes with it.
 * An order without a record was never charged here.
 */
export const orderPayments = table(
  'order_payments',
  {
    orderId: text()
      .primaryKey()
      .references(() => orders.id, { onDelete: 'cascade' }),
    organizationId: text().notNull(),
    /** The provider's reference. */
    transactionId: text(),
    provider: text(),
    method: text(),
    authorizedAmount: money().notNull().default(0),
    paidAmount: money().notNull().default(0),
    refundedAmount: money().notNull().default(0),
    refunded: boolean().notNull().default(false),
    tryRefundTimes: integer().notNull().default(0),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [index('order_payments_transaction').on(t.transactionId)],
)

/** What left together. */
export const orderShipments = table(
  'order_shipments',
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    organizationId: text().notNull(),
    carrier: text().notNull(),
    trackingNumber: text(),
    lines: json().$type<{ lineId: number; quantity: number }[]>().notNull(),
    shippedAt: timestamp().notNull(),
    expectedAt: timestamp(),
    deliveredAt: timestamp(),
  },
  (t) => [index('order_shipments_order').on(t.orderId, t.id)],
)

export type ContestItem = {
  lineId: number
  originalQuantity: number
  contestedQuantity: number
  reviewedQuantity: number | null
}

/** A shopper's objection to an order, and what its review found. */
export const orderContests = table(
  'order_contests',
  {
    id: bigint().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    organizationId: text().notNull(),
    /** The version that was objected to. */
    orderVersion: integer().notNull(),
    message: text().notNull(),
    fromOperator: boolean().notNull(),
    /** `CONTESTED` or `REVIEWED`. */
    status: text().notNull(),
    originalTotalPrice: money().notNull(),
    contestedTotalPrice: money().notNull(),
    reviewedTotalPrice: money(),
    items: json().$type<ContestItem[]>().notNull(),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
    /** Set when a later payment ended the dispute without a review. */
    deletedAt: timestamp(),
  },
  (t) => [
    index('order_contests_order').on(t.orderId, t.id),
    index('order_contests_organization').on(t.organizationId, t.id),
  ],
)

/** What vendors of the AiFi surface append to an order; it makes no new version. */
export const orderVendorMetadata = table(
  'order_vendor_metadata',
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    organizationId: text().notNull(),
    /** The order's version at the time. */
    orderVersion: integer().notNull(),
    vendor: text().notNull(),
    type: text().notNull(),
    value: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [index('order_vendor_metadata_order').on(t.orderId, t.id)],
)
