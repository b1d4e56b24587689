import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readFiles } from '@/app/api/orgs/[orgId]/attachments/route'
import { GET as readSummary } from '@/app/api/orgs/[orgId]/attachments/summary/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { mediaDefaults, mediaQuery } from '@/components/media/library-filter'
import { MediaPage } from '@/components/media/media-page'
import { attachmentSummaryQuery, attachmentsKey, attachmentsPath } from '@/lib/client/attachments'
import { readListState } from '@/lib/client/list-state'
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
    const path = attachmentsPath(orgId)
    const query = mediaQuery(readListState(new URLSearchParams(given), mediaDefaults), Date.now())
    const [files, summary] = await Promise.all([
      readApi(readFiles, `${path}?${query}`),
      readApi(readSummary, `${path}:summary`),
    ])
    const key = listQuery(path, query, attachmentsKey(orgId)).queryKey
    if (files.data) queryClient.setQueryData(key, files.data as never)
    if (summary.data) queryClient.setQueryData(attachmentSummaryQuery(orgId).queryKey, summary.data as never)
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MediaPage key={orgId} orgId={orgId} />
    </HydrationBoundary>
  )
}
