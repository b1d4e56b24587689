import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { OrderPartsJson } from '@/lib/api/primary/order-acts/schemas'
import { callApi, getJson, type ListAnswer } from './api'
import { type HistoryEntry, type Order, orderPath, ordersKey } from './orders'

/** What belongs to an order and what may happen to it now, as `GET …/parts` answers. Amounts are minor units. */
export type OrderParts = OrderPartsJson
export type OrderLine = OrderParts['lines'][number]
export type Shipment = OrderParts['shipments'][number]
export type Contest = NonNullable<OrderParts['contest']>
export type LineQuantity = OrderParts['remaining'][number]

/** An order as it was in one version. */
export type OrderVersion = Pick<HistoryEntry, 'version' | 'operation' | 'surface' | 'at'> & {
  actor: HistoryEntry['actor'] | null
  order: Order
} & Pick<OrderParts, 'lines' | 'payment' | 'shipments' | 'contest'>

/** The order in the words of one vocabulary, with a command that reads it there. */
export type OrderReading = {
  surface: 'nodeblocks' | 'generic' | 'aifi' | 'emporix'
  name: string
  id: string
  status: string
  url: string
  call: string
}

/** Something that happens to a part of an order. `foreseen` is what the order will say of itself when it did. */
export type OrderAct = {
  path: 'payments' | 'shipments' | 'delivery' | 'return' | 'contest' | 'review'
  body?: unknown
  foreseen: Partial<Pick<Order, 'paymentStatus' | 'fulfillmentStatus' | 'disputeStatus'>>
}

export const partsQuery = (orgId: string, orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'parts', orderId],
    queryFn: ({ signal }) => getJson<OrderParts>(`${orderPath(orgId, orderId)}/parts`, signal),
  })

const versionsPerPage = 50

/** The versions of an order, newest first, page by page. */
export const versionsQuery = (orgId: string, orderId: string) =>
  infiniteQueryOptions({
    queryKey: [...ordersKey(orgId), 'versions', orderId],
    queryFn: ({ signal, pageParam }) => {
      const before = pageParam ? `&before=${pageParam}` : ''
      const path = `${orderPath(orgId, orderId)}/versions?$top=${versionsPerPage}${before}`
      return getJson<ListAnswer<OrderVersion>>(path, signal)
    },
    initialPageParam: 0,
    getNextPageParam: ({ value }) => {
      const oldest = value.at(-1)?.version ?? 1
      return oldest > 1 ? oldest : undefined
    },
  })

export const readingsQuery = (orgId: string, orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'readings', orderId],
    queryFn: ({ signal }) => getJson<ListAnswer<OrderReading>>(`${orderPath(orgId, orderId)}/readings`, signal),
  })

export const actOnOrder = (orgId: string, orderId: string, { path, body }: OrderAct, etag: string | null) =>
  callApi<Order>('POST', `${orderPath(orgId, orderId)}/${path}`, { body, etag })
