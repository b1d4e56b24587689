import { GET as readAttribute } from '@/app/api/attributes/[attributeId]/route'
import { FirstLoad } from '@/app/first-load'
import { readApi } from '@/app/read-api'
import { AttributePage } from '@/components/attributes/attribute-page'
import { attributeQuery } from '@/lib/client/attributes'

export default async function Page({ params }: { params: Promise<{ attributeId: string }> }) {
  const { attributeId } = await params
  return (
    <FirstLoad
      read={async ({ keepTagged }) =>
        keepTagged(attributeQuery(attributeId).queryKey, await readApi(readAttribute, `/attributes/${attributeId}`))
      }
    >
      <AttributePage key={attributeId} id={attributeId} />
    </FirstLoad>
  )
}
