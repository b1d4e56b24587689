import { answerDeleted } from '@/lib/api/primary/catalog/answer'
import { answerProduct } from '@/lib/api/primary/catalog/answer-products'
import * as operations from '@/lib/api/primary/catalog/products'
import { readProductPatch } from '@/lib/api/primary/catalog/read-product'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteProducts } from '@/lib/catalog/products/delete-products'
import { getReadableProduct } from '@/lib/catalog/products/find-products'
import { updateProduct } from '@/lib/catalog/products/update-product'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readProduct, async (context) => {
    const { db, actor, params } = context
    const { product } = await getReadableProduct(db, actor, params.productId, params.orgId)
    return answerProduct(context, product)
  }),
  PATCH: route(operations.patchProduct, async (context) => {
    const { tx, actor, organization, params, body, expected } = context
    const patch = readProductPatch(body)
    return answerProduct(context, await updateProduct(tx, actor, organization, params.productId, patch, { expected }))
  }),
  DELETE: route(operations.deleteProduct, async ({ tx, actor, organization, params, expected }) =>
    answerDeleted(await deleteProducts(tx, actor, organization, [params.productId], { expected })),
  ),
})
