import { z } from 'zod'
import { changeSchema, listOf } from '@/lib/api/primary/list-schema'
import { operation } from '@/lib/http/operation'
import { changeResource } from '@/lib/resources/change'
import { orderResource } from '@/lib/resources/order'
import {
  newOrderSchema,
  orderPatchSchema,
  orderSchema,
  productStatsSchema,
  statusCountsSchema,
  transitionsSchema,
} from './schemas'

const tag = 'Orders'
const list = { resource: orderResource, search: true }
const orderList = { status: 200, schema: listOf(orderSchema, true) }

/** O2 */
export const listOrders = operation({
  id: 'listOrders',
  method: 'GET',
  path: '/orders',
  summary: 'All orders of every organization',
  tag,
  access: 'system',
  scope: 'orders:read',
  list,
  success: orderList,
})

/** O3 */
export const listUserOrders = operation({
  id: 'listUserOrders',
  method: 'GET',
  path: '/users/{userId}/orders',
  summary: 'One user’s orders',
  tag,
  access: 'self',
  scope: 'orders:read',
  list,
  success: orderList,
  errors: ['NotFound'],
})

/** O4 */
export const listOrganizationOrders = operation({
  id: 'listOrganizationOrders',
  method: 'GET',
  path: '/orgs/{orgId}/orders',
  summary: 'One organization’s orders',
  tag,
  access: 'organization',
  scope: 'orders:read',
  list,
  success: orderList,
})

/** O5 */
export const createOrder = operation({
  id: 'createOrder',
  method: 'POST',
  path: '/orgs/{orgId}/orders',
  summary: 'Place an order',
  description:
    'Guests may order published products. Names, SKU and prices are taken from the catalog and never refreshed; totals and tax are worked out here.',
  tag,
  access: 'optional',
  scope: 'orders:write',
  expand: orderResource,
  body: newOrderSchema,
  success: { status: 201, schema: orderSchema },
  errors: ['Forbidden'],
})

/** O6 */
export const readOrder = operation({
  id: 'readOrder',
  method: 'GET',
  path: '/orgs/{orgId}/orders/{orderId}',
  summary: 'One order',
  tag,
  access: 'creator',
  scope: 'orders:read',
  expand: orderResource,
  success: { status: 200, schema: orderSchema },
  errors: ['Forbidden', 'NotFound'],
})

/** O7 */
export const patchOrder = operation({
  id: 'patchOrder',
  method: 'PATCH',
  path: '/orgs/{orgId}/orders/{orderId}',
  summary: 'Change an order’s status, contact or custom fields',
  description: 'The status moves forward only; see the transitions of the order for what is allowed now.',
  tag,
  access: 'organization',
  scope: 'orders:write',
  expand: orderResource,
  body: orderPatchSchema,
  success: { status: 200, schema: orderSchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

/** O8 */
export const deleteOrder = operation({
  id: 'deleteOrder',
  method: 'DELETE',
  path: '/orgs/{orgId}/orders/{orderId}',
  summary: 'Delete a PENDING order',
  tag,
  access: 'organization',
  scope: 'orders:write',
  success: { status: 204 },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

const productIds = z
  .string()
  .regex(/^[0-9a-z]{24}(,[0-9a-z]{24})*$/, 'Expected ids separated by commas.')
  .transform((text) => text.split(','))
  .refine((ids) => ids.length <= 500, 'At most 500 ids.')

/** O9 */
export const countOrdersByProduct = operation({
  id: 'countOrdersByProduct',
  method: 'GET',
  path: '/orgs/{orgId}/products/stats/orders',
  summary: 'How many orders contain each product',
  tag,
  access: 'organization',
  scope: 'orders:read',
  query: { productIds },
  success: { status: 200, schema: productStatsSchema },
})

export const readTransitions = operation({
  id: 'readOrderTransitions',
  method: 'GET',
  path: '/orgs/{orgId}/orders/{orderId}/transitions',
  summary: 'Where an order may go now',
  tag,
  access: 'creator',
  scope: 'orders:read',
  success: { status: 200, schema: transitionsSchema },
  errors: ['Forbidden', 'NotFound'],
})

export const revertOrder = operation({
  id: 'revertOrder',
  method: 'POST',
  path: '/orgs/{orgId}/orders/{orderId}/revert',
  summary: 'Take back the latest status move',
  description: 'Possible while nothing later happened to the order. Not itself revertible.',
  tag,
  access: 'organization',
  scope: 'orders:write',
  expand: orderResource,
  success: { status: 200, schema: orderSchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
})

export const readOrderHistory = operation({
  id: 'readOrderHistory',
  method: 'GET',
  path: '/orgs/{orgId}/orders/{orderId}/history',
  summary: 'What happened to an order, newest first',
  tag,
  access: 'organization',
  scope: 'orders:read',
  list: { resource: changeResource, expand: false },
  success: { status: 200, schema: listOf(changeSchema) },
  errors: ['NotFound'],
})

export const countOrdersByStatus = operation({
  id: 'countOrdersByStatus',
  method: 'GET',
  path: '/orgs/{orgId}/orders:statusCounts',
  summary: 'How many orders are in each status',
  tag,
  access: 'organization',
  scope: 'orders:read',
  success: { status: 200, schema: statusCountsSchema },
})

export const orderOperations = [
  listOrders,
  listUserOrders,
  listOrganizationOrders,
  createOrder,
  readOrder,
  patchOrder,
  deleteOrder,
  countOrdersByProduct,
  readTransitions,
  revertOrder,
  readOrderHistory,
  countOrdersByStatus,
]
