import { answerApplied } from '@/lib/api/primary/answer-applied'
import { findAppliedProducts, findProducts, type ProductScope } from '@/lib/catalog/products/find-product-lists'
import type { Product } from '@/lib/catalog/products/product'
import type { Reply } from '@/lib/http/reply'
import { type Asking, type AskingList, answerOne, answerPage } from './answer'
import { toProduct } from './to-product'

/** One product with its `ETag` and what `$expand` asks for. */
export const answerProduct = (context: Asking, product: Product, parts: Reply = {}) =>
  answerOne(context, toProduct(product), product.version, parts)

/** A page of the products in a scope, or of what `$apply` makes of them: C19 to C21 differ in nothing else. */
export async function answerProducts(context: AskingList, scope: ProductScope) {
  const { db, list } = context
  if (!list.apply) return answerPage(context, await findProducts(db, scope, list), toProduct)
  return answerApplied(context, await findAppliedProducts(db, scope, list), toProduct)
}
