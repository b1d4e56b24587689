import type { Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { variantImages, variants } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { recordChanges } from '@/lib/history/record-change'
import type { Variant } from './variant'

const imageRows = ({ id, images }: Variant) =>
  images.map((image, position) => ({ variantId: id, position, attachmentId: image.id }))

/** Stores new variants, or those that come back, with the history entry of each. Their products are the caller's to update. */
export async function insertVariants(
  tx: Tx,
  actor: Actor,
  list: readonly Variant[],
  batchId: string | null = null,
  operation: 'create' | 'restore' = 'create',
): Promise<void> {
  await insertRows(tx, variants, list)
  const images = list.flatMap(imageRows)
  for (let from = 0; from < images.length; from += 1000) {
    await tx.insert(variantImages).values(images.slice(from, from + 1000))
  }
  await recordChanges(
    tx,
    actor,
    list.map((variant) => ({
      organizationId: variant.organizationId,
      entity: 'variant',
      entityId: variant.id,
      version: variant.version,
      operation,
      after: variant,
      batchId,
      at: operation === 'create' ? variant.createdAt : variant.updatedAt,
    })),
  )
}
