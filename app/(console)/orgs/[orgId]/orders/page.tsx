import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readOrders } from '@/app/api/orgs/[orgId]/orders/route'
import { GET as readCounts } from '@/app/api/orgs/[orgId]/orders/statusCounts/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { OrderListPage } from '@/components/orders/order-list-page'
import { orderListDefaults, viewFilter } from '@/components/orders/views'
import { readListState, toApiQuery } from '@/lib/client/list-state'
import { orderCountsQuery, orderListQuery } from '@/lib/client/orders'

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
    const state = readListState(new URLSearchParams(given), orderListDefaults)
    const query = toApiQuery(state, viewFilter(state.view))
    const [orders, counts] = await Promise.all([
      readApi(readOrders, `/orgs/${orgId}/orders?${query}`),
      readApi(readCounts, `/orgs/${orgId}/orders:statusCounts`),
    ])
    if (orders.data) queryClient.setQueryData(orderListQuery(orgId, query).queryKey, orders.data as never)
    if (counts.data) queryClient.setQueryData(orderCountsQuery(orgId).queryKey, counts.data as never)
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OrderListPage key={orgId} orgId={orgId} />
    </HydrationBoundary>
  )
}
