import type { Tx } from '@/db'
import { attributes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { touchCatalog } from '@/lib/catalog/stamp'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { mergeCustomFields } from '@/lib/merge-custom-fields'
import type { Attribute, NewAttribute } from './attribute'
import { checkAttribute } from './check-attribute'

/**
 * Adds an attribute that products may carry (C43).
 * @throws AppError BadArgument when its parts do not fit together
 */
export async function createAttribute(tx: Tx, actor: Actor, input: NewAttribute): Promise<Attribute> {
  const at = input.createdAt ?? now()
  const attribute: Attribute = {
    id: input.id ?? newId(at),
    name: input.name,
    type: input.type,
    order: input.order ?? 0,
    groupName: input.groupName ?? null,
    categoryIds: [...new Set(input.categoryIds)],
    items: input.items ?? [],
    itemGroups: input.itemGroups ?? [],
    customFields: mergeCustomFields({}, input.customFields ?? {}),
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  await checkAttribute(tx, attribute)
  await tx.insert(attributes).values(attribute)
  await recordChange(tx, actor, {
    organizationId: null,
    entity: 'attribute',
    entityId: attribute.id,
    version: 1,
    operation: 'create',
    after: attribute,
    at,
  })
  await touchCatalog(tx)
  return attribute
}
