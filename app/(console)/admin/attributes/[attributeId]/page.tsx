import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readAttribute } from '@/app/api/attributes/[attributeId]/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { AttributePage } from '@/components/attributes/attribute-page'
import { attributeQuery } from '@/lib/client/attributes'

export default async function Page({ params }: { params: Promise<{ attributeId: string }> }) {
  const { attributeId } = await params
  const queryClient = new QueryClient()
  if (await isFirstLoad()) {
    const { data, etag } = await readApi(readAttribute, `/attributes/${attributeId}`)
    if (data) queryClient.setQueryData(attributeQuery(attributeId).queryKey, { data, etag } as never)
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AttributePage key={attributeId} id={attributeId} />
    </HydrationBoundary>
  )
}
