import { by, type WordTree } from '@/lib/orders/projection'

export const genericStatuses = ['pending', 'processing', 'shipped', 'delivered', 'cancelled'] as const
export type GenericStatus = (typeof genericStatuses)[number]

const goods = (before: GenericStatus): WordTree<GenericStatus> =>
  by('fulfillmentStatus', {
    UNFULFILLED: before,
    PARTIALLY_SHIPPED: before,
    SHIPPED: 'shipped',
    DELIVERED: 'delivered',
    RETURNED: by('arrived', { yes: 'delivered', no: 'shipped' }),
  })

/** What the generic contract calls an order (spec other-order-apis D.7). */
export const genericWords: WordTree<GenericStatus> = by('status', {
  PENDING: goods('pending'),
  ACCEPTED: goods('processing'),
  PROCESSING: goods('processing'),
  CLOSED: 'delivered',
  CANCELED: 'cancelled',
})
