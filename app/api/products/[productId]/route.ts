import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import { answerProduct } from '@/lib/api/primary/catalog/answer-products'
import * as operations from '@/lib/api/primary/catalog/products'
import { readProductPatch } from '@/lib/api/primary/catalog/read-product'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteProducts } from '@/lib/catalog/products/delete-products'
import { getReadableProduct } from '@/lib/catalog/products/find-products'
import { updateProduct } from '@/lib/catalog/products/update-product'
import { requireMayPromote } from '@/lib/catalog/rights'
import { getOwner } from '@/lib/catalog/variants/owners'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readProductById, async (context) => {
    const { product } = await getReadableProduct(context.db, context.actor, context.params.productId)
    return answerProduct(context, product)
  }),
  PATCH: route(operations.patchProductById, async (context) => {
    const { tx, actor, params, body, expected } = context
    requireMayPromote(actor, body)
    const { product, organization } = await getOwner(tx, actor, params.productId)
    const patch = readProductPatch(body)
    return answerProduct(context, await updateProduct(tx, actor, organization, product.id, patch, { expected }))
  }),
  DELETE: route(operations.deleteProductById, async ({ tx, actor, params, expected }) => {
    const { product, organization } = await getOwner(tx, actor, params.productId)
    return answerDeleted(await deleteProducts(tx, actor, organization, [product.id], { expected }))
  }),
})
