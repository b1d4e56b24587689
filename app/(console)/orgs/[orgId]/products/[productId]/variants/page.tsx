import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { GET as readProduct } from '@/app/api/orgs/[orgId]/products/[productId]/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { VariantsPage } from '@/components/variants/variants-page'
import { type Product, productPath, productQuery } from '@/lib/client/products'

type Props = { params: Promise<{ orgId: string; productId: string }> }

export default async function Page({ params }: Props) {
  const { orgId, productId } = await params
  const queryClient = new QueryClient()
  if (await isFirstLoad()) {
    const product = await readApi(readProduct, `${productPath(orgId, productId)}?$expand=category,locations`)
    if (product.data) {
      queryClient.setQueryData(productQuery(orgId, productId).queryKey, {
        data: product.data as Product,
        etag: product.etag,
      })
    }
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <VariantsPage key={productId} orgId={orgId} productId={productId} />
    </HydrationBoundary>
  )
}
