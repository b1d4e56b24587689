import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { variantImages, variants } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { remembered, saveRow } from '@/lib/catalog/save-row'
import { recordChanges } from '@/lib/history/record-change'
import type { Variant } from './variant'

/**
 * Changes a stored variant. When nothing differs it writes nothing and returns the very variant it was given; the product
 * it belongs to is the caller's to update.
 * @throws AppError Conflict when the variant changed since it was read
 */
export async function saveVariant(
  tx: Tx,
  actor: Actor,
  before: Variant,
  draft: Variant,
  batchId: string | null = null,
): Promise<Variant> {
  const { organizationId } = before
  const options = { entity: 'variant', organizationId, operation: 'update', batchId }
  const { row, fields } = await saveRow(tx, actor, variants, before, draft, options)
  if (fields.includes('images')) {
    await tx.delete(variantImages).where(eq(variantImages.variantId, row.id))
    const rows = row.images.map((image, position) => ({ variantId: row.id, position, attachmentId: image.id }))
    if (rows.length > 0) await tx.insert(variantImages).values(rows)
  }
  return row
}

/** Takes the SKUs off variants that are about to get another, so that two of them can change places. */
export async function releaseSkus(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 1)
    await tx
      .update(variants)
      .set({ skuHash: null })
      .where(inArray(variants.id, [...ids]))
}

/** Removes stored variants; their products are the caller's to update. */
export async function removeVariants(
  tx: Tx,
  actor: Actor,
  list: readonly Variant[],
  batchId: string | null = null,
): Promise<void> {
  if (list.length === 0) return
  for (let from = 0; from < list.length; from += 500) {
    const ids = list.slice(from, from + 500).map(({ id }) => id)
    await tx.delete(variants).where(inArray(variants.id, ids))
  }
  await recordChanges(
    tx,
    actor,
    list.map((variant) => ({
      organizationId: variant.organizationId,
      entity: 'variant',
      entityId: variant.id,
      version: 0,
      operation: 'delete',
      before: remembered(variant),
      batchId,
    })),
  )
}
