import { GET as readOverview } from '@/app/api/orgs/[orgId]/overview/route'
import { FirstLoad, parametersOf, type Search } from '@/app/first-load'
import { readApi } from '@/app/read-api'
import { OverviewPage } from '@/components/overview/overview-page'
import { type Overview, overviewPath, overviewQuery, readAsked, spanBefore, spanOf } from '@/lib/client/overview'

type Props = { params: Promise<{ orgId: string }>; searchParams: Search }

export default async function Page({ params, searchParams }: Props) {
  const { orgId } = await params
  return (
    <FirstLoad
      read={async ({ keep }) => {
        const asked = readAsked(await parametersOf(searchParams))
        // The days up to today begin in the organization's zone, which only the browser knows by then.
        const span = asked.kind === 'custom' ? spanOf(asked, '') : undefined
        const isUsual = asked.kind === 'preset' && asked.days === 30
        if (!span && !isUsual) return
        const overview = await readApi(readOverview, overviewPath(orgId, span))
        keep(overviewQuery(orgId, span).queryKey, overview)
        if (!overview.data) return
        const earlier = spanBefore(overview.data as Overview)
        keep(overviewQuery(orgId, earlier).queryKey, await readApi(readOverview, overviewPath(orgId, earlier)))
      }}
    >
      <OverviewPage key={orgId} orgId={orgId} />
    </FirstLoad>
  )
}
