import { GET as readProduct } from '@/app/api/orgs/[orgId]/products/[productId]/route'
import { FirstLoad } from '@/app/first-load'
import { readApi } from '@/app/read-api'
import { VariantsPage } from '@/components/variants/variants-page'
import { productPath, productQuery } from '@/lib/client/products'

type Props = { params: Promise<{ orgId: string; productId: string }> }

export default async function Page({ params }: Props) {
  const { orgId, productId } = await params
  return (
    <FirstLoad
      read={async ({ keepTagged }) => {
        const path = `${productPath(orgId, productId)}?$expand=category,locations`
        keepTagged(productQuery(orgId, productId).queryKey, await readApi(readProduct, path))
      }}
    >
      <VariantsPage key={productId} orgId={orgId} productId={productId} />
    </FirstLoad>
  )
}
