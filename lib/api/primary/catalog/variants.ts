import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { operation } from '@/lib/http/operation'
import { variantResource } from '@/lib/resources/variant'
import { deleted } from './fields'
import {
  lenientList,
  lenientVariantIds,
  newVariantSchema,
  skuHoldersSchema,
  skusSchema,
  variantBatchPatchSchema,
  variantBatchPostSchema,
  variantIdsSchema,
  variantPatchSchema,
  variantSchema,
} from './product-schemas'

const tag = 'Variants'
const write = { tag, access: 'organization', scope: 'products:write', verifiedEmail: true } as const
/** Paths without an organization: the domain decides about rights, once it knows whose product it is (decision 38). */
const writeById = { tag, access: 'any', scope: 'products:write' } as const
const read = { tag, access: 'optional', scope: 'products:read' } as const
const expand = variantResource
const whole = { status: 200, schema: variantSchema }
const eachForItself = 'With `Prefer: handling=lenient` each member succeeds or fails for itself.'

/** C30 */
export const createVariants = operation({
  ...writeById,
  id: 'batchCreateVariants',
  method: 'POST',
  path: '/variants:batchPost',
  summary: 'Create many variants, across products and organizations, all or none',
  description: eachForItself,
  expand,
  body: variantBatchPostSchema,
  lenient: lenientList,
  success: { status: 201, schema: z.array(variantSchema) },
  errors: ['Forbidden', 'NotFound', 'Conflict'],
})

/** C31 */
export const deleteVariants = operation({
  ...writeById,
  id: 'batchDeleteVariants',
  method: 'POST',
  path: '/variants:batchDelete',
  summary: 'Delete many variants, all or none',
  description: eachForItself,
  body: variantIdsSchema,
  lenient: lenientVariantIds,
  success: deleted,
  errors: ['Forbidden', 'NotFound'],
})

/** C32 */
export const patchVariants = operation({
  ...writeById,
  id: 'batchPatchVariants',
  method: 'PATCH',
  path: '/variants:batchPatch',
  summary: 'Change many variants, all or none',
  description: `Later entries override earlier ones. ${eachForItself}`,
  body: variantBatchPatchSchema,
  lenient: lenientList,
  success: { status: 204 },
  errors: ['Forbidden', 'NotFound', 'Conflict'],
})

/** Ours: what a screen asks before it makes many variants. A POST, because SKUs are long and many. */
export const findSkus = operation({
  tag,
  access: 'organization',
  scope: 'products:read',
  id: 'findSkus',
  method: 'POST',
  path: '/orgs/{orgId}/variants:findSkus',
  summary: 'Which of these SKUs the organization uses already, and where',
  description: 'SKUs that are free are missing from the answer. Nothing is written.',
  body: skusSchema,
  transaction: false,
  success: { status: 200, schema: skuHoldersSchema },
})

const list = { method: 'GET', list: { resource: variantResource }, errors: ['NotFound'] } as const

/** C33 */
export const listVariants = operation({
  ...read,
  ...list,
  id: 'listVariants',
  path: '/orgs/{orgId}/products/{productId}/variants',
  summary: 'A product’s variants',
  success: { status: 200, schema: listOf(variantSchema) },
})

/** C33, as an alias. */
export const listVariantsById = operation({
  ...read,
  ...list,
  id: 'listVariantsByProductId',
  path: '/products/{productId}/variants',
  summary: 'A product’s variants, by the product’s id alone',
  success: { status: 200, schema: listOf(variantSchema) },
})

const create = {
  method: 'POST',
  expand,
  body: newVariantSchema,
  success: { status: 201, schema: variantSchema },
  errors: ['Forbidden', 'NotFound', 'Conflict'],
} as const

/** C34 */
export const createVariant = operation({
  ...write,
  ...create,
  id: 'createVariant',
  path: '/orgs/{orgId}/products/{productId}/variants',
  summary: 'Add a variant to a product',
})

/** C34, as an alias. */
export const createVariantById = operation({
  ...writeById,
  ...create,
  id: 'createVariantByProductId',
  path: '/products/{productId}/variants',
  summary: 'Add a variant to a product, by its id alone',
})

/** C35 */
export const readVariant = operation({
  ...read,
  id: 'readVariant',
  method: 'GET',
  path: '/orgs/{orgId}/products/{productId}/variants/{variantId}',
  summary: 'One variant',
  expand,
  success: whole,
  errors: ['NotFound'],
})

/** C35, as an alias. */
export const readVariantById = operation({
  ...read,
  id: 'readVariantByProductId',
  method: 'GET',
  path: '/products/{productId}/variants/{variantId}',
  summary: 'One variant, by the product’s id alone',
  expand,
  success: whole,
  errors: ['NotFound'],
})

const patch = {
  method: 'PATCH',
  expand,
  body: variantPatchSchema,
  success: whole,
  errors: ['Forbidden', 'NotFound', 'Conflict', 'PreconditionFailed'],
} as const

/** C36 */
export const patchVariant = operation({
  ...write,
  ...patch,
  id: 'patchVariant',
  path: '/orgs/{orgId}/products/{productId}/variants/{variantId}',
  summary: 'Change a variant',
})

/** C36, as an alias. */
export const patchVariantById = operation({
  ...writeById,
  ...patch,
  id: 'patchVariantByProductId',
  path: '/products/{productId}/variants/{variantId}',
  summary: 'Change a variant, by the product’s id alone',
})

const remove = {
  method: 'DELETE',
  success: deleted,
  errors: ['Forbidden', 'NotFound', 'PreconditionFailed'],
} as const

/** C37 */
export const deleteVariant = operation({
  ...write,
  ...remove,
  id: 'deleteVariant',
  path: '/orgs/{orgId}/products/{productId}/variants/{variantId}',
  summary: 'Delete a variant',
})

/** C37, as an alias. */
export const deleteVariantById = operation({
  ...writeById,
  ...remove,
  id: 'deleteVariantByProductId',
  path: '/products/{productId}/variants/{variantId}',
  summary: 'Delete a variant, by the product’s id alone',
})

export const variantOperations = [
  createVariants,
  deleteVariants,
  patchVariants,
  findSkus,
  listVariants,
  listVariantsById,
  createVariant,
  createVariantById,
  readVariant,
  readVariantById,
  patchVariant,
  patchVariantById,
  deleteVariant,
  deleteVariantById,
]
