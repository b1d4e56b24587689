import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import { answerVariant } from '@/lib/api/primary/catalog/answer-variants'
import * as operations from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getProduct, getReadableProduct } from '@/lib/catalog/products/find-products'
import { deleteVariant } from '@/lib/catalog/variants/delete-variants'
import { getVariant } from '@/lib/catalog/variants/find-variants'
import { updateVariant } from '@/lib/catalog/variants/update-variants'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readVariant, async (context) => {
    const { db, actor, params } = context
    const { product } = await getReadableProduct(db, actor, params.productId, params.orgId)
    return answerVariant(context, await getVariant(db, product.id, params.variantId))
  }),
  PATCH: route(operations.patchVariant, async (context) => {
    const { tx, actor, organization, params, body, expected } = context
    const product = await getProduct(tx, organization.id, params.productId)
    const variant = await getVariant(tx, product.id, params.variantId)
    return answerVariant(context, await updateVariant(tx, actor, { product, organization }, variant, body, expected))
  }),
  DELETE: route(operations.deleteVariant, async ({ tx, actor, organization, params, expected }) => {
    const product = await getProduct(tx, organization.id, params.productId)
    const variant = await getVariant(tx, product.id, params.variantId)
    return answerDeleted(await deleteVariant(tx, actor, { product, organization }, variant, expected))
  }),
})
