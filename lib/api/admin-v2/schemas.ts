import { z } from 'zod'
import { storePaymentStatuses, storeStatuses } from './status'

export const externalStatuses = ['ok', 'failedObtainingPrice', 'failedSendingWebhook'] as const
export const customerRoles = ['customer', 'employee', 'tester', 'untracked', 'unknown'] as const

export const dateTime = z.iso.datetime({ offset: true })
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .meta({ example: '2.15' })

const transaction = {
  paymentTransactionId: z.string().nullable(),
  refunded: z.boolean(),
  tryRefundTimes: z.int().min(0),
}

const productFacts = {
  name: z.string(),
  price: decimal,
  barcode: z.string(),
  category: z.string(),
  thumbnail: z.string(),
  weight: z.number(),
  sku: z.string(),
  externalId: z.string(),
  taxCode: z.string(),
  createdAt: dateTime,
  updatedAt: dateTime,
}

const amounts = {
  quantity: z.int().min(0),
  subtotalPrice: decimal,
  totalPrice: decimal,
  totalTax: decimal,
  taxRates: z.string().meta({ description: 'A readable breakdown.', example: '10%: 0.20' }),
}

const productSnapshot = z
  .strictObject({ id: z.int(), productId: z.int(), ...productFacts })
  .meta({ id: 'ProductSnapshot' })

const product = z
  .strictObject({
    id: z.int(),
    productId: z.string(),
    ...productFacts,
    isExternallyAdded: z.boolean(),
    orderProductExternalId: z.string(),
    ...amounts,
  })
  .meta({ id: 'OrderProduct' })

const lineItem = z
  .strictObject({
    isExternallyAdded: z.boolean(),
    ...amounts,
    price: decimal,
    externalId: z.string(),
    status: z.enum(['ORIGINAL', 'MODIFIED', 'ADDED', 'REMOVED']),
    productSnapshot,
  })
  .meta({ id: 'LineItem' })

const legacyTransaction = z.strictObject({ ...transaction, paymentFailed: z.boolean() }).meta({ id: 'Transaction' })

/** The contest of an order (spec other-order-apis A.8). */
const contestShape = {
  id: z.int(),
  orderId: z.string(),
  orderVersion: z.int(),
  sessionId: z.string().nullable(),
  message: z.string(),
  fromOperator: z.boolean(),
  status: z.enum(['contested', 'reviewed']),
  contestedTotalPrice: decimal,
  reviewedTotalPrice: decimal.nullable(),
  originalTotalPrice: decimal,
  createdAt: dateTime,
  updatedAt: dateTime,
  deletedAt: dateTime.nullable(),
  items: z.array(
    z.strictObject({
      id: z.int(),
      productId: z.int(),
      name: z.string(),
      price: decimal,
      thumbnail: z.string(),
      productSnapshot,
      originalQuantity: z.int(),
      contestedQuantity: z.int(),
      reviewedQuantity: z.int().nullable(),
    }),
  ),
  transaction: legacyTransaction.nullable(),
}

export const contestSchema = z.strictObject(contestShape).meta({ id: 'Contest' })

/** The order (A.5). Lists leave `products` and `lineItems` out unless asked. */
export const storeOrderSchema = z
  .strictObject({
    id: z.int(),
    version: z.int().min(1),
    isLatest: z.union([z.literal(0), z.literal(1)]),
    createdAt: dateTime,
    updatedAt: dateTime,
    customerId: z.string().regex(/^\d+$/),
    storeId: z.int(),
    status: z.enum(storeStatuses),
    transactionId: z.int().nullable(),
    externalId: z.string().nullable(),
    externalStatus: z.enum(externalStatuses),
    subtotalPrice: decimal,
    totalTax: decimal,
    totalPrice: decimal,
    paidAt: dateTime.nullable(),
    completedAt: dateTime.nullable(),
    draftCreatedAt: dateTime.nullable(),
    notificationSentAt: dateTime.nullable(),
    extraText: z.string(),
    sessionId: z.string().nullable(),
    transaction: legacyTransaction.nullable(),
    paymentTransaction: z
      .strictObject({ ...transaction, paymentStatus: z.enum(storePaymentStatuses).nullable() })
      .nullable(),
    products: z.array(product).optional(),
    lineItems: z.array(lineItem).optional(),
    contest: contestSchema.nullable().optional(),
    vendorMetadata: z.record(z.string(), z.array(z.strictObject({ type: z.string(), value: z.string() }))),
    session: z.null().meta({ description: 'Orders are not born in store sessions here.' }),
  })
  .meta({ id: 'Order' })

