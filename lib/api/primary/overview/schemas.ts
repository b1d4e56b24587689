import { z } from 'zod'
import { dateTime, id } from '@/lib/api/primary/orders/schemas'
import { orderStatuses } from '@/lib/resources/order'

const filter = z.string().meta({ description: 'The `$filter` that lists exactly these orders.' })
const date = z.string().meta({ example: '2026-01-31' })
/** Sums go beyond what one order may carry. */
const sum = z.int().min(0).meta({ description: 'In the currency’s minor unit.' })
const counted = { count: z.int().min(0), filter }
const byStatus = z
  .array(z.strictObject({ status: z.enum(orderStatuses), ...counted }))
  .meta({ description: 'Statuses without orders are left out.' })
const revenue = z
  .strictObject({ amount: sum, ...counted })
  .meta({ description: 'Totals of the orders that are not canceled, by their creation.' })

/** The orders of an organization at a glance. Every number comes with the filter that lists what it counts. */
export const overviewSchema = z
  .strictObject({
    from: date,
    to: date,
    timeZone: z.string(),
    currency: z.string().length(3),
    at: dateTime,
    orders: z.strictObject({ ...counted, byStatus }),
    revenue,
    days: z.array(z.strictObject({ date, orders: z.strictObject({ ...counted, byStatus }), revenue })),
    open: z.strictObject({
      ...counted,
      byAge: z.array(
        z.strictObject({
          fromHours: z.int().min(0),
          toHours: z.int().nullable().meta({ description: 'Null: without end.' }),
          ...counted,
          byStatus,
        }),
      ),
    }),
    topProducts: z.array(
      z.strictObject({
        product: id,
        productName: z.string(),
        quantity: z.int(),
        amount: sum.meta({ description: 'Pieces times price, as asked; before tax that is added to the order.' }),
        ...counted,
      }),
    ),
  })
  .meta({ id: 'Overview' })

/** Body of the counts: each entry a `$filter`, or a filter and a search. */
export const countsRequestSchema = z
  .strictObject({
    filters: z
      .array(
        z.union([
          z.string().max(8192),
          z.strictObject({ filter: z.string().max(8192).optional(), search: z.string().max(255).optional() }),
        ]),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: 'OrderCountsRequest' })

export const countsSchema = z
  .strictObject({
    total: z.int(),
    count: z.int(),
    value: z.array(z.strictObject({ count: z.int().min(0) })),
  })
  .meta({ id: 'OrderCounts', description: 'One count for each filter, in their order.' })
