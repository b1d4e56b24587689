import { GET as readAttributes } from '@/app/api/attributes/route'
import { FirstLoad, parametersOf, type Search } from '@/app/first-load'
import { readApi } from '@/app/read-api'
import { AttributeListPage } from '@/components/attributes/attribute-list-page'
import { attributeListDefaults, attributesKey, attributesPath } from '@/lib/client/attributes'
import { readListState, toApiQuery } from '@/lib/client/list-state'
import { listQuery } from '@/lib/client/lists'

export default function Page({ searchParams }: { searchParams: Search }) {
  return (
    <FirstLoad
      read={async ({ keep }) => {
        const query = toApiQuery(readListState(await parametersOf(searchParams), attributeListDefaults))
        const { queryKey } = listQuery(attributesPath, query, attributesKey)
        keep(queryKey, await readApi(readAttributes, `${attributesPath}?${query}`))
      }}
    >
      <AttributeListPage />
    </FirstLoad>
  )
}
