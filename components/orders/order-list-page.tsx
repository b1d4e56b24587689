'use client'

import { useQuery } from '@tanstack/react-query'
import { type BuiltInView, ResourceList } from '@/components/data-table/resource-list'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Order, orderCountsQuery, ordersKey } from '@/lib/client/orders'
import { orderResource, orderStatuses } from '@/lib/resources/order'
import { NoOrders, NoPermission } from './empty-states'
import { useOrderColumns } from './order-columns'
import css from './order-list.module.css'
import { useBulkMoves } from './use-bulk-moves'
import { orderListDefaults, orderName, viewFilter } from './views'

/** The orders of an organization. */
export function OrderListPage({ orgId }: { orgId: string }) {
  const t = useMessages()
  const { organization, mayManage, role } = useCurrentOrganization()
  const allowed = mayManage !== false
  const { data } = useQuery({ ...orderCountsQuery(orgId), enabled: allowed })
  const counts = data?.value
  const columns = useOrderColumns({
    timeZone: organization?.timeZone ?? 'UTC',
    currency: organization?.currency ?? 'JPY',
  })
  const bulk = useBulkMoves(orgId, organization?.timeZone ?? 'UTC')
  const views: BuiltInView[] = [
    { key: '', label: t.list.all, filter: '', count: counts?.reduce((sum, { count }) => sum + count, 0) },
    ...orderStatuses.map((status) => ({
      key: status.toLowerCase(),
      label: t.status[status],
      filter: viewFilter(status.toLowerCase()),
      count: counts && (counts.find((each) => each.status === status)?.count ?? 0),
    })),
  ]
  return (
    <>
      <ResourceList<Order>
        list="orders"
        title={t.shell.orders}
        orgId={orgId}
        path={`/orgs/${orgId}/orders`}
        queryKey={ordersKey(orgId)}
        resource={orderResource}
        columns={columns}
        defaults={orderListDefaults}
        search={{ label: t.list.search, hint: t.list.searchHint }}
        builtInViews={views}
        rowHref={(order, search) =>
          `/orgs/${orgId}/orders/${order.id}${search ? `?list=${encodeURIComponent(search)}` : ''}`
        }
        rowLabel={(order) => `${t.order.title({ number: orderName(order) })}, ${order.customer.name}`}
        actions={bulk.actions}
        empty={<NoOrders orgId={orgId} />}
        noMatchTitle={t.empty.noMatch}
        refused={allowed ? undefined : <NoPermission organization={organization?.name} role={role} />}
        refetchInterval={60_000}
        className={css.page}
      />
      {bulk.element}
    </>
  )
}
