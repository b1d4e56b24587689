import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { customFields, dateTime, id } from '@/lib/api/primary/orders/schemas'
import { operation } from '@/lib/http/operation'
import { attributeResource, attributeTypes } from '@/lib/resources/attribute'
import { deleted, name, shortText } from './fields'

const tag = 'Attributes'

const key = z.string().min(1, 'A key needs at least one character.').max(256)
const items = z.array(z.strictObject({ key, value: shortText, groupName: key.optional() })).max(1000)
const itemGroups = z
  .array(z.strictObject({ key, value: shortText, categoryIds: z.array(id).max(1000).optional() }))
  .max(1000)

/** Spec nodeblocks 4.7. */
export const attributeSchema = z
  .strictObject({
    id,
    categoryIds: z.array(id),
    groupName: z.string().optional(),
    items,
    itemGroups,
    name: z.string(),
    order: z.number(),
    type: z.enum(attributeTypes),
    customFields: z.record(z.string(), z.unknown()),
    createdAt: dateTime,
    updatedAt: dateTime,
  })
  .meta({ id: 'Attribute' })

/** Body of C43. */
export const newAttributeSchema = z
  .strictObject({
    name,
    type: z.enum(attributeTypes),
    order: z.number().optional(),
    groupName: shortText.nullable().optional(),
    categoryIds: z.array(id).max(1000).optional(),
    items: items.optional().meta({ description: 'What can be chosen; Select and MultiSelect only.' }),
    itemGroups: itemGroups.optional(),
    customFields: customFields.optional(),
  })
  .meta({ id: 'NewAttribute' })

/** Body of C44. */
export const attributePatchSchema = newAttributeSchema.partial().meta({ id: 'AttributePatch' })

const write = { tag, access: 'system', scope: 'products:write' } as const

/** C42 */
export const listAttributes = operation({
  id: 'listAttributes',
  method: 'GET',
  path: '/attributes',
  summary: 'The attributes products may carry',
  tag,
  access: 'public',
  list: { resource: attributeResource },
  success: { status: 200, schema: listOf(attributeSchema) },
})

/** C43 */
export const createAttribute = operation({
  ...write,
  id: 'createAttribute',
  method: 'POST',
  path: '/attributes',
  summary: 'Create an attribute',
  body: newAttributeSchema,
  success: { status: 201, schema: attributeSchema },
})

/** Ours. */
export const readAttribute = operation({
  id: 'readAttribute',
  method: 'GET',
  path: '/attributes/{attributeId}',
  summary: 'One attribute',
  tag,
  access: 'public',
  success: { status: 200, schema: attributeSchema },
  errors: ['NotFound'],
})

/** C44 */
export const patchAttribute = operation({
  ...write,
  id: 'patchAttribute',
  method: 'PATCH',
  path: '/attributes/{attributeId}',
  summary: 'Change an attribute',
  description: 'A new type or a shorter list of items is refused while products carry values that would not fit.',
  body: attributePatchSchema,
  success: { status: 200, schema: attributeSchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

/** Ours. */
export const readAttributeImpact = operation({
  id: 'readAttributeImpact',
  method: 'GET',
  path: '/attributes/{attributeId}/impact',
  summary: 'How many products would lose a value if an attribute were deleted',
  tag,
  access: 'system',
  scope: 'products:read',
  success: { status: 200, schema: z.strictObject({ numberOfProducts: z.int().min(0) }) },
  errors: ['NotFound'],
})

/** C45 */
export const deleteAttribute = operation({
  ...write,
  id: 'deleteAttribute',
  method: 'DELETE',
  path: '/attributes/{attributeId}',
  summary: 'Delete an attribute and its values on all products',
  success: deleted,
  errors: ['NotFound', 'PreconditionFailed'],
})

export const attributeOperations = [
  listAttributes,
  createAttribute,
  readAttribute,
  patchAttribute,
  readAttributeImpact,
  deleteAttribute,
]
