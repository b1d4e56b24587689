import { toVisibility } from '@/lib/api/primary/catalog/answer-product-acts'
import { readProductVisibility } from '@/lib/api/primary/catalog/product-acts'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getProduct } from '@/lib/catalog/products/find-products'
import { findVisibility } from '@/lib/catalog/products/find-visibility'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readProductVisibility, async ({ db, organization, params }) =>
    toVisibility(await findVisibility(db, organization, await getProduct(db, organization.id, params.productId))),
  ),
})
