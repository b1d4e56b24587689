import type { Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { mergeCustomFields } from '@/lib/merge-custom-fields'
import type { Attribute, AttributePatch } from './attribute'
import { valueProblem } from './attribute-value'
import { findProductsWith } from './carriers'
import { checkAttribute } from './check-attribute'
import { getAttribute } from './find-attributes'
import { saveAttribute } from './save-attribute'

/**
 * Changes an attribute (C44). A new type or shorter list of items must fit the values products already carry.
 * @throws AppError NotFound, PreconditionFailed, BadArgument, Conflict when stored values would not fit any more
 */
export async function updateAttribute(
  tx: Tx,
  actor: Actor,
  id: string,
  patch: AttributePatch,
  expected?: Expected,
): Promise<Attribute> {
  const attribute = await getAttribute(tx, id)
  requireVersion('The attribute', attribute.version, expected)
  const { customFields, categoryIds, ...plain } = patch
  const draft: Attribute = {
    ...attribute,
    ...plain,
    ...(categoryIds ? { categoryIds: [...new Set(categoryIds)] } : {}),
    ...(customFields ? { customFields: mergeCustomFields(attribute.customFields, customFields) } : {}),
  }
  await checkAttribute(tx, draft)
  await requireFitting(tx, attribute, draft)
  return saveAttribute(tx, actor, attribute, draft)
}

async function requireFitting(tx: Tx, before: Attribute, after: Attribute): Promise<void> {
  const kept = new Set(after.items.map(({ key }) => key))
  if (before.type === after.type && before.items.every(({ key }) => kept.has(key))) return
  let misfits = 0
  for (const product of await findProductsWith(tx, before.id)) {
    const { value } = product.attributes.find(({ attributeId }) => attributeId === before.id)!
    if (valueProblem(after, value)) misfits++
  }
  if (misfits === 0) return
  const message = `${misfits === 1 ? 'One product has' : `${misfits} products have`} a value that would not fit any more. Change them first.`
  throw new AppError('Conflict', message, {
    target: 'Attribute',
    details: [{ code: 'Blocked', target: 'products', message }],
    inner: { code: 'AttributeInUse', products: misfits },
  })
}
