import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { variants } from '@/db/schema'
import { AppError, type ErrorDetail } from '@/lib/errors'

/** What makes a SKU unique within its organization; an absent or empty one clashes with nothing. */
export const skuHash = (sku: string | null | undefined): string | null =>
  sku ? createHash('sha256').update(sku).digest('hex') : null

export type WantedSku = {
  sku: string | null | undefined
  /** The variant that is to have it; null for a new one. */
  variantId: string | null
  /** Its place in the body. */
  target: string
}

/**
 * Checks that no two variants of an organization would share a SKU. `leaving` are variants about to lose theirs.
 * @throws AppError Conflict naming each
 */
export async function requireFreeSkus(
  db: Reader,
  organizationId: string,
  wanted: readonly WantedSku[],
  leaving: readonly string[] = [],
): Promise<void> {
  const given = wanted.filter(({ sku }) => sku)
  if (given.length === 0) return
  const hashes = [...new Set(given.map(({ sku }) => skuHash(sku)!))]
  const holders = new Map<string, string | null>()
  for (let from = 0; from < hashes.length; from += 500) {
    const rows = await db
      .select({ id: variants.id, hash: variants.skuHash })
      .from(variants)
      .where(
        and(eq(variants.organizationId, organizationId), inArray(variants.skuHash, hashes.slice(from, from + 500))),
      )
    for (const { id, hash } of rows) if (!leaving.includes(id)) holders.set(hash!, id)
  }
  const details: ErrorDetail[] = []
  const rewritten = new Set(wanted.map(({ variantId }) => variantId))
  const taken = new Set<string>()
  for (const { sku, variantId, target } of given) {
    const hash = skuHash(sku)!
    const holder = holders.get(hash)
    const held = holder !== undefined && holder !== variantId && !rewritten.has(holder)
    if (held || taken.has(hash)) {
      details.push({ code: 'Duplicate', target, message: `Another variant of the organization has the SKU ${sku}.` })
    }
    taken.add(hash)
  }
  if (details.length > 0) {
    throw new AppError('Conflict', details[0]!.message, { target: 'sku', details: details.slice(0, 50) })
  }
}
