import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readArrangement } from '@/app/api/me/lists/[list]/route'
import { GET as readOrders } from '@/app/api/orgs/[orgId]/orders/route'
import { GET as readCounts } from '@/app/api/orgs/[orgId]/orders/statusCounts/route'
import { GET as readViews } from '@/app/api/orgs/[orgId]/views/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { OrderListPage } from '@/components/orders/order-list-page'
import { orderListDefaults, viewFilter } from '@/components/orders/views'
import { readListState, toApiQuery, viewOf } from '@/lib/client/list-state'
import { orderCountsQuery, orderListQuery } from '@/lib/client/orders'
import {
  arrangementPath,
  arrangementQuery,
  defaultsOfArrangement,
  defaultsOfView,
  initialView,
  type OwnArrangement,
  type SavedView,
  viewsPath,
  viewsQuery,
} from '@/lib/client/views'
import { findRelativeDates } from '@/lib/relative-date'

type Props = {
  params: Promise<{ orgId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  const { orgId } = await params
  const queryClient = new QueryClient()
  if (await isFirstLoad()) {
    const given = Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    )
    await fetchFirst(queryClient, orgId, new URLSearchParams(given))
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OrderListPage key={orgId} orgId={orgId} />
    </HydrationBoundary>
  )
}

/** What the page shows at first. Which orders those are depends on the view that is open and how it was arranged. */
async function fetchFirst(queryClient: QueryClient, orgId: string, search: URLSearchParams) {
  const [saved, own, counts] = await Promise.all([
    readApi(readViews, viewsPath(orgId, 'orders')),
    readApi(readArrangement, arrangementPath('orders')),
    readApi(readCounts, `/orgs/${orgId}/orders:statusCounts`),
  ])
  const views = (saved.data as { value: SavedView[] } | undefined)?.value
  const arrangement = own.data as OwnArrangement | undefined
  if (views) queryClient.setQueryData(viewsQuery(orgId, 'orders').queryKey, views)
  if (arrangement) queryClient.setQueryData(arrangementQuery('orders').queryKey, arrangement)
  if (counts.data) queryClient.setQueryData(orderCountsQuery(orgId).queryKey, counts.data as never)
  const initial = (views && initialView(views)?.id) ?? ''
  const open = views?.find(({ id }) => id === viewOf(search, initial))
  const defaults = open
    ? defaultsOfView(open, orderListDefaults)
    : defaultsOfArrangement(arrangement, orderListDefaults)
  const state = readListState(search, defaults, initial)
  // Days that move on are the organization's, whose zone only the browser knows by now.
  if (findRelativeDates(state.filter).length > 0) return
  const query = toApiQuery(state, viewFilter(state.view))
  const orders = await readApi(readOrders, `/orgs/${orgId}/orders?${query}`)
  if (orders.data) queryClient.setQueryData(orderListQuery(orgId, query).queryKey, orders.data as never)
}
