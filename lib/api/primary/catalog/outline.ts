import { operation } from '@/lib/http/operation'
import { deleted } from './fields'
import {
  foundNodesQuery,
  foundNodesSchema,
  impactSchema,
  levelsQuery,
  levelsSchema,
  movedSchema,
  movesSchema,
  replaceCategorySchema,
  replaceLocationSchema,
} from './outline-schemas'
import { changeResultSchema } from './product-act-schemas'

// What the screens of the trees need beyond the contract; all of it ours.

const levels = {
  method: 'GET',
  access: 'public',
  query: levelsQuery,
  success: { status: 200, schema: levelsSchema },
} as const

const find = {
  method: 'GET',
  access: 'public',
  description: 'By `ids` or by `words`; each node comes with everything above it.',
  query: foundNodesQuery,
  success: { status: 200, schema: foundNodesSchema },
} as const

const move = {
  method: 'POST',
  access: 'system',
  scope: 'products:write',
  description: 'All of them or none. `was` of the answer, sent back, restores the exact place.',
  body: movesSchema,
  success: { status: 200, schema: movedSchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
} as const

const impact = {
  method: 'GET',
  access: 'system',
  scope: 'products:read',
  success: { status: 200, schema: impactSchema },
  errors: ['NotFound'],
} as const

const replace = {
  method: 'POST',
  access: 'system',
  scope: 'products:write',
  success: deleted,
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
} as const

export const listCategoryLevels = operation({
  ...levels,
  id: 'listCategoryLevels',
  path: '/categories:levels',
  summary: 'The children of several categories at once',
  tag: 'Categories',
})

export const findCategoryNodes = operation({
  ...find,
  id: 'findCategoryNodes',
  path: '/categories:find',
  summary: 'Categories with what is above them',
  tag: 'Categories',
})

export const moveCategories = operation({
  ...move,
  id: 'moveCategories',
  path: '/categories:batchMove',
  summary: 'Move several categories',
  tag: 'Categories',
})

export const readCategoryImpact = operation({
  ...impact,
  id: 'readCategoryImpact',
  path: '/categories/{categoryId}/impact',
  summary: 'What deleting a category would touch',
  tag: 'Categories',
})

export const replaceCategory = operation({
  ...replace,
  id: 'replaceCategory',
  path: '/categories/{categoryId}/replace',
  summary: 'Put a category’s products into another one and delete it',
  description: 'Products of every organization. Its children move up to its parent.',
  tag: 'Categories',
  body: replaceCategorySchema,
})

export const listLocationLevels = operation({
  ...levels,
  id: 'listLocationLevels',
  path: '/locations:levels',
  summary: 'The children of several locations at once',
  tag: 'Locations',
})

export const findLocationNodes = operation({
  ...find,
  id: 'findLocationNodes',
  path: '/locations:find',
  summary: 'Locations with what is above them',
  tag: 'Locations',
})

export const moveLocations = operation({
  ...move,
  id: 'moveLocations',
  path: '/locations:batchMove',
  summary: 'Move several locations',
  tag: 'Locations',
})

export const readLocationImpact = operation({
  ...impact,
  id: 'readLocationImpact',
  path: '/locations/{locationId}/impact',
  summary: 'What deleting a location would touch',
  tag: 'Locations',
})

export const replaceLocation = operation({
  ...replace,
  id: 'replaceLocation',
  path: '/locations/{locationId}/replace',
  summary: 'Delete a location, its products getting another one',
  tag: 'Locations',
  body: replaceLocationSchema,
})

export const revertDeletion = operation({
  id: 'revertDeletion',
  method: 'POST',
  path: '/catalog-batches/{batchId}:revert',
  summary: 'Take back the deletion of a category, location or attribute',
  description:
    'What was deleted is there again under its id, at its exact place; children that moved up, products that got something else or lost it, and attributes are as before, unless somebody changed just that since: their rows say who did what and when. 409 when the parent is gone. The revert is a batch of its own, which cannot be taken back.',
  tag: 'History',
  access: 'system',
  scope: 'products:write',
  success: { status: 200, schema: changeResultSchema },
  errors: ['NotFound', 'Conflict'],
})

export const outlineOperations = [
  listCategoryLevels,
  findCategoryNodes,
  moveCategories,
  readCategoryImpact,
  replaceCategory,
  listLocationLevels,
  findLocationNodes,
  moveLocations,
  readLocationImpact,
  replaceLocation,
  revertDeletion,
]
