import { z } from 'zod'
import {
  cancelReasons,
  disputeStatuses,
  fulfillmentStatuses,
  orderStatuses,
  paymentStatuses,
  placements,
} from '@/lib/resources/order'
import { tenantPaymentStatus, tenantStatuses } from './status'

const dateTime = z.iso.datetime()
const amount = z.number().meta({ description: 'Major units of the currency.' })
const localized = z.record(z.string(), z.string()).meta({ description: 'By language.' })

export const orderStatus = z.enum(tenantStatuses).meta({ id: 'OrderStatus' })

const calculatedPrice = z
  .strictObject({
    netValue: amount,
    grossValue: amount,
    taxValue: amount,
    taxRate: z.number().optional().meta({ description: 'Percent; absent when lines are taxed differently.' }),
  })
  .meta({ id: 'CalculatedPrice' })

const withAggregate = z
  .strictObject({
    ...calculatedPrice.shape,
    taxAggregate: z.strictObject({ lines: z.array(calculatedPrice) }).optional(),
  })
  .meta({ id: 'CalculatedPriceWithAggregate' })

const vendor = z.strictObject({ id: z.string(), name: z.string().optional() })

const product = z
  .strictObject({
    id: z.string(),
    sku: z.string(),
    code: z.string(),
    name: z.string(),
    localizedName: localized,
    productType: z.enum(['BASIC', 'VARIANT', 'BUNDLE', 'DYNAMIC_VARIANT']),
    vendor: vendor.optional(),
  })
  .meta({ id: 'Product' })

const entry = z
  .strictObject({
    id: z.string(),
    amount: z.int(),
    orderedAmount: z.int(),
    effectiveQuantity: z.number(),
    unitPrice: amount,
    totalPrice: amount,
    calculatedUnitPrice: calculatedPrice,
    calculatedPrice: z.strictObject({ price: calculatedPrice, finalPrice: calculatedPrice }),
    price: z.strictObject({ effectiveAmount: amount, originalAmount: amount, currency: z.string() }),
    product,
  })
  .meta({ id: 'OrderEntry' })

const address = z
  .looseObject({
    contactName: z.string(),
    street: z.string(),
    city: z.string(),
    zipCode: z.string(),
    country: z.string(),
    state: z.string().optional(),
    contactPhone: z.string().optional(),
  })
  .meta({ id: 'Address' })

const payment = z
  .strictObject({
    status: z.enum(Object.values(tenantPaymentStatus)),
    method: z.string(),
    provider: z.string().optional(),
    transactionId: z.string().optional(),
    currency: z.string(),
    paidAmount: amount,
    authorizedAmount: amount,
    refundAmount: amount.optional(),
  })
  .meta({ id: 'Payment' })

const shipment = z
  .strictObject({
    shippedDate: dateTime,
    carrier: z.string(),
    trackingNumber: z.string().optional(),
    expectDeliveryOn: dateTime.optional(),
  })
  .meta({ id: 'Shipment' })

/** Where the axes that the contract's own words leave out can be read (spec other-order-apis D.8). */
export const coreMixin = z
  .strictObject({
    orderStatus: z.enum(orderStatuses),
    placement: z.enum(placements),
    paymentStatus: z.enum(paymentStatuses),
    fulfillmentStatus: z.enum(fulfillmentStatuses),
    disputeStatus: z.enum(disputeStatuses),
    cancelReason: z.enum(cancelReasons).nullable(),
    externalId: z.string().nullable(),
  })
  .meta({ id: 'CoreMixin' })

const money = z.strictObject({ amount, currency: z.string() })

const orderShape = {
  id: z
    .string()
    .regex(/^EON\d+$/)
    .meta({ example: 'EON123456789' }),
  status: orderStatus,
  created: dateTime,
  completed: dateTime.optional(),
  lastStatusChange: dateTime,
  restriction: z.string().nullable(),
  cartId: z.string().optional(),
  vendor: vendor.optional(),
  orderType: z.enum(['MASTER_ORDER', 'SUB_ORDER']).nullable(),
  masterOrder: z.string().optional(),
  splitInfo: z
    .strictObject({ splitBy: z.literal('VENDOR_ID'), uniqueValue: z.string().nullable().optional() })
    .optional(),
  subOrders: z.array(z.string()).optional(),
  entries: z.array(entry),
  discounts: z.array(z.looseObject({})),
  customer: z.strictObject({ id: z.string(), name: z.string(), email: z.string() }).meta({ id: 'Customer' }),
  siteCode: z.string().optional(),
  countryCode: z.string().length(2),
  billingAddress: address.optional(),
  shippingAddress: address.optional(),
  payments: z.array(payment),
  shipments: z.array(shipment),
  shipping: z.strictObject({ total: money, lines: z.array(z.looseObject({})) }),
  tax: z.strictObject({
    lines: z.array(
      z.strictObject({
        amount,
        currency: z.string(),
        sequenceId: z.string(),
        inclusive: z.boolean(),
        rate: z.number().optional(),
        taxable: amount.optional(),
      }),
    ),
    total: z.strictObject({ amount, currency: z.string(), inclusive: z.boolean() }),
  }),
  subTotalPrice: amount,
  totalPrice: amount,
  totalAuthorizedAmount: amount,
  currency: z.string().length(3),
  metadata: z.strictObject({
    version: z.int().min(1),
    modifiedAt: dateTime,
    mixins: z.record(z.string(), z.unknown()),
  }),
  mixins: z.looseObject({ core: coreMixin }),
  calculatedPrice: z
    .strictObject({ price: calculatedPrice, totalShipping: calculatedPrice, finalPrice: withAggregate })
    .meta({ id: 'OrderCalculatedPrice' }),
  legalEntityId: z.string().optional(),
}

/** C1 and C2 (spec other-order-apis C.7). */
export const tenantOrderSchema = z.strictObject(orderShape).meta({ id: 'Order' })
export type TenantOrder = z.output<typeof tenantOrderSchema>

/** C5 and C6. */
export const salesOrderSchema = z
  .strictObject({
    ...orderShape,
    quoteId: z.string().optional(),
    createdBy: z.string().optional(),
    channel: z.looseObject({}).optional(),
  })
  .meta({ id: 'SalesOrder' })
export type SalesOrder = z.output<typeof salesOrderSchema>

/** A list whose members `fields` may have thinned out. */
export const tenantListSchema = (id: string) =>
  z.array(z.looseObject({})).meta({ id, description: 'Members hold what `fields` asks for, or everything.' })

export const transitionsSchema = z.array(z.strictObject({ status: orderStatus })).meta({ id: 'Transitions' })

export const transitionInput = z
  .object({ status: orderStatus, comment: z.string().max(4000).nullish() })
  .meta({ id: 'Transition' })

const page = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'Expected a whole number from 1.')
    .transform(Number)
    .refine((value) => value >= 1, 'Expected a whole number from 1.')
    .default(fallback)

/** The list parameters of C1 and C5 (C.2), with those clients send beyond the document (decision 19). */
export const tenantListQuery = {
  sort: z.string().max(1000).optional(),
  pageNumber: page(1),
  pageSize: page(16).transform((size) => Math.min(size, 1000)),
  q: z.string().max(8000).optional(),
  fields: z.string().max(4000).optional(),
  status: z.string().max(64).optional(),
  legalEntityId: z.string().max(64).optional(),
  siteCode: z.string().max(64).optional(),
}
