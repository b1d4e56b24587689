import { GET as readArrangement } from '@/app/api/me/lists/[list]/route'
import { GET as readOrders } from '@/app/api/orgs/[orgId]/orders/route'
import { GET as readCounts } from '@/app/api/orgs/[orgId]/orders/statusCounts/route'
import { GET as readViews } from '@/app/api/orgs/[orgId]/views/route'
import { FirstLoad, type Kept, parametersOf, type Search } from '@/app/first-load'
import { readApi } from '@/app/read-api'
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

type Props = { params: Promise<{ orgId: string }>; searchParams: Search }

export default async function Page({ params, searchParams }: Props) {
  const { orgId } = await params
  return (
    <FirstLoad read={async (kept) => readFirst(kept, orgId, await parametersOf(searchParams))}>
      <OrderListPage key={orgId} orgId={orgId} />
    </FirstLoad>
  )
}

/** What the page shows at first. Which orders those are depends on the view that is open and how it was arranged. */
async function readFirst({ keep }: Kept, orgId: string, search: URLSearchParams) {
  const [saved, own, counts] = await Promise.all([
    readApi(readViews, viewsPath(orgId, 'orders')),
    readApi(readArrangement, arrangementPath('orders')),
    readApi(readCounts, `/orgs/${orgId}/orders:statusCounts`),
  ])
  const views = (saved.data as { value: SavedView[] } | undefined)?.value
  keep(viewsQuery(orgId, 'orders').queryKey, { ...saved, data: views })
  keep(arrangementQuery('orders').queryKey, own)
  keep(orderCountsQuery(orgId).queryKey, counts)
  const initial = (views && initialView(views)?.id) ?? ''
  const open = views?.find(({ id }) => id === viewOf(search, initial))
  const defaults = open
    ? defaultsOfView(open, orderListDefaults)
    : defaultsOfArrangement(own.data as OwnArrangement | undefined, orderListDefaults)
  const state = readListState(search, defaults, initial)
  // Days that move on are the organization's, whose zone only the browser knows by now.
  if (findRelativeDates(state.filter).length > 0) return
  const query = toApiQuery(state, viewFilter(state.view))
  keep(orderListQuery(orgId, query).queryKey, await readApi(readOrders, `/orgs/${orgId}/orders?${query}`))
}
