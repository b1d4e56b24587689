import { type OrderStatus, orderStatuses } from '@/lib/resources/order'

export const orderListDefaults = { sort: '-createdAt', size: 50 } as const

/** The built-in views: all orders, and one for each status. */
export const statusOfView = (view: string): OrderStatus | undefined =>
  orderStatuses.find((status) => status.toLowerCase() === view)

/** What a view itself asks for, as `$filter` text. */
export function viewFilter(view: string): string {
  const status = statusOfView(view)
  return status ? `status eq '${status}'` : ''
}

/** Orders are called by their number everywhere people read. */
export const orderName = (order: { number: number }) => `#${order.number}`