export type StoreOrder = z.output<typeof storeOrderSchema>
export type StoreContest = z.output<typeof contestSchema>

const page = z.strictObject({ offset: z.int(), count: z.int() }).nullable()
export const paginationSchema = z.strictObject({ previous: page, next: page }).meta({ id: 'Pagination' })

export const storeListSchema = z
  .strictObject({ data: z.array(storeOrderSchema), pagination: paginationSchema })
  .meta({ id: 'OrderList' })

export const contestListSchema = z
  .strictObject({
    contestedOrders: z.array(
      z.strictObject({
        ...contestShape,
        order: z.strictObject({
          id: z.int(),
          version: z.int(),
          status: z.enum(storeStatuses),
          externalId: z.string().nullable(),
          customerId: z.string(),
          storeId: z.int(),
          totalPrice: decimal,
          createdAt: dateTime,
          updatedAt: dateTime,
          customerShoppingSessionId: z.int().nullable(),
        }),
      }),
    ),
    pagination: paginationSchema,
  })
  .meta({ id: 'ContestList' })

const reference = z.union([z.int().min(0), z.string().min(1).max(256)])

/** One line of the complete new list (A.3). */
export const productInput = z.strictObject({
  id: reference.optional(),
  orderProductExternalId: reference.optional(),
  productId: reference.optional(),
  externalId: reference.optional(),
  barcode: reference.optional(),
  sku: reference.optional(),
  quantity: z.int().min(0).max(1_000_000),
  price: z.union([z.string(), z.number()]).optional(),
  name: z.string().min(1).max(256).optional(),
  thumbnail: z.string().max(2000).optional(),
  category: z.string().max(256).optional(),
  weight: z.number().min(0).optional(),
  taxCode: z.string().max(64).optional(),
})

export type ProductInput = z.output<typeof productInput>

/** The body of A1. */
export const storePatchSchema = z
  .strictObject({
    transactionId: z.int().min(0).nullable().optional(),
    paymentTransaction: z
      .strictObject({
        paymentTransactionId: z.string().min(1).max(256).optional(),
        paymentStatus: z.enum(storePaymentStatuses).optional(),
        refunded: z.boolean().optional(),
        tryRefundTimes: z.int().min(0).max(1_000_000).optional(),
      })
      .optional(),
    status: z.enum(storeStatuses).optional(),
    products: z.array(productInput).max(500).optional(),
    externalStatus: z.enum(externalStatuses).optional(),
    externalId: z.string().min(1).max(256).nullable().optional(),
  })
  .meta({ id: 'OrderPatch' })

export type StorePatch = z.output<typeof storePatchSchema>

export const vendorMetadataInput = z
  .strictObject({ type: z.string().min(1).max(256), value: z.string().max(10_000) })
  .meta({ id: 'VendorMetadataEntry' })

export const vendorMetadataSchema = z
  .strictObject({
    orderId: z.int(),
    orderVersion: z.int(),
    vendorName: z.string(),
    metadata: z.strictObject({ type: z.string(), value: z.string() }),
  })
  .meta({ id: 'VendorMetadata' })

export const retrySchema = z
  .strictObject({
    storeId: z.int(),
    totalPrice: decimal,
    orderId: z.int(),
    orderVersion: z.int(),
    externalOrderId: z.string().nullable(),
    store: z.strictObject({ oasisApiStoreId: z.int(), aifiUniqueStoreId: z.string() }),
    paymentFailed: z.boolean(),
  })
  .meta({ id: 'Retry' })

export const reviewSchema = z
  .strictObject({
    reviewedTotalPrice: z.number().min(0).nullable().optional(),
    items: z.array(
      z.strictObject({
        id: z.int().optional(),
        productId: z.union([z.int(), z.string()]).optional(),
        reviewedQuantity: z.int().min(0).max(1_000_000),
      }),
    ),
  })
  .meta({ id: 'Review' })

export const newContestSchema = z
  .strictObject({
    orderId: z.int().min(0),
    message: z.string().max(500),
    items: z
      .array(
        z.strictObject({
          productId: z.union([z.int(), z.string()]),
          contestedQuantity: z.int().min(0).max(1_000_000),
        }),
      )
      .optional(),
  })
  .meta({ id: 'NewContest' })
