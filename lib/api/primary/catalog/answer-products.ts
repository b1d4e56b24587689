import { expandLoaders } from '@/lib/api/primary/expand-loaders'
import { findAppliedProducts, findProducts, type ProductScope } from '@/lib/catalog/products/find-product-lists'
import type { Product } from '@/lib/catalog/products/product'
import { listEnvelope } from '@/lib/http/read-query'
import type { Reply } from '@/lib/http/reply'
import { applyExpand } from '@/lib/query/apply-expand'
import { type Asking, type AskingList, answerOne, answerPage } from './answer'
import { toProduct } from './to-product'

/** One product with its `ETag` and what `$expand` asks for. */
export const answerProduct = (context: Asking, product: Product, parts: Reply = {}) =>
  answerOne(context, toProduct(product), product.version, parts)

/** A page of the products in a scope, or of what `$apply` makes of them: C19 to C21 differ in nothing else. */
export async function answerProducts(context: AskingList, scope: ProductScope) {
  const { db, actor, list } = context
  if (!list.apply) return answerPage(context, await findProducts(db, scope, list), toProduct)

  const applied = await findAppliedProducts(db, scope, list)
  if (applied.kind === 'rows') return answerPage(context, applied.page, toProduct)
  const groups = applied.page.rows.map(({ values, top }) => ({
    ...values,
    ...(top ? { top: top.map(toProduct) } : {}),
  }))
  const products = groups.flatMap((group) => ('top' in group ? (group.top as object[]) : []))
  await applyExpand(products, list.expand, expandLoaders(db, actor))
  return listEnvelope(context, applied.page, groups)
}
