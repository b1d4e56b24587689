import { z } from 'zod'
import { amount, dateTime, id, newOrderSchema } from '@/lib/api/primary/orders/schemas'

const text = z.string().nullable()

/** An earlier customer, ready to be sent as the `customer` of a new order. */
export const recalledCustomersSchema = z
  .strictObject({
    total: z.int(),
    count: z.int(),
    value: z.array(
      z.strictObject({
        customer: z.strictObject({
          user: id.nullable(),
          name: z.string(),
          nameKana: z.string(),
          addressLine1: z.string(),
          addressLine2: text,
          addressLine3: text,
          phone: z.string(),
          email: z.string(),
          age: text,
          preferredContactMethod: text,
          preferredTimeToContact: text,
        }),
        lastOrder: z.strictObject({ id, number: z.int(), createdAt: dateTime }),
      }),
    ),
  })
  .meta({ id: 'RecalledCustomers' })

/** Body of a quote: that of a new order; the customer may still be left out. */
export const quoteRequestSchema = newOrderSchema.partial({ customer: true }).meta({ id: 'QuoteRequest' })

export const quoteSchema = z
  .strictObject({
    currency: z.string().length(3),
    subtotalPrice: amount,
    totalTax: amount,
    totalPrice: amount,
    lineItems: z.array(
      z.strictObject({
        product: id,
        productName: z.string(),
        variant: id,
        variantTitle: z.string(),
        sku: z.string(),
        price: z.strictObject({ amount, taxable: z.boolean() }),
        quantity: z.int(),
        tax: amount.meta({ description: 'This line’s part of `totalTax`.' }),
      }),
    ),
  })
  .meta({ id: 'OrderQuote' })
