import { answerVariant, answerVariantPage } from '@/lib/api/primary/catalog/answer-variants'
import * as operations from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getReadableProduct } from '@/lib/catalog/products/find-products'
import { createVariant } from '@/lib/catalog/variants/create-variants'
import { getOwner } from '@/lib/catalog/variants/owners'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listVariantsById, async (context) => {
    const { product } = await getReadableProduct(context.db, context.actor, context.params.productId)
    return answerVariantPage(context, product)
  }),
  POST: route(operations.createVariantById, async (context) => {
    const { tx, actor, params, body, url } = context
    const variant = await createVariant(tx, actor, await getOwner(tx, actor, params.productId), body)
    return answerVariant(context, variant, { headers: { location: `${url.pathname}/${variant.id}` } })
  }),
})
