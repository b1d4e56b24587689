import { GET as readHistory } from '@/app/api/orgs/[orgId]/orders/[orderId]/history/route'
import { GET as readNotes } from '@/app/api/orgs/[orgId]/orders/[orderId]/notes/route'
import { GET as readParts } from '@/app/api/orgs/[orgId]/orders/[orderId]/parts/route'
import { GET as readOrder } from '@/app/api/orgs/[orgId]/orders/[orderId]/route'
import { GET as readTransitions } from '@/app/api/orgs/[orgId]/orders/[orderId]/transitions/route'
import { FirstLoad } from '@/app/first-load'
import { readApi } from '@/app/read-api'
import { OrderDetailPage } from '@/components/orders/order-detail-page'
import { notesQuery } from '@/lib/client/notes'
import { partsQuery } from '@/lib/client/order-parts'
import { historyQuery, orderPath, orderQuery, transitionsQuery } from '@/lib/client/orders'

type Props = { params: Promise<{ orgId: string; orderId: string }> }

export default async function Page({ params }: Props) {
  const { orgId, orderId } = await params
  return (
    <FirstLoad
      read={async ({ keep, keepTagged }) => {
        const path = orderPath(orgId, orderId)
        const [order, transitions, parts, history, notes] = await Promise.all([
          readApi(readOrder, path),
          readApi(readTransitions, `${path}/transitions`),
          readApi(readParts, `${path}/parts`),
          readApi(readHistory, `${path}/history?$top=100`),
          readApi(readNotes, `${path}/notes`),
        ])
        keepTagged(orderQuery(orgId, orderId).queryKey, order)
        keep(transitionsQuery(orgId, orderId).queryKey, transitions)
        keep(partsQuery(orgId, orderId).queryKey, parts)
        keep(notesQuery(orgId, orderId).queryKey, notes)
        keep(historyQuery(orgId, orderId).queryKey, history)
      }}
    >
      <OrderDetailPage key={orderId} orgId={orgId} orderId={orderId} />
    </FirstLoad>
  )
}
