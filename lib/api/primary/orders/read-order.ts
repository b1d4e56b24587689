import type { z } from 'zod'
import type { OrderRequest } from '@/lib/orders/place-order'
import type { OrderPatch } from '@/lib/orders/update-order'
import type { newOrderSchema, orderPatchSchema } from './schemas'

/** Theirs to ours: the body of O5. */
export const readNewOrder = (body: z.output<typeof newOrderSchema>): OrderRequest => body

const instant = (text: string | null | undefined) => (text ? Date.parse(text) : text) as number | null | undefined

/** Theirs to ours: the body of O7. Absent members stay absent. */
export function readOrderPatch(body: z.output<typeof orderPatchSchema>): OrderPatch {
  const { customer, canceledAt, closedAt, ...rest } = body
  return {
    ...rest,
    canceledAt: instant(canceledAt),
    closedAt: instant(closedAt),
    ...(customer
      ? {
          customer: Object.fromEntries(
            Object.entries(customer).map(([name, value]) => [
              `customer${name[0]!.toUpperCase()}${name.slice(1)}`,
              value,
            ]),
          ),
        }
      : {}),
  }
}
