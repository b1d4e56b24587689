'use client'

import { IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { arrange } from '@/components/data-table/arrange'
import { DataTable } from '@/components/data-table/data-table'
import { Pager } from '@/components/data-table/pager'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Failure } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Page, PageHead } from '@/components/ui/page'
import { toApiQuery } from '@/lib/client/list-state'
import { useListUrl } from '@/lib/client/list-url'
import { useMessages } from '@/lib/client/messages/use-messages'
import { myOrdersQuery } from '@/lib/client/orders'
import { orderCards, useOrderColumns } from './order-columns'
import { orderListDefaults, orderName } from './views'

/** The orders of the reader, in whatever organization. */
export function MyOrdersPage() {
  const t = useMessages()
  const { me } = useCurrentOrganization()
  const list = useListUrl(orderListDefaults)
  const query = `${toApiQuery(list.state)}&%24expand=organization`
  const orders = useQuery({ ...myOrdersQuery(me?.id ?? '', query), enabled: me !== undefined })
  const columns = useOrderColumns({ timeZone: 'UTC', withOrganization: true })
  const shown = useMemo(() => arrange(columns, '').columns, [columns])
  const instead =
    orders.error && !orders.data ? (
      <Failure title={t.failed.list} error={orders.error} onRetry={() => orders.refetch()} />
    ) : orders.data?.total === 0 ? (
      <MessagePage icon={<IconInbox size={32} stroke={1.5} />} title={t.empty.mine} text={t.empty.mineText} />
    ) : undefined
  return (
    <Page title={[t.shell.myOrders]}>
      <PageHead ruled title={t.shell.myOrders} />
      <DataTable
        label={t.shell.myOrders}
        columns={shown}
        list={list}
        result={orders}
        rowHref={(order) => `/my/orders/${order.id}`}
        rowLabel={(order) => t.order.title({ number: orderName(order) })}
        instead={instead}
        busyLabel={t.app.loading}
        cards={orderCards}
      />
      <Pager list={list} answer={orders.data} waiting={orders.isPlaceholderData} />
    </Page>
  )
}
