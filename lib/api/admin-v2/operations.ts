import { type AnyOperation, operation } from '@/lib/http/operation'
import { contestListQuery, storeListQuery, versionsQuery } from './query-schemas'
import {
  contestListSchema,
  contestSchema,
  newContestSchema,
  retrySchema,
  reviewSchema,
  storeListSchema,
  storeOrderSchema,
  storePatchSchema,
  vendorMetadataInput,
  vendorMetadataSchema,
} from './schemas'

const orders = { tag: 'Orders', access: 'any' } as const
const contests = { tag: 'Contests', access: 'any' } as const

/** A1 */
export const patchStoreOrder = operation({
  ...orders,
  id: 'updateOrder',
  method: 'PATCH',
  path: '/admin/v2/orders/{orderId}',
  summary: 'Change an order',
  description:
    'Everything is optional; `{}` changes nothing. A payment status decides the status, whatever `status` says. `products` is the complete new list. Each call that changes something makes a new version.',
  scope: 'orders:write',
  body: storePatchSchema,
  success: { status: 200, schema: storeOrderSchema },
})

/** A2 */
export const listStoreOrders = operation({
  ...orders,
  id: 'listOrders',
  method: 'GET',
  path: '/admin/v2/orders',
  summary: 'List orders',
  scope: 'orders:read',
  query: storeListQuery,
  long: true,
  success: { status: 200, schema: storeListSchema },
})

/** A3 */
export const readStoreOrder = operation({
  ...orders,
  id: 'getOrder',
  method: 'GET',
  path: '/admin/v2/orders/{orderId}',
  summary: 'Read an order’s latest version',
  scope: 'orders:read',
  success: { status: 200, schema: storeOrderSchema },
})

/** A4 */
export const addStoreMetadata = operation({
  ...orders,
  id: 'addVendorMetadata',
  method: 'POST',
  path: '/admin/v2/orders/{orderId}/vendor-metadata/{vendorName}',
  summary: 'Append an entry of a vendor',
  description: 'Makes no new version.',
  scope: 'orders:write',
  body: vendorMetadataInput,
  success: { status: 200, schema: vendorMetadataSchema },
})

/** A5 */
export const retryStoreOrder = operation({
  ...orders,
  id: 'retryOrder',
  method: 'POST',
  path: '/admin/v2/orders/{orderId}/retry',
  summary: 'Run the checkout again',
  scope: 'orders:write',
  success: { status: 200, schema: retrySchema },
  errors: ['Conflict'],
})

/** A6, ours */
export const listStoreVersions = operation({
  ...orders,
  id: 'listOrderVersions',
  method: 'GET',
  path: '/admin/v2/orders/{orderId}/versions',
  summary: 'All versions of an order, newest first',
  scope: 'orders:read',
  query: versionsQuery,
  success: { status: 200, schema: storeListSchema },
})

/** A7 */
export const listContests = operation({
  ...contests,
  id: 'listContests',
  method: 'GET',
  path: '/admin/v2/contests',
  summary: 'List contested orders',
  scope: 'orders:read',
  query: contestListQuery,
  long: true,
  success: { status: 200, schema: contestListSchema },
})

/** A8 */
export const readContest = operation({
  ...contests,
  id: 'getContest',
  method: 'GET',
  path: '/admin/v2/contests/{orderId}',
  summary: 'The contest of an order',
  scope: 'orders:read',
  success: { status: 200, schema: contestSchema },
})

/** A9 */
export const reviewContest = operation({
  ...contests,
  id: 'reviewContest',
  method: 'PATCH',
  path: '/admin/v2/contests/{orderId}',
  summary: 'Finish the review',
  description: 'The reviewed quantities become the order’s, in a new version.',
  scope: 'orders:write',
  body: reviewSchema,
  success: { status: 200, schema: contestSchema },
})

/** A10 */
export const openContest = operation({
  ...contests,
  id: 'createContest',
  method: 'POST',
  path: '/admin/v2/contests',
  summary: 'Contest an order',
  description: '`contestedQuantity` is the quantity the shopper says is right; products not named stand as they are.',
  scope: 'orders:write',
  body: newContestSchema,
  success: { status: 201, schema: contestSchema },
})

export const storeOperations = [
  patchStoreOrder,
  listStoreOrders,
  readStoreOrder,
  addStoreMetadata,
  retryStoreOrder,
  listStoreVersions,
  listContests,
  readContest,
  reviewContest,
  openContest,
] as unknown as readonly AnyOperation[]
