import type { Tx } from '@/db'
import type { ImageReference } from '@/db/schema/catalog'
import type { Actor } from '@/lib/auth/actor'
import { findVariantsOf } from '@/lib/catalog/variants/find-variants'
import { insertVariants } from '@/lib/catalog/variants/insert-variants'
import { releaseSkus, removeVariants, saveVariant } from '@/lib/catalog/variants/save-variant'
import { requireFreeSkus } from '@/lib/catalog/variants/sku'
import type { NewVariant, Variant, VariantChange } from '@/lib/catalog/variants/variant'
import { newVariantRow, patchedVariant, requireCurrency } from '@/lib/catalog/variants/variant-row'
import { now } from '@/lib/clock'
import { badArgument, type ErrorDetail } from '@/lib/errors'
import type { Organization } from '@/lib/organizations/organization'
import type { Product } from './product'

/** What becomes of a product's variants: each listed one with what is stored of it, and those not listed. */
export type VariantPlan = {
  organization: Organization
  product: Product
  entries: { stored?: Variant; change: VariantChange }[]
  leaving: Variant[]
}

/**
 * Works out an upsert by list (spec nodeblocks 8, Product update with `variants`). Stores nothing.
 * @throws AppError BadArgument for an id that is not the product's, twice the same id or an incomplete new variant;
 * Conflict for a SKU that is taken
 */
export async function planVariants(
  tx: Tx,
  organization: Organization,
  product: Product,
  changes: readonly VariantChange[],
  path: string,
): Promise<VariantPlan> {
  const stored = new Map((await findVariantsOf(tx, product.id)).map((variant) => [variant.id, variant]))
  const details: ErrorDetail[] = []
  const listed = new Set<string>()
  const entries = changes.map((change, n) => {
    const at = `${path}variants.${n}`
    requireCurrency(organization, change.price, `${at}.`)
    if (change.id === undefined) {
      if (change.title === undefined) details.push(missing(`${at}.title`))
      if (change.price?.amount === undefined) details.push(missing(`${at}.price`))
      return { change }
    }
    if (!stored.has(change.id)) {
      details.push({
        code: 'UnknownReference',
        target: `${at}.id`,
        message: `The product has no variant with the id ${change.id}.`,
      })
    } else if (listed.has(change.id)) {
      details.push({ code: 'Duplicate', target: `${at}.id`, message: `The variant ${change.id} is listed twice.` })
    }
    listed.add(change.id)
    return { stored: stored.get(change.id), change }
  })
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details)

  const leaving = [...stored.values()].filter(({ id }) => !listed.has(id))
  await requireFreeSkus(
    tx,
    organization.id,
    entries.flatMap(({ stored, change }, n) =>
      change.sku === undefined
        ? []
        : [{ sku: change.sku, variantId: stored?.id ?? null, target: `${path}variants.${n}.sku` }],
    ),
    leaving.map(({ id }) => id),
  )
  return { organization, product, entries, leaving }
}

const missing = (target: string): ErrorDetail => ({
  code: 'NullValue',
  target,
  message: 'A new variant needs a title and a price.',
})

/** Carries a plan out. The product's own row is the caller's to update; `ids` are its variants in their new order. */
export async function storeVariants(
  tx: Tx,
  actor: Actor,
  { organization, product, entries, leaving }: VariantPlan,
  images: ReadonlyMap<string, ImageReference>,
  batchId: string | null,
): Promise<{ ids: string[]; changed: boolean }> {
  const at = now()
  await removeVariants(tx, actor, leaving, batchId)
  const kept = entries.flatMap(({ stored, change }, position) =>
    stored ? [{ stored, draft: { ...patchedVariant(stored, change, images), position } }] : [],
  )
  await releaseSkus(
    tx,
    kept.filter(({ stored, draft }) => stored.skuHash !== draft.skuHash).map(({ stored }) => stored.id),
  )
  let changed = leaving.length > 0
  for (const { stored, draft } of kept) {
    const saved = await saveVariant(tx, actor, stored, draft, batchId)
    changed ||= saved !== stored
  }
  const fresh = entries.flatMap(({ stored, change }, position) =>
    stored ? [] : [newVariantRow(change as NewVariant, position, { productId: product.id, organization, images, at })],
  )
  await insertVariants(tx, actor, fresh, batchId)
  const ids = [...kept.map(({ draft }) => draft), ...fresh].sort((a, b) => a.position - b.position).map(({ id }) => id)
  return { ids, changed: changed || fresh.length > 0 }
}
