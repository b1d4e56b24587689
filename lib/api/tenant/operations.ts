import { z } from 'zod'
import { type AnyOperation, operation } from '@/lib/http/operation'
import {
  salesOrderSchema,
  tenantListQuery,
  tenantListSchema,
  tenantOrderSchema,
  transitionInput,
  transitionsSchema,
} from './schemas'

const saasToken = z
  .string()
  .optional()
  .meta({
    description: 'The customer’s own token, when the bearer is a service’s API key.',
    param: { id: 'saasToken' },
  })

const common = { tag: 'Orders', access: 'any', requestHeaders: { 'saas-token': saasToken } } as const

const headers = { 'X-Total-Count': z.int().meta({ description: 'The number of matches before paging.' }) }

/** C1 */
export const listTenantOrders = operation({
  ...common,
  id: 'listOrders',
  method: 'GET',
  path: '/order-v2/{tenant}/orders',
  summary: 'The customer’s orders',
  scope: 'order.history_view',
  query: tenantListQuery,
  success: { status: 200, schema: tenantListSchema('OrderList'), headers },
})

/** C2 */
export const readTenantOrder = operation({
  ...common,
  id: 'getOrder',
  method: 'GET',
  path: '/order-v2/{tenant}/orders/{orderId}',
  summary: 'One of the customer’s orders',
  scope: 'order.history_view',
  success: { status: 200, schema: tenantOrderSchema },
})

/** C3 */
export const readTransitions = operation({
  ...common,
  id: 'listTransitions',
  method: 'GET',
  path: '/order-v2/{tenant}/orders/{orderId}/transitions',
  summary: 'Where the customer may take the order',
  scope: 'order.order_updateascustomer',
  success: { status: 200, schema: transitionsSchema },
})

/** C4 */
export const writeTransition = operation({
  ...common,
  id: 'createTransition',
  method: 'POST',
  path: '/order-v2/{tenant}/orders/{orderId}/transitions',
  summary: 'Decline an order',
  description: 'Only DECLINED, and only while the order is CREATED. A `comment` is kept as a note.',
  scope: 'order.order_updateascustomer',
  body: transitionInput,
  bodyOptional: true,
  success: { status: 204 },
})

/** C5 */
export const listSalesOrders = operation({
  ...common,
  id: 'listLegalEntityOrders',
  method: 'GET',
  path: '/order-v2/{tenant}/legal-entity-orders/{legalEntityId}',
  summary: 'The orders of a legal entity',
  scope: 'order.order_read_le',
  query: tenantListQuery,
  success: { status: 200, schema: tenantListSchema('SalesOrderList'), headers },
})

/** C6 */
export const readSalesOrder = operation({
  ...common,
  id: 'getLegalEntityOrder',
  method: 'GET',
  path: '/order-v2/{tenant}/legal-entity-orders/{legalEntityId}/{orderId}',
  summary: 'One order of a legal entity',
  scope: 'order.order_read_le',
  success: { status: 200, schema: salesOrderSchema },
})

export const tenantOperations = [
  listTenantOrders,
  readTenantOrder,
  readTransitions,
  writeTransition,
  listSalesOrders,
  readSalesOrder,
] as unknown as readonly AnyOperation[]
