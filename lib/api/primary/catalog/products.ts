import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { operation } from '@/lib/http/operation'
import { productResource } from '@/lib/resources/product'
import { deleted, idsSchema } from './fields'
import { copyProductSchema } from './product-act-schemas'
import {
  lenientIds,
  lenientList,
  newProductSchema,
  productBatchPatchSchema,
  productBatchPostSchema,
  productPatchSchema,
  productSchema,
} from './product-schemas'

const tag = 'Products'
const list = { resource: productResource, search: true }
const page = { status: 200, schema: listOf(productSchema, true) }
const write = { tag, access: 'organization', scope: 'products:write', verifiedEmail: true } as const
/** Paths without an organization: the domain decides about rights, once it knows whose product it is (decision 38). */
const writeById = { tag, access: 'any', scope: 'products:write' } as const
const expand = productResource
const eachForItself = 'With `Prefer: handling=lenient` each member succeeds or fails for itself.'

/** C19 */
export const listProducts = operation({
  id: 'listProducts',
  method: 'GET',
  path: '/products',
  summary: 'Published products of every organization',
  tag,
  access: 'public',
  list,
  success: page,
})

/** C20 */
export const listAllProducts = operation({
  id: 'listAllProducts',
  method: 'GET',
  path: '/admin/products',
  summary: 'Products of every organization, whatever their publication',
  tag,
  access: 'system',
  scope: 'products:read',
  list,
  success: page,
})

/** C21 */
export const listOrganizationProducts = operation({
  id: 'listOrganizationProducts',
  method: 'GET',
  path: '/orgs/{orgId}/products',
  summary: 'One organization’s products, whatever their publication',
  tag,
  access: 'organization',
  scope: 'products:read',
  list,
  success: page,
})

/** C22 */
export const createProduct = operation({
  ...write,
  id: 'createProduct',
  method: 'POST',
  path: '/orgs/{orgId}/products',
  summary: 'Create a product with its variants',
  expand,
  body: newProductSchema,
  success: { status: 201, schema: productSchema },
  errors: ['NotFound', 'Conflict'],
})

/** C23 */
export const createProducts = operation({
  ...write,
  id: 'batchCreateProducts',
  method: 'POST',
  path: '/orgs/{orgId}/products:batchPost',
  summary: 'Create many products, all or none',
  description: eachForItself,
  expand,
  body: productBatchPostSchema,
  lenient: lenientList,
  success: { status: 201, schema: z.array(productSchema) },
  errors: ['NotFound', 'Conflict'],
})

/** C24 */
export const readProduct = operation({
  id: 'readProduct',
  method: 'GET',
  path: '/orgs/{orgId}/products/{productId}',
  summary: 'One product',
  description: 'Anybody may read a published product; others only the organization’s owners and admins.',
  tag,
  access: 'optional',
  scope: 'products:read',
  expand,
  success: { status: 200, schema: productSchema },
  errors: ['NotFound'],
})

/** C24, as an alias. */
export const readProductById = operation({
  id: 'readProductById',
  method: 'GET',
  path: '/products/{productId}',
  summary: 'One product, by its id alone',
  tag,
  access: 'optional',
  scope: 'products:read',
  expand,
  success: { status: 200, schema: productSchema },
  errors: ['NotFound'],
})

const patch = {
  method: 'PATCH',
  description:
    'Objects are merged key by key, lists replaced whole. `variants` changes those with an `id`, makes those without and deletes those not listed.',
  expand,
  body: productPatchSchema,
  success: { status: 200, schema: productSchema },
  errors: ['Forbidden', 'NotFound', 'Conflict', 'PreconditionFailed'],
} as const

/** C25 */
export const patchProduct = operation({
  ...write,
  ...patch,
  id: 'patchProduct',
  path: '/orgs/{orgId}/products/{productId}',
  summary: 'Change a product',
})

/** C25, as an alias. */
export const patchProductById = operation({
  ...writeById,
  ...patch,
  id: 'patchProductById',
  path: '/products/{productId}',
  summary: 'Change a product, by its id alone',
})

const remove = {
  method: 'DELETE',
  success: deleted,
  errors: ['Forbidden', 'NotFound', 'PreconditionFailed'],
} as const

/** C26 */
export const deleteProduct = operation({
  ...write,
  ...remove,
  id: 'deleteProduct',
  path: '/orgs/{orgId}/products/{productId}',
  summary: 'Delete a product and its variants',
})

/** C26, as an alias. */
export const deleteProductById = operation({
  ...writeById,
  ...remove,
  id: 'deleteProductById',
  path: '/products/{productId}',
  summary: 'Delete a product and its variants, by its id alone',
})

/** C27 */
export const deleteProducts = operation({
  ...write,
  id: 'batchDeleteProducts',
  method: 'POST',
  path: '/orgs/{orgId}/products:batchDelete',
  summary: 'Delete many products, all or none',
  description: eachForItself,
  body: idsSchema,
  lenient: lenientIds,
  success: deleted,
  errors: ['NotFound'],
})

/** C28 */
export const patchProducts = operation({
  ...write,
  id: 'batchPatchProducts',
  method: 'PATCH',
  path: '/orgs/{orgId}/products:batchPatch',
  summary: 'Change many products, all or none',
  description: `Later entries override earlier ones. ${eachForItself}`,
  body: productBatchPatchSchema,
  lenient: lenientList,
  success: { status: 204 },
  errors: ['Forbidden', 'NotFound', 'Conflict'],
})

/** C29 */
export const copyProduct = operation({
  ...writeById,
  id: 'copyProduct',
  method: 'POST',
  path: '/products/{productId}:copy',
  summary: 'Duplicate a product',
  description:
    'The copy has the same content and variants, as a draft, not promoted, without SKUs and followers. The body, which may be left out, says what is to differ.',
  expand,
  body: copyProductSchema,
  bodyOptional: true,
  success: { status: 201, schema: productSchema },
  errors: ['Forbidden', 'NotFound', 'Conflict'],
})

export const productOperations = [
  listProducts,
  listAllProducts,
  listOrganizationProducts,
  createProduct,
  createProducts,
  readProduct,
  readProductById,
  patchProduct,
  patchProductById,
  deleteProduct,
  deleteProductById,
  deleteProducts,
  patchProducts,
  copyProduct,
]
