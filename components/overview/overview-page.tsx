'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconChartBar, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Failure, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { dayKey, formatTime, zoneName } from '@/lib/client/format'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { overviewQuery, readAsked, spanBefore, spanOf } from '@/lib/client/overview'
import { useNow } from '@/lib/client/use-now'
import { AgeChart } from './age-chart'
import { OrdersChart, RevenueChart } from './day-charts'
import { Figures } from './figures'
import css from './overview.module.css'
import { OverviewSkeleton } from './overview-skeleton'
import { SpanPicker } from './span-picker'
import { StatusShare } from './status-share'
import { TopProducts } from './top-products'
import { useOverviewWords } from './use-overview-words'

/** An organization's orders at a glance, over days of its own zone. */
export function OverviewPage({ orgId }: { orgId: string }) {
  const { locale, messages: t } = useLanguage()
  const m = useOverviewMessages()
  const now = useNow()
  const { organization, mayManage } = useCurrentOrganization()
  const asked = readAsked(new URLSearchParams(useSearchParams().toString()))
  const timeZone = organization?.timeZone
  const today = dayKey(timeZone ?? 'UTC', new Date(now).toISOString())
  const span = spanOf(asked, today)
  const allowed = mayManage !== false
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery({
    ...overviewQuery(orgId, span),
    // The days up to today are those of the organization's zone.
    enabled: allowed && (asked.kind === 'custom' || span === undefined || timeZone !== undefined),
  })
  const earlier = data && spanBefore(data)
  const before = useQuery({
    ...overviewQuery(orgId, earlier),
    enabled: allowed && earlier !== undefined && !isPlaceholderData,
    refetchInterval: false,
    staleTime: 10 * 60_000,
  })
  const words = useOverviewWords(data?.currency ?? 'JPY')
  const compared = before.isPlaceholderData || before.data?.to !== earlier?.to ? undefined : before.data
  const refused = !allowed || statusOf(error) === 403
  return (
    <div className={css.page}>
      <PageTitle parts={[m.title, organization?.name]} />
      <header className={css.head}>
        <h1 className={css.title}>{m.title}</h1>
        {!refused && <SpanPicker asked={asked} span={data ?? span ?? { from: today, to: today }} today={today} />}
        <ActionIcon
          aria-label={t.app.refresh}
          title={t.app.refresh}
          loading={isFetching && data !== undefined}
          onClick={() => {
            void refetch()
            void before.refetch()
          }}
        >
          <IconRefresh size={18} stroke={1.8} />
        </ActionIcon>
      </header>
      {refused ? (
        <MessagePage title={m.forbidden} text={m.forbiddenText} />
      ) : data ? (
        <div className={css.scroll} aria-busy={isFetching} data-stale={isPlaceholderData || undefined}>
          <p className={css.about} suppressHydrationWarning>
            <strong>{words.range(data)}</strong>
            {compared && <span>{m.compared({ from: words.short(compared.from), to: words.short(compared.to) })}</span>}
            <span>{m.zone({ zone: zoneName(locale, data.timeZone, data.at) })}</span>
            <span>{m.asOf({ time: formatTime(locale, data.timeZone, data.at) })}</span>
          </p>
          {error && (
            <div className={css.notice}>
              <Notice kind="warn" title={m.failed} />
            </div>
          )}
          {before.error && (
            <div className={css.notice}>
              <Notice kind="warn">{m.beforeFailed}</Notice>
            </div>
          )}
          <Figures orgId={orgId} overview={data} before={compared} />
          {data.orders.count === 0 ? (
            <div className={css.empty}>
              <MessagePage icon={<IconChartBar size={32} stroke={1.5} />} title={m.emptyTitle} text={m.emptyText}>
                <Button component={Link} href={`/orgs/${orgId}/orders/new`} variant="default">
                  {m.newOrder}
                </Button>
              </MessagePage>
            </div>
          ) : (
            <div className={css.row}>
              <OrdersChart orgId={orgId} overview={data} />
              <StatusShare orgId={orgId} overview={data} />
            </div>
          )}
          {data.orders.count > 0 && (
            <div className={css.row}>
              <RevenueChart orgId={orgId} overview={data} before={compared} />
              <AgeChart orgId={orgId} overview={data} />
            </div>
          )}
          {data.orders.count > 0 ? (
            <TopProducts orgId={orgId} overview={data} />
          ) : (
            data.open.count > 0 && <AgeChart orgId={orgId} overview={data} />
          )}
        </div>
      ) : error ? (
        <Failure title={m.failed} error={error} onRetry={() => refetch()} />
      ) : (
        <OverviewSkeleton label={t.app.loading} />
      )}
    </div>
  )
}
