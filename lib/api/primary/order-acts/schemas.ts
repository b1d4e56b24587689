import { z } from 'zod'
import { amount, dateTime, orderSchema } from '@/lib/api/primary/orders/schemas'
import { fulfillmentStatuses, paymentStatuses } from '@/lib/resources/order'

const lineId = z.int().min(1).meta({ description: 'The line’s own integer.' })
const lineQuantity = z.strictObject({ lineId, quantity: z.int().min(1) })
const text = z.string().min(1).max(256)

export const paymentInput = z
  .strictObject({
    status: z
      .enum(paymentStatuses)
      .exclude(['NOT_PAID'])
      .meta({ description: 'What happened to the payment. What may happen now is in `next.payment` of the parts.' }),
    amount: amount.min(1).optional().meta({ description: 'With PARTIALLY_REFUNDED: how much is given back now.' }),
    transactionId: text.optional(),
    provider: text.optional(),
    method: text.optional(),
  })
  .refine(({ status, amount }) => (status === 'PARTIALLY_REFUNDED') === (amount !== undefined), {
    error: '`amount` goes with PARTIALLY_REFUNDED, and only with it.',
    path: ['amount'],
  })
  .meta({ id: 'PaymentEvent' })

export const shipmentInput = z
  .strictObject({
    lines: z.array(lineQuantity).min(1).max(500).optional().meta({ description: 'Default: everything that is left.' }),
    carrier: text.optional(),
    trackingNumber: text.nullable().optional(),
    expectedAt: dateTime.nullable().optional(),
  })
  .meta({ id: 'NewShipment' })

export const contestInput = z
  .strictObject({
    message: z.string().max(500),
    items: z
      .array(z.strictObject({ lineId, quantity: z.int().min(0) }))
      .max(500)
      .optional()
      .meta({ description: 'The quantities the shopper says are right.' }),
  })
  .meta({ id: 'NewContest' })

export const reviewInput = z
  .strictObject({
    items: z
      .array(z.strictObject({ lineId, quantity: z.int().min(0) }))
      .max(500)
      .meta({ description: 'The quantities that stand from now on; lines not named stay as they are.' }),
    totalPrice: amount.nullable().optional(),
  })
  .meta({ id: 'ContestReview' })

const parts = {
  lines: z.array(
    z.strictObject({
      id: lineId,
      product: z.string().nullable(),
      productName: z.string(),
      variant: z.string().nullable(),
      variantTitle: z.string(),
      sku: z.string(),
      price: amount,
      quantity: z.int().min(0),
      /** As it was first ordered. */
      orderedQuantity: z.int().min(0),
      tax: amount,
      added: z.boolean(),
      removed: z.boolean(),
      vendorId: z.string().nullable(),
    }),
  ),
  payment: z
    .strictObject({
      transactionId: z.string().nullable(),
      provider: z.string().nullable(),
      method: z.string().nullable(),
      authorizedAmount: amount,
      paidAmount: amount,
      refundedAmount: amount,
      createdAt: dateTime,
      updatedAt: dateTime,
    })
    .nullable(),
  shipments: z.array(
    z.strictObject({
      id: z.string(),
      carrier: z.string(),
      trackingNumber: z.string().nullable(),
      lines: z.array(lineQuantity),
      shippedAt: dateTime,
      expectedAt: dateTime.nullable(),
      deliveredAt: dateTime.nullable(),
    }),
  ),
  contest: z
    .strictObject({
      id: z.int(),
      message: z.string(),
      fromOperator: z.boolean(),
      status: z.enum(['CONTESTED', 'REVIEWED']),
      originalTotalPrice: amount,
      contestedTotalPrice: amount,
      reviewedTotalPrice: amount.nullable(),
      items: z.array(
        z.strictObject({
          lineId,
          originalQuantity: z.int(),
          contestedQuantity: z.int(),
          reviewedQuantity: z.int().nullable(),
        }),
      ),
      createdAt: dateTime,
      updatedAt: dateTime,
    })
    .nullable(),
}

export const partsSchema = z
  .strictObject({
    ...parts,
    /** Quantities that have not left yet. */
    remaining: z.array(lineQuantity),
    next: z.strictObject({
      payment: z.array(z.enum(paymentStatuses)),
      fulfillment: z.array(z.enum(fulfillmentStatuses)),
      dispute: z.array(z.enum(['CONTESTED', 'REVIEWED'])),
      split: z.boolean(),
    }),
  })
  .meta({ id: 'OrderParts' })

export type OrderPartsJson = z.output<typeof partsSchema>

export const versionSchema = z
  .strictObject({
    version: z.int().min(1),
    operation: z.string(),
    surface: z.string(),
    actor: z.strictObject({ kind: z.string(), id: z.string().nullable(), name: z.string() }).nullable(),
    at: dateTime,
    order: orderSchema,
    ...parts,
  })
  .meta({ id: 'OrderVersion' })

export const readingsSchema = z
  .strictObject({
    total: z.int(),
    count: z.int(),
    value: z.array(
      z.strictObject({
        surface: z.enum(['nodeblocks', 'generic', 'aifi', 'emporix']),
        name: z.string(),
        /** How the surface names the order. */
        id: z.string(),
        status: z.string(),
        url: z.string(),
        call: z.string().meta({ description: 'A command that reads the order there.' }),
      }),
    ),
  })
  .meta({ id: 'OrderReadings' })
