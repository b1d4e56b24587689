import { findCurrencies } from '@/lib/catalog/variants/find-currencies'
import { findVariantPage } from '@/lib/catalog/variants/find-variants'
import type { Variant } from '@/lib/catalog/variants/variant'
import type { Reply } from '@/lib/http/reply'
import { type Asking, type AskingList, answerMany, answerOne, answerPage } from './answer'
import { toVariant } from './to-product'

async function toVariants(context: Pick<Asking, 'db'>, variants: readonly Variant[]) {
  const currencyOf = await findCurrencies(
    context.db,
    variants.map(({ organizationId }) => organizationId),
  )
  return variants.map((variant) => toVariant(variant, currencyOf.get(variant.organizationId)!))
}

/** One variant with its `ETag` and what `$expand` asks for. */
export async function answerVariant(context: Asking, variant: Variant, parts: Reply = {}): Promise<Reply> {
  const [json] = await toVariants(context, [variant])
  return answerOne(context, json!, variant.version, parts)
}

/** Variants that were just made, of one or several organizations. */
export const answerVariants = async (context: Asking, variants: readonly Variant[]) =>
  answerMany(context, await toVariants(context, variants))

/** A page of a product's variants (C33). */
export async function answerVariantPage(context: AskingList, product: { id: string; organizationId: string }) {
  const page = await findVariantPage(context.db, product.id, context.list)
  const currencyOf = await findCurrencies(context.db, [product.organizationId])
  return answerPage(context, page, (variant) => toVariant(variant, currencyOf.get(product.organizationId)!))
}
