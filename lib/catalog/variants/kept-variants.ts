import type { Reader } from '@/db'
import { attachments } from '@/db/schema'
import { findStanding } from '@/lib/catalog/find-standing'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import type { StoredChange } from '@/lib/history/find-changes'
import { keptFields, lastVersions } from '@/lib/history/kept-row'
import { findSkus } from './find-skus'
import { requireFreeSkus, skuHash } from './sku'
import type { Variant } from './variant'

/** The order of a product's list. */
export const byPlace = (one: Variant, other: Variant) =>
  one.position - other.position || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** Deleted variants as they can be stored again, in the order of their list; images that are gone by now are left out. */
export async function keptVariants(db: Reader, deletions: readonly StoredChange[]): Promise<Variant[]> {
  const kept = deletions.map((deletion) => ({ id: deletion.entityId, ...(keptFields(deletion) as Partial<Variant>) }))
  const versions = await lastVersions(
    db,
    'variant',
    kept.map(({ id }) => id),
  )
  const images = kept.flatMap(({ images = [] }) => images.map(({ id }) => id))
  const standing = await findStanding(db, attachments, images)
  const at = now()
  return kept
    .map(
      (fields) =>
        ({
          sku: null,
          ...fields,
          skuHash: skuHash(fields.sku),
          images: (fields.images ?? []).filter(({ id }) => standing.has(id)),
          version: (versions.get(fields.id) ?? 0) + 1,
          updatedAt: at,
        }) as Variant,
    )
    .sort(byPlace)
}

/** Why variants cannot have their SKUs back: which one is taken by now, and by what. */
export async function findSkuObjection(
  db: Reader,
  organizationId: string,
  list: readonly Variant[],
): Promise<{ reason: string; inner?: { code: string; sku: string; product: string } } | undefined> {
  try {
    const wanted = list.map(({ sku }, i) => ({ sku, variantId: null, target: `variants.${i}.sku` }))
    await requireFreeSkus(db, organizationId, wanted)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const skus = list.flatMap(({ sku }) => sku ?? [])
    const [holder, ...others] = await findSkus(db, organizationId, skus)
    if (!holder) return { reason: error.message }
    const more = others.length === 0 ? '' : ` ${others.length} more ${others.length === 1 ? 'is' : 'are'} taken, too.`
    const { sku, productName } = holder
    const inner = { code: 'SkuTaken', sku, product: productName }
    return { reason: `The SKU ${sku} is taken by now, by “${productName}”.${more}`, inner }
  }
}
