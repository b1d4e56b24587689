import type { z } from 'zod'
import { toCustomer } from '@/lib/api/primary/orders/to-order'
import { toIso } from '@/lib/clock'
import type { ComposedOrder } from '@/lib/orders/compose-order'
import type { RecalledCustomer } from '@/lib/orders/recall-customers'
import type { quoteSchema, recalledCustomersSchema } from './schemas'

/** Ours to theirs: an earlier customer. */
export const toRecalled = (order: RecalledCustomer): z.output<typeof recalledCustomersSchema>['value'][number] => ({
  customer: toCustomer(order),
  lastOrder: { id: order.id, number: order.number, createdAt: toIso(order.createdAt) },
})

/** Ours to theirs: a composed order that is not stored. */
export const toQuote = ({ order, lines }: ComposedOrder): z.output<typeof quoteSchema> => ({
  currency: order.currency,
  subtotalPrice: order.subtotalPrice,
  totalTax: order.totalTax,
  totalPrice: order.totalPrice,
  lineItems: lines.map((line) => ({
    product: line.productId,
    productName: line.productName,
    variant: line.variantId,
    variantTitle: line.variantTitle,
    sku: line.sku,
    price: { amount: line.priceAmount, taxable: line.taxable },
    quantity: line.quantity,
    tax: line.taxAmount,
  })),
})
