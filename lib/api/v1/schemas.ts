import { z } from 'zod'
import { genericStatuses } from './status'

const dateTime = z.iso.datetime().meta({ example: '2023-10-27T10:30:00.000Z' })
const money = z.number().min(0).meta({ description: 'Major units of the currency.', example: 150.75 })

/** Five texts, each optional; what else a client keeps there stays (spec other-order-apis B.4). */
export const shippingAddress = z
  .looseObject({
    street: z.string().max(1000).optional(),
    city: z.string().max(1000).optional(),
    state: z.string().max(1000).optional(),
    zipCode: z.string().max(100).optional(),
    country: z.string().max(1000).optional(),
  })
  .meta({ id: 'ShippingAddress' })

const status = z.enum(genericStatuses, `Expected one of ${genericStatuses.join(', ')}.`)

/** The order (B.3). */
export const genericOrderSchema = z
  .strictObject({
    orderId: z
      .string()
      .regex(/^ORD\d+$/)
      .meta({ example: 'ORD123456789' }),
    customerId: z.string().meta({ example: 'CUST98765' }),
    status,
    totalAmount: money,
    currency: z.string().length(3),
    createdAt: dateTime,
    updatedAt: dateTime,
    shippingAddress: shippingAddress.optional(),
    items: z.array(z.strictObject({ productId: z.string(), quantity: z.int().min(1), price: money })),
  })
  .meta({ id: 'Order' })

export type GenericOrder = z.output<typeof genericOrderSchema>

export const genericListSchema = z
  .strictObject({
    data: z.array(genericOrderSchema),
    pagination: z.strictObject({
      total: z.int(),
      limit: z.int(),
      offset: z.int(),
      nextOffset: z.int().nullable(),
      prevOffset: z.int().nullable(),
    }),
  })
  .meta({ id: 'OrderList' })

/** The body of a creation (B.4). Prices are never taken from the client. */
export const newGenericOrder = z
  .object({
    customerId: z.string().min(1).max(64),
    items: z
      .array(
        z.object({
          productId: z.string().min(1).max(256),
          quantity: z.int().min(1).max(1_000_000),
        }),
      )
      .min(1, 'An order needs at least one item.')
      .max(500),
    shippingAddress: shippingAddress.optional(),
    paymentMethodId: z.string().min(1).max(256).optional(),
  })
  .meta({ id: 'NewOrder' })

/** The body of an update (B.5): two members change, the rest may be repeated as it is. */
export const genericUpdate = z
  .looseObject({ status: status.optional(), shippingAddress: shippingAddress.optional() })
  .meta({ id: 'OrderUpdate' })

const wholeNumber = (least: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `Expected a whole number from ${least}.`)
    .transform(Number)
    .refine((value) => value >= least, `Expected a whole number from ${least}.`)
    .default(fallback)

export const genericSorts = ['createdAt', 'updatedAt', 'totalAmount', 'status', 'orderId', 'customerId'] as const

/** The list parameters (B.2). */
export const genericListQuery = {
  status: status.optional(),
  limit: wholeNumber(1, 20).transform((limit) => Math.min(limit, 100)),
  offset: wholeNumber(0, 0),
  sortBy: z.enum(genericSorts, `Expected one of ${genericSorts.join(', ')}.`).default('createdAt'),
  sortOrder: z.enum(['asc', 'desc'], 'Expected asc or desc.').default('desc'),
}
