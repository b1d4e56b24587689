import type { z } from 'zod'
import type { Attribute } from '@/lib/catalog/attributes/attribute'
import { toIso } from '@/lib/clock'
import type { attributeSchema } from './attributes'

type AttributeJson = z.output<typeof attributeSchema>

/** Ours to theirs (spec nodeblocks 4.7). */
export const toAttribute = (attribute: Attribute): AttributeJson => ({
  id: attribute.id,
  categoryIds: attribute.categoryIds,
  ...(attribute.groupName === null ? {} : { groupName: attribute.groupName }),
  items: attribute.items,
  itemGroups: attribute.itemGroups,
  name: attribute.name,
  order: attribute.order,
  type: attribute.type as AttributeJson['type'],
  customFields: attribute.customFields,
  createdAt: toIso(attribute.createdAt),
  updatedAt: toIso(attribute.updatedAt),
})
