import { GET as readFacts } from '@/app/api/orgs/[orgId]/products/facts/route'
import { GET as readProducts } from '@/app/api/orgs/[orgId]/products/route'
import { GET as readCounts } from '@/app/api/orgs/[orgId]/products/stateCounts/route'
import { GET as readOrganization } from '@/app/api/orgs/[orgId]/route'
import { FirstLoad, type Kept, parametersOf, type Search } from '@/app/first-load'
import { readApi } from '@/app/read-api'
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

type Props = { params: Promise<{ orgId: string }>; searchParams: Search }

export default async function Page({ params, searchParams }: Props) {
  const { orgId } = await params
  return (
    <FirstLoad read={async (kept) => readFirst(kept, orgId, await parametersOf(searchParams))}>
      <ProductListPage key={orgId} orgId={orgId} />
    </FirstLoad>
  )
}

/** The first products with their facts, and how many are in each state. */
async function readFirst({ keep }: Kept, orgId: string, search: URLSearchParams) {
  const state = readListState(search, productListDefaults)
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
  keep(stateCountsQuery(orgId).queryKey, counts)
  keep(listQuery(path, query, productsKey(orgId)).queryKey, products)
  const found = (products.data as ListAnswer<Product> | undefined)?.value ?? []
  const ids = found.filter(({ variants }) => variants.length > 0).map(({ id }) => id)
  if (ids.length === 0) return
  const facts = await readApi(readFacts, `${path}:facts?productIds=${ids.join(',')}`)
  for (const each of (facts.data as ProductFacts[] | undefined) ?? []) {
    keep(factsQuery(orgId, each.id).queryKey, { ...facts, data: each })
  }
}
