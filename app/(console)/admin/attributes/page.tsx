import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readAttributes } from '@/app/api/attributes/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { AttributeListPage } from '@/components/attributes/attribute-list-page'
import { attributeListDefaults, attributesKey, attributesPath } from '@/lib/client/attributes'
import { readListState, toApiQuery } from '@/lib/client/list-state'
import { listQuery } from '@/lib/client/lists'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const queryClient = new QueryClient()
  if (await isFirstLoad()) {
    const given = Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    )
    const query = toApiQuery(readListState(new URLSearchParams(given), attributeListDefaults))
    const answer = await readApi(readAttributes, `${attributesPath}?${query}`)
    if (answer.data) {
      queryClient.setQueryData(listQuery(attributesPath, query, attributesKey).queryKey, answer.data as never)
    }
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AttributeListPage />
    </HydrationBoundary>
  )
}
