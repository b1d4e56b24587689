import { GET as readProduct } from '@/app/api/orgs/[orgId]/products/[productId]/route'
import { GET as readVisibility } from '@/app/api/orgs/[orgId]/products/[productId]/visibility/route'
import { FirstLoad } from '@/app/first-load'
import { readApi } from '@/app/read-api'
import { ProductPage } from '@/components/products/product-page'
import { productPath, productQuery, visibilityQuery } from '@/lib/client/products'

type Props = { params: Promise<{ orgId: string; productId: string }> }

export default async function Page({ params }: Props) {
  const { orgId, productId } = await params
  return (
    <FirstLoad
      read={async ({ keep, keepTagged }) => {
        const path = productPath(orgId, productId)
        const [product, visibility] = await Promise.all([
          readApi(readProduct, `${path}?$expand=category,locations`),
          readApi(readVisibility, `${path}/visibility`),
        ])
        keepTagged(productQuery(orgId, productId).queryKey, product)
        keep(visibilityQuery(orgId, productId).queryKey, visibility)
      }}
    >
      <ProductPage key={productId} orgId={orgId} productId={productId} />
    </FirstLoad>
  )
}
