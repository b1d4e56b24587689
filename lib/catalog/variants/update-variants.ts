import type { Tx } from '@/db'
import type { ImageReference } from '@/db/schema/catalog'
import type { Actor } from '@/lib/auth/actor'
import { checkReferences } from '@/lib/catalog/products/references'
import { saveProduct } from '@/lib/catalog/products/save-product'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { requireNormal } from '@/lib/organizations/find-organization'
import { groupByOrganization } from './create-variants'
import type { Owner } from './owners'
import { releaseSkus, saveVariant } from './save-variant'
import { requireFreeSkus } from './sku'
import type { Variant, VariantPatch } from './variant'
import { patchedVariant, requireCurrency } from './variant-row'

export type VariantUpdate = { variant: Variant; patch: VariantPatch; path: string }

/** Changes one variant (C36). @throws AppError PreconditionFailed, and those of `updateVariants` */
export async function updateVariant(
  tx: Tx,
  actor: Actor,
  owner: Owner,
  variant: Variant,
  patch: VariantPatch,
  expected: Expected,
): Promise<Variant> {
  requireVersion('The variant', variant.version, expected)
  const [updated] = await updateVariants(tx, actor, new Map([[owner.product.id, owner]]), [
    { variant, patch, path: '' },
  ])
  return updated!
}

/**
 * Changes variants of one or several products and organizations, all or none (C32). A variant named again is changed
 * again, so that the later entry holds. The owners are loaded, and the rights over them checked, by the caller.
 * @throws AppError BadArgument for a bad image, currency or organization, Conflict for a SKU that is taken
 */
export async function updateVariants(
  tx: Tx,
  actor: Actor,
  owners: ReadonlyMap<string, Owner>,
  updates: readonly VariantUpdate[],
  batchId: string | null = null,
): Promise<Variant[]> {
  const members = updates.map((update) => ({ ...update, productId: update.variant.productId }))
  const images = new Map<string, ImageReference>()
  for (const [organization, list] of groupByOrganization(owners, members)) {
    requireNormal(organization)
    for (const { patch, path } of list) requireCurrency(organization, patch.price, path)
    const references = list.map(({ patch, path }) => ({ path, imageIds: patch.imageIds }))
    for (const [id, image] of await checkReferences(tx, organization.id, references)) images.set(id, image)
    await requireFreeSkus(tx, organization.id, lastSkus(list))
  }

  const before = new Map(updates.map(({ variant }) => [variant.id, variant]))
  const drafts = new Map(before)
  for (const { variant, patch } of updates)
    drafts.set(variant.id, patchedVariant(drafts.get(variant.id)!, patch, images))
  const all = [...before.values()].map((stored) => ({ stored, draft: drafts.get(stored.id)! }))
  await releaseSkus(
    tx,
    all.filter(({ stored, draft }) => stored.skuHash !== draft.skuHash).map(({ stored }) => stored.id),
  )
  const saved = new Map<string, Variant>()
  for (const { stored, draft } of all) saved.set(stored.id, await saveVariant(tx, actor, stored, draft, batchId))
  const touched = new Set(
    all.filter(({ stored }) => saved.get(stored.id) !== stored).map(({ stored }) => stored.productId),
  )
  for (const productId of touched) {
    const { product } = owners.get(productId)!
    await saveProduct(tx, actor, product, {}, { operation: 'changeVariants', batchId, touched: true })
  }
  return updates.map(({ variant }) => saved.get(variant.id)!)
}

/** The SKU each variant is to end with, from the last entry that names one. */
function lastSkus(list: readonly VariantUpdate[]) {
  const last = new Map<string, { sku: string | null; variantId: string; target: string }>()
  for (const { variant, patch, path } of list) {
    if (patch.sku === undefined) continue
    last.set(variant.id, { sku: patch.sku, variantId: variant.id, target: `${path}sku` })
  }
  return [...last.values()]
}
