'use client'

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, type ListAnswer, type Tagged } from './api'
import { actOnOrder, type OrderAct } from './order-parts'
import {
  type HistoryEntry,
  historyQuery,
  type Order,
  type OrderPatch,
  orderQuery,
  ordersKey,
  patchOrder,
  revertOrder,
} from './orders'

/** A change of one order. `etag` is the version it builds on when that is not the one on screen. */
export type OrderChange = (
  | { kind: 'patch'; patch: OrderPatch }
  | { kind: 'act'; act: OrderAct }
  | { kind: 'revert' }
) & {
  etag?: string | null
}

/** Why a change was refused although it was fine when it was made: what stands on the server now is different. */
export type OrderConflict = { error: ApiError; latest: HistoryEntry | undefined }

const merge = (stored: Record<string, unknown>, given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries({ ...stored, ...given }).filter(([, value]) => value !== null))

/** How the order will look when the server agrees. A revert waits for it: only the server knows what was before. */
function foresee(order: Order, change: OrderChange): Order {
  if (change.kind === 'revert') return order
  if (change.kind === 'act') return { ...order, ...change.act.foreseen }
  const { status, cancelReason, customer, customFields } = change.patch
  return {
    ...order,
    status: status ?? order.status,
    cancelReason: status === 'CANCELED' ? (cancelReason ?? 'OTHER') : order.cancelReason,
    customer: { ...order.customer, ...customer },
    customFields: customFields ? merge(order.customFields, customFields) : order.customFields,
  }
}

export const isConflict = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.status === 409 || error.status === 412)

/** Shows the order as answered wherever it is on screen, then lets every list and count ask again. */
async function settle(queryClient: QueryClient, orgId: string, fresh: Tagged<Order>) {
  const one = orderQuery(orgId, fresh.data.id)
  queryClient.setQueryData(one.queryKey, fresh)
  queryClient.setQueriesData<ListAnswer<Order>>({ queryKey: [...ordersKey(orgId), 'list'] }, (page) =>
    page ? { ...page, value: page.value.map((order) => (order.id === fresh.data.id ? fresh.data : order)) } : page,
  )
  await queryClient.invalidateQueries({
    queryKey: ordersKey(orgId),
    predicate: ({ queryKey }) => queryKey[2] !== 'one',
  })
}

/**
 * Changes one order: at once on the screen, with `If-Match` on the server, and taken back on the screen when the server
 * refuses. After a conflict `conflict` says what stood in the way, until `reload`.
 */
export function useOrderChange(orgId: string, orderId: string) {
  const queryClient = useQueryClient()
  const [conflict, setConflict] = useState<OrderConflict>()
  const { queryKey } = orderQuery(orgId, orderId)

  const mutation = useMutation({
    mutationKey: [...ordersKey(orgId), 'change', orderId],
    mutationFn: (change: OrderChange) => {
      const etag = change.etag ?? queryClient.getQueryData(queryKey)?.etag ?? null
      if (change.kind === 'act') return actOnOrder(orgId, orderId, change.act, etag)
      return change.kind === 'revert'
        ? revertOrder(orgId, orderId, etag)
        : patchOrder(orgId, orderId, change.patch, etag)
    },
    onMutate: async (change) => {
      setConflict(undefined)
      await queryClient.cancelQueries({ queryKey })
      const before = queryClient.getQueryData(queryKey)
      if (before) queryClient.setQueryData(queryKey, { ...before, data: foresee(before.data, change) })
      return { before }
    },
    onError: async (error, _change, context) => {
      if (context?.before) queryClient.setQueryData(queryKey, context.before)
      if (!isConflict(error)) return
      const seen = context?.before?.data.version ?? 0
      const history = await queryClient
        .fetchQuery({ ...historyQuery(orgId, orderId), staleTime: 0 })
        .catch(() => undefined)
      const latest = history?.value.find(({ version }) => version > seen)
      setConflict({ error, latest })
    },
    onSuccess: (fresh) => settle(queryClient, orgId, fresh),
  })

  return {
    change: mutation.mutateAsync,
    isSaving: mutation.isPending,
    conflict,
    reload: async () => {
      await queryClient.invalidateQueries({ queryKey: ordersKey(orgId) })
      setConflict(undefined)
    },
  }
}
