import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { variantImages, variants } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { changedFields, recordChange, recordChanges } from '@/lib/history/record-change'
import type { Variant } from './variant'

/**
 * The one place that changes a stored variant. When nothing differs it writes nothing and returns it as it was; the
 * product it belongs to is the caller's to update.
 * @throws AppError Conflict when the variant changed since it was read
 */
export async function saveVariant(
  tx: Tx,
  actor: Actor,
  before: Variant,
  draft: Variant,
  batchId: string | null = null,
): Promise<Variant> {
  const fields = Object.keys(changedFields(before, draft)) as (keyof Variant)[]
  if (fields.length === 0) return before
  const after: Variant = { ...draft, version: before.version + 1, updatedAt: now() }
  const written = [...fields, 'version', 'updatedAt'] as (keyof Variant)[]
  const saved = await tx
    .update(variants)
    .set(Object.fromEntries(written.map((name) => [name, after[name]])))
    .where(and(eq(variants.id, before.id), eq(variants.version, before.version)))
    .returning({ id: variants.id })
  if (saved.length === 0) {
    throw new AppError('Conflict', 'The variant changed meanwhile. Read it again and repeat the change.')
  }
  if (fields.includes('images')) {
    await tx.delete(variantImages).where(eq(variantImages.variantId, after.id))
    const rows = after.images.map((image, position) => ({ variantId: after.id, position, attachmentId: image.id }))
    if (rows.length > 0) await tx.insert(variantImages).values(rows)
  }
  await recordChange(tx, actor, {
    organizationId: after.organizationId,
    entity: 'variant',
    entityId: after.id,
    version: after.version,
    operation: 'update',
    before,
    after,
    batchId,
    at: after.updatedAt,
  })
  return after
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
      before: variant,
      batchId,
    })),
  )
}
