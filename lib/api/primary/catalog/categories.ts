import { listOf } from '@/lib/api/primary/list-schema'
import { id } from '@/lib/api/primary/orders/schemas'
import { operation } from '@/lib/http/operation'
import { categoryResource, categoryTreeResource } from '@/lib/resources/category'
import { deleted, idList } from './fields'
import {
  categoryPatchSchema,
  categorySchema,
  categoryTreeSchema,
  moveSchema,
  newCategorySchema,
  productCountSchema,
} from './tree-schemas'

const tag = 'Categories'
const write = { tag, access: 'system', scope: 'products:write', expand: categoryResource } as const

/** C12 */
export const listCategoryTree = operation({
  id: 'listCategoryTree',
  method: 'GET',
  path: '/categories-tree',
  aliases: ['/category-tree'],
  summary: 'Two levels of the tree of active categories',
  description: 'What stands below `parentId`, or the roots, each with its children and its numbers of products.',
  tag,
  access: 'public',
  list: { resource: categoryTreeResource },
  query: { parentId: id.optional() },
  success: { status: 200, schema: listOf(categoryTreeSchema) },
})

/** C13 */
export const listCategories = operation({
  id: 'listCategories',
  method: 'GET',
  path: '/categories',
  summary: 'All categories',
  tag,
  access: 'public',
  list: { resource: categoryResource },
  success: { status: 200, schema: listOf(categorySchema) },
})

/** C14 */
export const createCategory = operation({
  ...write,
  id: 'createCategory',
  method: 'POST',
  path: '/categories',
  summary: 'Create a category',
  body: newCategorySchema,
  success: { status: 201, schema: categorySchema },
})

/** C15 */
export const countCategoryProducts = operation({
  id: 'countCategoryProducts',
  method: 'GET',
  path: '/categories:productCount',
  summary: 'How many published products each category holds',
  description: 'Products of the category or any below it, each once; unknown ids count 0.',
  tag,
  access: 'public',
  query: { categoryIds: idList },
  success: { status: 200, schema: productCountSchema },
})

/** C16 */
export const readCategory = operation({
  id: 'readCategory',
  method: 'GET',
  path: '/categories/{categoryId}',
  summary: 'One category',
  tag,
  access: 'public',
  expand: categoryResource,
  success: { status: 200, schema: categorySchema },
  errors: ['NotFound'],
})

/** C17 */
export const patchCategory = operation({
  ...write,
  id: 'patchCategory',
  method: 'PATCH',
  path: '/categories/{categoryId}',
  summary: 'Change a category',
  body: categoryPatchSchema,
  success: { status: 200, schema: categorySchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

/** C18 */
export const deleteCategory = operation({
  id: 'deleteCategory',
  method: 'DELETE',
  path: '/categories/{categoryId}',
  summary: 'Delete a category that no product is in',
  description: 'Its children move up to its parent.',
  tag,
  access: 'system',
  scope: 'products:write',
  success: deleted,
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

/** Ours. */
export const moveCategory = operation({
  ...write,
  id: 'moveCategory',
  method: 'POST',
  path: '/categories/{categoryId}/move',
  summary: 'Move a category in the tree',
  description: 'Below another parent, or to another place among its siblings. Its `sequence` becomes its neighbour’s.',
  body: moveSchema,
  success: { status: 200, schema: categorySchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

export const categoryOperations = [
  listCategoryTree,
  listCategories,
  createCategory,
  countCategoryProducts,
  readCategory,
  patchCategory,
  deleteCategory,
  moveCategory,
]
