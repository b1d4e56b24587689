'use client'

import { ActionIcon } from '@mantine/core'
import { IconApi, IconBaselineDensityMedium, IconBaselineDensitySmall, IconRefresh } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { DataTable } from '@/components/data-table/data-table'
import { Pager } from '@/components/data-table/pager'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { explain, Failure, statusOf } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { copyText } from '@/lib/client/clipboard'
import { toCurl } from '@/lib/client/curl'
import { toApiQuery } from '@/lib/client/list-state'
import { useListUrl } from '@/lib/client/list-url'
import { useMessages } from '@/lib/client/messages/use-messages'
import { orderListQuery, ordersKey } from '@/lib/client/orders'
import { useSavePreferences } from '@/lib/client/save-preferences'
import { useShortcuts } from '@/lib/client/shortcuts'
import { showToast } from '@/lib/client/toasts'
import { AxisFilters } from './axis-filters'
import { NoMatch, NoOrders, NoPermission } from './empty-states'
import { FilterChips } from './filter-chips'
import { useOrderColumns } from './order-columns'
import css from './order-list.module.css'
import { OrderSearch } from './order-search'
import { StatusTabs } from './status-tabs'
import { orderListDefaults, orderName, statusOfView, viewFilter } from './views'

/** The orders of an organization. */
export function OrderListPage({ orgId }: { orgId: string }) {
  const t = useMessages()
  const queryClient = useQueryClient()
  const { me, organization, mayManage, role } = useCurrentOrganization()
  const savePreferences = useSavePreferences()
  const list = useListUrl(orderListDefaults)
  const { state } = list
  const query = toApiQuery(state, viewFilter(state.view))
  const allowed = mayManage !== false
  const orders = useQuery({ ...orderListQuery(orgId, query), enabled: allowed })
  const columns = useOrderColumns({
    timeZone: organization?.timeZone ?? 'UTC',
    currency: organization?.currency ?? orders.data?.value[0]?.currency ?? 'JPY',
  })
  const density = me?.preferences.density ?? 'comfortable'
  const changeDensity = () => savePreferences({ density: density === 'compact' ? 'comfortable' : 'compact' })
  useShortcuts([{ keys: ['D'], group: 'list', label: t.shortcuts.density, run: changeDensity }])
  const isFiltered = state.q !== '' || state.filter !== '' || statusOfView(state.view) !== undefined
  const isEmpty = orders.data?.total === 0 && !orders.isPlaceholderData
  const refused = !allowed || statusOf(orders.error) === 403

  const isWrongFilter = state.filter !== '' && statusOf(orders.error) === 400

  const instead = refused ? (
    <NoPermission organization={organization?.name} role={role} />
  ) : orders.error && !orders.data ? (
    <Failure
      title={isWrongFilter ? t.failed.filter : t.failed.list}
      error={orders.error}
      onRetry={isWrongFilter ? () => list.go({ filter: '' }) : () => orders.refetch()}
      retryLabel={isWrongFilter ? t.list.remove({ what: t.list.filterChip }) : undefined}
    />
  ) : isEmpty ? (
    isFiltered ? (
      <NoMatch orgId={orgId} list={list} />
    ) : (
      <NoOrders orgId={orgId} />
    )
  ) : undefined

  return (
    <div className={css.page}>
      <PageTitle parts={[t.shell.orders, organization?.name]} />
      <header className={css.head}>
        <h1 className={css.title}>{t.shell.orders}</h1>
        <ActionIcon
          className={css.density}
          aria-label={`${t.list.density}: ${t.list[density]}`}
          title={`${t.list.density}: ${t.list[density]} (D)`}
          onClick={changeDensity}
        >
          {density === 'compact' ? <IconBaselineDensitySmall size={18} /> : <IconBaselineDensityMedium size={18} />}
        </ActionIcon>
        <ActionIcon
          aria-label={t.list.copyApiCall}
          title={t.list.copyApiCall}
          onClick={async () => {
            if (await copyText(toCurl('GET', `/orgs/${orgId}/orders?${query}`))) {
              showToast({ kind: 'done', title: t.list.copiedApiCall })
            }
          }}
        >
          <IconApi size={18} stroke={1.8} />
        </ActionIcon>
        <ActionIcon
          aria-label={t.app.refresh}
          title={t.app.refresh}
          onClick={() => queryClient.invalidateQueries({ queryKey: ordersKey(orgId) })}
        >
          <IconRefresh size={18} stroke={1.8} />
        </ActionIcon>
      </header>
      <StatusTabs orgId={orgId} list={list} enabled={!refused} />
      <search className={css.tools}>
        <OrderSearch list={list} />
        <AxisFilters list={list} />
        <FilterChips list={list} />
      </search>
      {orders.error && orders.data && (
        <div className={css.stale}>
          <Notice kind="warn" title={t.failed.list}>
            {explain(orders.error, t)}
          </Notice>
        </div>
      )}
      <DataTable
        label={t.list.table}
        columns={columns}
        list={list}
        result={orders}
        rowHref={(order) =>
          `/orgs/${orgId}/orders/${order.id}${list.search ? `?list=${encodeURIComponent(list.search)}` : ''}`
        }
        rowLabel={(order) => `${t.order.title({ number: orderName(order) })}, ${order.customer.name}`}
        instead={instead}
        busyLabel={t.app.loading}
        density={density}
      />
      {!refused && <Pager list={list} answer={orders.data} waiting={orders.isPlaceholderData} />}
    </div>
  )
}
