import { answerVariant, answerVariantPage } from '@/lib/api/primary/catalog/answer-variants'
import * as operations from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getProduct, getReadableProduct } from '@/lib/catalog/products/find-products'
import { createVariant } from '@/lib/catalog/variants/create-variants'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listVariants, async (context) => {
    const { db, actor, params } = context
    const { product } = await getReadableProduct(db, actor, params.productId, params.orgId)
    return answerVariantPage(context, product)
  }),
  POST: route(operations.createVariant, async (context) => {
    const { tx, actor, organization, params, body, url } = context
    const product = await getProduct(tx, organization.id, params.productId)
    const variant = await createVariant(tx, actor, { product, organization }, body)
    return answerVariant(context, variant, { headers: { location: `${url.pathname}/${variant.id}` } })
  }),
})
