import type { Reader } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { notFound } from '@/lib/errors'
import { findVariants } from './find-variants'
import { loadOwners, type Owner } from './owners'
import type { Variant } from './variant'

/**
 * Variants that are to be written, found by id alone, with what they belong to.
 * @throws AppError NotFound for an id nobody has or the actor may not read, Forbidden for one it may not write
 */
export async function findVariantsToWrite(
  db: Reader,
  actor: Actor,
  ids: readonly string[],
): Promise<{ variants: Map<string, Variant>; owners: Map<string, Owner> }> {
  const distinct = [...new Set(ids)]
  const variants = await findVariants(db, distinct)
  const productIds = [...new Set([...variants.values()].map(({ productId }) => productId))]
  const owners = await loadOwners(db, actor, productIds)
  if (variants.size < distinct.length) throw notFound('Variant')
  return { variants, owners }
}
