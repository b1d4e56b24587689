import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readHistory } from '@/app/api/orgs/[orgId]/orders/[orderId]/history/route'
import { GET as readNotes } from '@/app/api/orgs/[orgId]/orders/[orderId]/notes/route'
import { GET as readParts } from '@/app/api/orgs/[orgId]/orders/[orderId]/parts/route'
import { GET as readOrder } from '@/app/api/orgs/[orgId]/orders/[orderId]/route'
import { GET as readTransitions } from '@/app/api/orgs/[orgId]/orders/[orderId]/transitions/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { OrderDetailPage } from '@/components/orders/order-detail-page'
import { notesQuery } from '@/lib/client/notes'
import { type OrderParts, partsQuery } from '@/lib/client/order-parts'
import { historyQuery, type Order, orderPath, orderQuery, transitionsQuery } from '@/lib/client/orders'

type Props = { params: Promise<{ orgId: string; orderId: string }> }

export default async function Page({ params }: Props) {
  const { orgId, orderId } = await params
  const queryClient = new QueryClient()
  if (await isFirstLoad()) {
    const path = orderPath(orgId, orderId)
    const [order, transitions, parts, history, notes] = await Promise.all([
      readApi(readOrder, path),
      readApi(readTransitions, `${path}/transitions`),
      readApi(readParts, `${path}/parts`),
      readApi(readHistory, `${path}/history?$top=100`),
      readApi(readNotes, `${path}/notes`),
    ])
    if (order.data) {
      queryClient.setQueryData(orderQuery(orgId, orderId).queryKey, { data: order.data as Order, etag: order.etag })
    }
    if (transitions.data) {
      queryClient.setQueryData(transitionsQuery(orgId, orderId).queryKey, transitions.data as never)
    }
    if (parts.data) queryClient.setQueryData(partsQuery(orgId, orderId).queryKey, parts.data as OrderParts)
    if (notes.data) queryClient.setQueryData(notesQuery(orgId, orderId).queryKey, notes.data as never)
    if (history.data) queryClient.setQueryData(historyQuery(orgId, orderId).queryKey, history.data as never)
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OrderDetailPage key={orderId} orgId={orgId} orderId={orderId} />
    </HydrationBoundary>
  )
}
