import { GET as readHistory } from '@/app/api/orgs/[orgId]/history/route'
import { FirstLoad, parametersOf, type Search } from '@/app/first-load'
import { readApi } from '@/app/read-api'
import { HistoryPage } from '@/components/history/history-page'
import { historyDefaults, historyViewFilters } from '@/components/history/views'
import { historyPath } from '@/lib/client/history'
import { readListState, toApiQuery } from '@/lib/client/list-state'
import { listQuery } from '@/lib/client/lists'

type Props = { params: Promise<{ orgId: string }>; searchParams: Search }

export default async function Page({ params, searchParams }: Props) {
  const { orgId } = await params
  return (
    <FirstLoad
      read={async ({ keep }) => {
        const state = readListState(await parametersOf(searchParams), historyDefaults)
        const path = historyPath(orgId)
        const query = toApiQuery(state, historyViewFilters[state.view])
        keep(listQuery(path, query).queryKey, await readApi(readHistory, `${path}?${query}`))
      }}
    >
      <HistoryPage key={orgId} orgId={orgId} />
    </FirstLoad>
  )
}
