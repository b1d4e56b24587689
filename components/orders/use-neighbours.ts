'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import type { ListAnswer } from '@/lib/client/api'
import {
  type ListState,
  patchListState,
  readListState,
  toApiQuery,
  tokenOf,
  writeListState,
} from '@/lib/client/list-state'
import { type Order, orderListQuery } from '@/lib/client/orders'
import { orderListDefaults, viewFilter } from './views'

type Neighbours = {
  /** The list this order was opened from. */
  listHref: string
  /** 1-based place in that list, of how many. */
  position?: { at: number; total: number }
  previous?: string
  next?: string
}

const stay = { staleTime: Number.POSITIVE_INFINITY, gcTime: 30 * 60_000, refetchInterval: false as const }

/**
 * The orders before and after this one in the list it came from, over the edges of pages. The list is kept as it was
 * when it was left: an order that was moved on is still followed by the one that followed it then.
 */
export function useNeighbours(orgId: string, orderId: string): Neighbours {
  const queryClient = useQueryClient()
  const { organization } = useCurrentOrganization()
  const given = useSearchParams().get('list')
  const state = readListState(new URLSearchParams(given ?? ''), orderListDefaults)

  const pageQuery = (of: ListState, enabled: boolean) => {
    const query = toApiQuery(of, viewFilter(of.view), organization?.timeZone)
    const listed = orderListQuery(orgId, query)
    return {
      ...stay,
      queryKey: ['order-neighbours', orgId, query],
      queryFn: () => queryClient.fetchQuery({ ...listed, staleTime: 10_000 }),
      initialData: () => queryClient.getQueryData<ListAnswer<Order>>(listed.queryKey),
      enabled,
    }
  }
  // Without a list in the address it is the plain one: its first page has no address of its own.
  const { data: page } = useQuery({
    ...pageQuery(state, true),
    placeholderData: keepPreviousData,
  })
  const index = page?.value.findIndex(({ id }) => id === orderId) ?? -1
  const found = page !== undefined && index >= 0
  const after = found && index === page.value.length - 1 ? tokenOf(page['@nextLink'], '$nextToken') : ''
  const before = found && index === 0 ? tokenOf(page['@previousLink'], '$previousToken') : ''
  const nextState = patchListState(state, { after, before: '', page: state.page + 1 })
  const previousState = patchListState(state, { before, after: '', page: Math.max(1, state.page - 1) })
  const { data: nextPage } = useQuery(pageQuery(nextState, after !== ''))
  const { data: previousPage } = useQuery(pageQuery(previousState, before !== ''))

  const listSearch = writeListState(state, orderListDefaults)
  const href = (order: Order | undefined, of: ListState) => {
    if (!order) return undefined
    const search = writeListState(of, orderListDefaults)
    return `/orgs/${orgId}/orders/${order.id}${search ? `?list=${encodeURIComponent(search)}` : ''}`
  }
  const listHref = `/orgs/${orgId}/orders${listSearch ? `?${listSearch}` : ''}`
  if (!found) return { listHref }
  return {
    listHref,
    position: { at: (state.page - 1) * state.size + index + 1, total: page.total },
    next: after ? href(nextPage?.value[0], nextState) : href(page.value[index + 1], state),
    previous: before ? href(previousPage?.value.at(-1), previousState) : href(page.value[index - 1], state),
  }
}
