import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readFacts } from '@/app/api/orgs/[orgId]/products/facts/route'
import { GET as readProducts } from '@/app/api/orgs/[orgId]/products/route'
import { GET as readCounts } from '@/app/api/orgs/[orgId]/products/stateCounts/route'
import { GET as readOrganization } from '@/app/api/orgs/[orgId]/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { ProductListPage } from '@/components/products/product-list-page'
import { productListDefaults, viewFilter } from '@/components/products/views'
import type { ListAnswer } from '@/lib/client/api'
import { readListState, toApiQuery } from '@/lib/client/list-state'
import { listQuery } from '@/lib/client/lists'
import { factsQuery } from '@/lib/client/product-facts'
import {
  type Product,
  type ProductFacts,
  productListExtra,
  productsKey,
  productsPath,
  stateCountsQuery,
} from '@/lib/client/products'

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
    const state = readListState(new URLSearchParams(given), productListDefaults)
    const path = productsPath(orgId)
    // Which products a view shows depends on the day in the organization's zone.
    const zone = state.view
      ? ((await readApi(readOrganization, `/orgs/${orgId}`)).data as { timeZone: string } | undefined)?.timeZone
      : 'UTC'
    const query = `${toApiQuery(state, viewFilter(state.view, zone ?? 'UTC', Date.now()))}&${new URLSearchParams(productListExtra)}`
    const [products, counts] = await Promise.all([
      readApi(readProducts, `${path}?${query}`),
      readApi(readCounts, `${path}:stateCounts`),
    ])
    if (counts.data) queryClient.setQueryData(stateCountsQuery(orgId).queryKey, counts.data as never)
    if (products.data) {
      const page = products.data as ListAnswer<Product>
      queryClient.setQueryData(listQuery<Product>(path, query, productsKey(orgId)).queryKey, page)
      const ids = page.value.filter(({ variants }) => variants.length > 0).map(({ id }) => id)
      const facts = ids.length > 0 && (await readApi(readFacts, `${path}:facts?productIds=${ids.join(',')}`))
      for (const each of (facts && (facts.data as ProductFacts[])) || []) {
        queryClient.setQueryData(factsQuery(orgId, each.id).queryKey, each)
      }
    }
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ProductListPage key={orgId} orgId={orgId} />
    </HydrationBoundary>
  )
}
