import { readProductFacts } from '@/lib/api/primary/catalog/product-acts'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findProductFacts } from '@/lib/catalog/products/product-facts'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readProductFacts, ({ db, organization, query }) =>
    findProductFacts(db, organization.id, query.productIds),
  ),
})
