import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readHistory } from '@/app/api/orgs/[orgId]/history/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { HistoryPage } from '@/components/history/history-page'
import { historyDefaults, historyViewFilters } from '@/components/history/views'
import { type Change, historyPath } from '@/lib/client/history'
import { readListState, toApiQuery } from '@/lib/client/list-state'
import { listQuery } from '@/lib/client/lists'

type Props = {
  params: Promise<{ orgId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  const { orgId } = await params
  const queryClient = new QueryClient()
  if (await isFirstLoad()) {
    const given = Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    )
    const state = readListState(new URLSearchParams(given), historyDefaults)
    const path = historyPath(orgId)
    const query = toApiQuery(state, historyViewFilters[state.view])
    const { data } = await readApi(readHistory, `${path}?${query}`)
    if (data) queryClient.setQueryData(listQuery<Change>(path, query).queryKey, data as never)
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <HistoryPage key={orgId} orgId={orgId} />
    </HydrationBoundary>
  )
}
