import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CancelReason, DisputeStatus, FulfillmentStatus, OrderStatus, PaymentStatus } from '@/lib/resources/order'
import { callApi, getJson, type ListAnswer, type Tagged } from './api'

export type LineItem = {
  product: string
  productName: string
  variant: string
  variantTitle: string
  sku: string
  /** Minor units. */
  price: { amount: number; taxable?: boolean }
  quantity: number
}

export type OrderCustomer = {
  user: string | null
  name: string
  nameKana: string
  addressLine1: string
  addressLine2: string | null
  addressLine3: string | null
  phone: string
  email: string
  age: string | null
  preferredContactMethod: string | null
  preferredTimeToContact: string | null
}

/** What `$expand=organization` puts in place of the id (decision 47), as far as screens read it. */
export type ExpandedOrganization = { id: string; name: string; currency: string; timeZone: string }

/** The order as our surface answers it (spec nodeblocks 4.2 and decision 43). Amounts are minor units. */
export type Order = {
  id: string
  number: number
  version: number
  organization: string | ExpandedOrganization | null
  lineItems: LineItem[]
  currency: string
  subtotalPrice: number
  totalTax: number
  totalPrice: number
  customer: OrderCustomer
  status: OrderStatus
  paymentStatus: PaymentStatus
  fulfillmentStatus: FulfillmentStatus
  disputeStatus: DisputeStatus
  legalEntityId: string | null
  cancelReason: CancelReason | null
  closedAt: string | null
  canceledAt: string | null
  customFields: Record<string, unknown>
  createdAt: string
  updatedAt: string
}

export type Transitions = {
  value: { status: OrderStatus; requires: string[] }[]
  blocked?: { status: OrderStatus; reason: string }[]
}

export type HistoryEntry = {
  id: string
  version: number
  operation: string
  surface: string
  actor: { kind: string; id: string | null; name: string }
  /** Each changed field with what it was and what it became. */
  fields: Record<string, [unknown, unknown]>
  at: string
  requestId: string | null
  batchId: string | null
}

export type OrderPatch = {
  status?: OrderStatus
  cancelReason?: CancelReason
  note?: string
  customer?: Partial<OrderCustomer>
  customFields?: Record<string, unknown>
}

export const orderPath = (orgId: string, orderId: string) => `/orgs/${orgId}/orders/${orderId}`

/** Every query about an organization's orders starts with this, so that one call refreshes them all. */
export const ordersKey = (orgId: string) => ['orders', orgId] as const

/** One page of the list. `query` is the API's own query string, made from the page's address. */
export const orderListQuery = (orgId: string, query: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'list', query],
    queryFn: ({ signal }) => getJson<ListAnswer<Order>>(`/orgs/${orgId}/orders?${query}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })

/** How many orders stand in each status. */
export const orderCountsQuery = (orgId: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'counts'],
    queryFn: ({ signal }) =>
      getJson<{ value: { status: OrderStatus; count: number }[] }>(`/orgs/${orgId}/orders:statusCounts`, signal),
    refetchInterval: 60_000,
  })

export const orderQuery = (orgId: string, orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'one', orderId],
    queryFn: ({ signal }) => callApi<Order>('GET', orderPath(orgId, orderId), { signal }),
  })

export const transitionsQuery = (orgId: string, orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'transitions', orderId],
    queryFn: ({ signal }) => getJson<Transitions>(`${orderPath(orgId, orderId)}/transitions`, signal),
  })

export const historyQuery = (orgId: string, orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'history', orderId],
    queryFn: ({ signal }) => getJson<ListAnswer<HistoryEntry>>(`${orderPath(orgId, orderId)}/history?$top=100`, signal),
  })

export const patchOrder = (orgId: string, orderId: string, patch: OrderPatch, etag: string | null) =>
  callApi<Order>('PATCH', orderPath(orgId, orderId), { body: patch, etag })

export const revertOrder = (orgId: string, orderId: string, etag: string | null): Promise<Tagged<Order>> =>
  callApi<Order>('POST', `${orderPath(orgId, orderId)}/revert`, { etag })

/** The orders of one person, in whatever organization. */
export const myOrdersQuery = (userId: string, query: string) =>
  queryOptions({
    queryKey: ['my-orders', userId, 'list', query],
    queryFn: ({ signal }) => getJson<ListAnswer<Order>>(`/users/${userId}/orders?${query}`, signal),
    placeholderData: keepPreviousData,
  })

/** One of them; undefined when it is not theirs. Read through the list, which also names the organization. */
export const myOrderQuery = (userId: string, orderId: string) =>
  queryOptions({
    queryKey: ['my-orders', userId, 'one', orderId],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ $filter: `id eq '${orderId}'`, $expand: 'organization' })
      const answer = await getJson<ListAnswer<Order>>(`/users/${userId}/orders?${query}`, signal)
      return answer.value[0] ?? null
    },
  })
