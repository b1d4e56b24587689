'use client'

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type BuiltInView, type ExportedList, ResourceList } from '@/components/data-table/resource-list'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Key } from '@/components/ui/key'
import { useOrderListMessages } from '@/lib/client/messages/areas/order-list'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Order, orderCountsQuery, ordersKey } from '@/lib/client/orders'
import { useShortcuts } from '@/lib/client/shortcuts'
import { orderResource, orderStatuses } from '@/lib/resources/order'
import { NoOrders, NoPermission } from './empty-states'
import { orderCards, useCustomFieldColumn, useOrderColumns } from './order-columns'
import { useBulkMoves } from './use-bulk-moves'
import { orderMoney, useOrderWords } from './use-order-words'
import { orderListDefaults, orderName, viewFilter } from './views'

const OrderExport = dynamic(() => import('./order-export').then((module) => module.OrderExport), { ssr: false })

// The organization is the page's own; a cart is no field anybody knows.
const hiddenFields = ['organization', 'cart', 'checkout', 'currency', 'version']
const quickFilters = ['paymentStatus', 'fulfillmentStatus']

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
  const [exported, setExported] = useState<ExportedList>()
  const columnOf = useCustomFieldColumn()
  const { fieldLabel, valueLabel } = useOrderWords()
  const m = useOrderListMessages()
  const newOrderHref = `/orgs/${orgId}/orders/new`
  const router = useRouter()
  useShortcuts(
    mayManage ? [{ keys: ['n'], group: 'list', label: m.newOrder, run: () => router.push(newOrderHref) }] : [],
  )
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
        fieldLabel={fieldLabel}
        valueLabel={valueLabel}
        hiddenFields={hiddenFields}
        quickFilters={quickFilters}
        money={{ currency: organization?.currency ?? 'JPY', fields: orderMoney }}
        countsPath={`/orgs/${orgId}/orders:counts`}
        actions={bulk.actions}
        columnOf={columnOf}
        newRows={(count) => m.newOrders({ count })}
        head={
          mayManage && (
            <Button
              component={Link}
              href={newOrderHref}
              prefetch={false}
              leftSection={<IconPlus size={16} />}
              rightSection={<Key>N</Key>}
            >
              {m.newOrder}
            </Button>
          )
        }
        empty={<NoOrders orgId={orgId} />}
        noMatchTitle={t.empty.noMatch}
        refused={allowed ? undefined : <NoPermission organization={organization?.name} role={role} />}
        refetchInterval={60_000}
        onExport={setExported}
        cards={orderCards}
      />
      {bulk.element}
      {exported && <OrderExport orgId={orgId} list={exported} onClose={() => setExported(undefined)} />}
    </>
  )
}
