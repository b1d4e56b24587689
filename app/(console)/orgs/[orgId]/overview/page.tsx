import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readOverview } from '@/app/api/orgs/[orgId]/overview/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { OverviewPage } from '@/components/overview/overview-page'
import { type Overview, overviewPath, overviewQuery, readAsked, spanBefore, spanOf } from '@/lib/client/overview'

type Props = {
  params: Promise<{ orgId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  const { orgId } = await params
  const queryClient = new QueryClient()
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  const asked = readAsked(new URLSearchParams(given))
  // The days up to today begin in the organization's zone, which only the browser knows by then.
  const span = asked.kind === 'custom' ? spanOf(asked, '') : undefined
  const isUsual = asked.kind === 'preset' && asked.days === 30
  if ((await isFirstLoad()) && (span || isUsual)) {
    const { data } = await readApi(readOverview, overviewPath(orgId, span))
    if (data) {
      const overview = data as Overview
      const earlier = spanBefore(overview)
      queryClient.setQueryData(overviewQuery(orgId, span).queryKey, overview)
      const before = await readApi(readOverview, overviewPath(orgId, earlier))
      if (before.data) queryClient.setQueryData(overviewQuery(orgId, earlier).queryKey, before.data as Overview)
    }
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OverviewPage key={orgId} orgId={orgId} />
    </HydrationBoundary>
  )
}
