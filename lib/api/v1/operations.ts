import type { AnyOperation } from '@/lib/http/operation'
import { operation } from '@/lib/http/operation'
import { genericListQuery, genericListSchema, genericOrderSchema, genericUpdate, newGenericOrder } from './schemas'

const tag = 'Orders'

/** The five operations of the generic contract (spec other-order-apis B.1). */
export const listGenericOrders = operation({
  id: 'listOrders',
  method: 'GET',
  path: '/v1/orders',
  summary: 'List orders',
  tag,
  access: 'any',
  scope: 'orders:read',
  query: genericListQuery,
  long: true,
  success: { status: 200, schema: genericListSchema },
})

export const createGenericOrder = operation({
  id: 'createOrder',
  method: 'POST',
  path: '/v1/orders',
  summary: 'Create an order',
  description: 'Prices come from the catalog. An unknown customer is registered under the id given.',
  tag,
  access: 'any',
  scope: 'orders:write',
  body: newGenericOrder,
  success: { status: 201, schema: genericOrderSchema },
})

export const readGenericOrder = operation({
  id: 'getOrder',
  method: 'GET',
  path: '/v1/orders/{orderId}',
  summary: 'Read an order',
  tag,
  access: 'any',
  scope: 'orders:read',
  success: { status: 200, schema: genericOrderSchema },
})

export const updateGenericOrder = operation({
  id: 'updateOrder',
  method: 'PUT',
  path: '/v1/orders/{orderId}',
  summary: 'Change an order’s status or shipping address',
  description:
    'The status moves forward and may skip ahead; the same status changes nothing. Other members may be repeated as they are. The address is applied before the status.',
  tag,
  access: 'any',
  scope: 'orders:write',
  body: genericUpdate,
  success: { status: 200, schema: genericOrderSchema },
  errors: ['PreconditionFailed'],
})

export const cancelGenericOrder = operation({
  id: 'cancelOrder',
  method: 'DELETE',
  path: '/v1/orders/{orderId}',
  summary: 'Cancel an order',
  description: 'Nothing is erased: the order stays readable as `cancelled`. Canceling it again changes nothing.',
  tag,
  access: 'any',
  scope: 'orders:write',
  success: { status: 204 },
  errors: ['PreconditionFailed'],
})

export const genericOperations = [
  listGenericOrders,
  createGenericOrder,
  readGenericOrder,
  updateGenericOrder,
  cancelGenericOrder,
] as unknown as readonly AnyOperation[]
