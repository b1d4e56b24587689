import { answerProduct } from '@/lib/api/primary/catalog/answer-products'
import { copyProduct as operation } from '@/lib/api/primary/catalog/products'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { copyProduct } from '@/lib/catalog/products/copy-product'
import { getOwner } from '@/lib/catalog/variants/owners'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operation, async (context) => {
    const { tx, actor, params, body } = context
    const { product, organization } = await getOwner(tx, actor, params.productId)
    const copy = await copyProduct(tx, actor, organization, product, body)
    return answerProduct(context, copy, { headers: { location: `/api/orgs/${organization.id}/products/${copy.id}` } })
  }),
})
