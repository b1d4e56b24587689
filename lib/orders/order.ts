import type { orderLines, orders } from '@/db/schema'
import type {
  CancelReason,
  DisputeStatus,
  FulfillmentStatus,
  OrderStatus,
  PaymentStatus,
  Placement,
} from '@/lib/resources/order'

type Row = typeof orders.$inferSelect

/** An order in the domain's own words (spec other-order-apis D.2). Amounts are minor units, times ms UTC. */
export type Order = Omit<
  Row,
  'status' | 'placement' | 'paymentStatus' | 'fulfillmentStatus' | 'disputeStatus' | 'cancelReason'
> & {
  status: OrderStatus
  placement: Placement
  paymentStatus: PaymentStatus
  fulfillmentStatus: FulfillmentStatus
  disputeStatus: DisputeStatus
  cancelReason: CancelReason | null
}

export type OrderLine = typeof orderLines.$inferSelect

/** The store keeps words as text; what wrote them was checked. */
export const asOrder = (row: Row) => row as Order
