import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import { answerVariant } from '@/lib/api/primary/catalog/answer-variants'
import * as operations from '@/lib/api/primary/catalog/variants'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getReadableProduct } from '@/lib/catalog/products/find-products'
import { deleteVariant } from '@/lib/catalog/variants/delete-variants'
import { getVariant } from '@/lib/catalog/variants/find-variants'
import { getOwner } from '@/lib/catalog/variants/owners'
import { updateVariant } from '@/lib/catalog/variants/update-variants'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readVariantById, async (context) => {
    const { db, actor, params } = context
    const { product } = await getReadableProduct(db, actor, params.productId)
    return answerVariant(context, await getVariant(db, product.id, params.variantId))
  }),
  PATCH: route(operations.patchVariantById, async (context) => {
    const { tx, actor, params, body, expected } = context
    const owner = await getOwner(tx, actor, params.productId)
    const variant = await getVariant(tx, owner.product.id, params.variantId)
    return answerVariant(context, await updateVariant(tx, actor, owner, variant, body, expected))
  }),
  DELETE: route(operations.deleteVariantById, async ({ tx, actor, params, expected }) => {
    const owner = await getOwner(tx, actor, params.productId)
    const variant = await getVariant(tx, owner.product.id, params.variantId)
    return answerDeleted(await deleteVariant(tx, actor, owner, variant, expected))
  }),
})
