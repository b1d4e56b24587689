import { listOf } from '@/lib/api/primary/list-schema'
import { id } from '@/lib/api/primary/orders/schemas'
import { operation } from '@/lib/http/operation'
import { locationResource, locationTreeResource } from '@/lib/resources/location'
import { deleted, idList } from './fields'
import {
  locationPatchSchema,
  locationSchema,
  locationTreeSchema,
  moveSchema,
  newLocationSchema,
  productCountSchema,
} from './tree-schemas'

const tag = 'Locations'
const write = { tag, access: 'system', scope: 'products:write', expand: locationResource } as const

/** C2 */
export const listLocationTree = operation({
  id: 'listLocationTree',
  method: 'GET',
  path: '/locations-tree',
  aliases: ['/location-tree'],
  summary: 'Two levels of the tree of locations',
  description:
    'What stands below `parentId`; without one the roots, or with `$filter` whatever matches. Each node comes with its children and its numbers of products.',
  tag,
  access: 'public',
  list: { resource: locationTreeResource },
  query: { parentId: id.optional() },
  success: { status: 200, schema: listOf(locationTreeSchema) },
})

/** C3 */
export const listLocations = operation({
  id: 'listLocations',
  method: 'GET',
  path: '/locations',
  summary: 'All locations',
  tag,
  access: 'public',
  list: { resource: locationResource },
  success: { status: 200, schema: listOf(locationSchema) },
})

/** C4 */
export const createLocation = operation({
  ...write,
  id: 'createLocation',
  method: 'POST',
  path: '/locations',
  summary: 'Create a location',
  body: newLocationSchema,
  success: { status: 201, schema: locationSchema },
})

/** C5 */
export const countLocationProducts = operation({
  id: 'countLocationProducts',
  method: 'GET',
  path: '/locations:productCount',
  summary: 'How many published products each location holds',
  description: 'Products of the location or any below it, each once; unknown ids count 0.',
  tag,
  access: 'public',
  query: { locationIds: idList },
  success: { status: 200, schema: productCountSchema },
})

/** C6 */
export const readLocation = operation({
  id: 'readLocation',
  method: 'GET',
  path: '/locations/{locationId}',
  summary: 'One location',
  tag,
  access: 'public',
  expand: locationResource,
  success: { status: 200, schema: locationSchema },
  errors: ['NotFound'],
})

/** C7 */
export const patchLocation = operation({
  ...write,
  id: 'patchLocation',
  method: 'PATCH',
  path: '/locations/{locationId}',
  summary: 'Change a location',
  body: locationPatchSchema,
  success: { status: 200, schema: locationSchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

/** C8 */
export const deleteLocation = operation({
  id: 'deleteLocation',
  method: 'DELETE',
  path: '/locations/{locationId}',
  summary: 'Delete a location and everything below it',
  description: 'Products that name one of them lose it.',
  tag,
  access: 'system',
  scope: 'products:write',
  success: deleted,
  errors: ['NotFound', 'PreconditionFailed'],
})

/** Ours. */
export const moveLocation = operation({
  ...write,
  id: 'moveLocation',
  method: 'POST',
  path: '/locations/{locationId}/move',
  summary: 'Move a location in the tree',
  description: 'Below another parent, or to another place among its siblings.',
  body: moveSchema,
  success: { status: 200, schema: locationSchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

export const locationOperations = [
  listLocationTree,
  listLocations,
  createLocation,
  countLocationProducts,
  readLocation,
  patchLocation,
  deleteLocation,
  moveLocation,
]
