import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readProduct } from '@/app/api/orgs/[orgId]/products/[productId]/route'
import { GET as readVisibility } from '@/app/api/orgs/[orgId]/products/[productId]/visibility/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { ProductPage } from '@/components/products/product-page'
import { type Product, productPath, productQuery, type Visibility, visibilityQuery } from '@/lib/client/products'

type Props = { params: Promise<{ orgId: string; productId: string }> }

export default async function Page({ params }: Props) {
  const { orgId, productId } = await params
  const queryClient = new QueryClient()
  if (await isFirstLoad()) {
    const path = productPath(orgId, productId)
    const [product, visibility] = await Promise.all([
      readApi(readProduct, `${path}?$expand=category,locations`),
      readApi(readVisibility, `${path}/visibility`),
    ])
    if (product.data) {
      const { queryKey } = productQuery(orgId, productId)
      queryClient.setQueryData(queryKey, { data: product.data as Product, etag: product.etag })
    }
    if (visibility.data) {
      queryClient.setQueryData(visibilityQuery(orgId, productId).queryKey, visibility.data as Visibility)
    }
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ProductPage key={productId} orgId={orgId} productId={productId} />
    </HydrationBoundary>
  )
}
