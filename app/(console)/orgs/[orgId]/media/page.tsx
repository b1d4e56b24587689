import { GET as readFiles } from '@/app/api/orgs/[orgId]/attachments/route'
import { GET as readSummary } from '@/app/api/orgs/[orgId]/attachments/summary/route'
import { FirstLoad, parametersOf, type Search } from '@/app/first-load'
import { readApi } from '@/app/read-api'
import { mediaDefaults, mediaQuery } from '@/components/media/library-filter'
import { MediaPage } from '@/components/media/media-page'
import { attachmentSummaryQuery, attachmentsKey, attachmentsPath } from '@/lib/client/attachments'
import { readListState } from '@/lib/client/list-state'
import { listQuery } from '@/lib/client/lists'

type Props = { params: Promise<{ orgId: string }>; searchParams: Search }

export default async function Page({ params, searchParams }: Props) {
  const { orgId } = await params
  return (
    <FirstLoad
      read={async ({ keep }) => {
        const path = attachmentsPath(orgId)
        const query = mediaQuery(readListState(await parametersOf(searchParams), mediaDefaults), Date.now())
        const [files, summary] = await Promise.all([
          readApi(readFiles, `${path}?${query}`),
          readApi(readSummary, `${path}:summary`),
        ])
        keep(listQuery(path, query, attachmentsKey(orgId)).queryKey, files)
        keep(attachmentSummaryQuery(orgId).queryKey, summary)
      }}
    >
      <MediaPage key={orgId} orgId={orgId} />
    </FirstLoad>
  )
}
