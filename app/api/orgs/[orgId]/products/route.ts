import { answerProduct, answerProducts } from '@/lib/api/primary/catalog/answer-products'
import * as operations from '@/lib/api/primary/catalog/products'
import { readNewProduct } from '@/lib/api/primary/catalog/read-product'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createProduct } from '@/lib/catalog/products/create-product'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listOrganizationProducts, (context) =>
    answerProducts(context, { organizationId: context.organization.id }),
  ),
  POST: route(operations.createProduct, async (context) => {
    const { tx, actor, organization, body } = context
    const product = await createProduct(tx, actor, organization, readNewProduct(body))
    const headers = { location: `/api/orgs/${organization.id}/products/${product.id}` }
    return answerProduct(context, product, { headers })
  }),
})
