import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { orderSchema } from '@/lib/api/primary/orders/schemas'
import { operation } from '@/lib/http/operation'
import { orderResource } from '@/lib/resources/order'
import {
  contestInput,
  partsSchema,
  paymentInput,
  readingsSchema,
  reviewInput,
  shipmentInput,
  versionSchema,
} from './schemas'

const reading = { tag: 'Order parts', access: 'organization', scope: 'orders:read', errors: ['NotFound'] } as const

const acting = {
  tag: 'Order parts',
  access: 'organization',
  scope: 'orders:write',
  method: 'POST',
  expand: orderResource,
  success: { status: 200, schema: orderSchema },
  errors: ['NotFound', 'Conflict', 'PreconditionFailed'],
} as const

export const readOrderParts = operation({
  ...reading,
  id: 'readOrderParts',
  method: 'GET',
  path: '/orgs/{orgId}/orders/{orderId}/parts',
  summary: 'An order’s lines, payment, shipments and contest, and what may happen to them now',
  success: { status: 200, schema: partsSchema },
})

export const recordPayment = operation({
  ...acting,
  id: 'recordPayment',
  path: '/orgs/{orgId}/orders/{orderId}/payments',
  summary: 'Record what happened to the payment',
  description: 'A delivered, undisputed order whose money is settled closes by itself.',
  body: paymentInput,
})

export const createShipment = operation({
  ...acting,
  id: 'createShipment',
  path: '/orgs/{orgId}/orders/{orderId}/shipments',
  summary: 'Ship lines, or everything that is left',
  description: 'Shipping starts an order that has not begun.',
  body: shipmentInput,
  bodyOptional: true,
})

export const recordDelivery = operation({
  ...acting,
  id: 'recordDelivery',
  path: '/orgs/{orgId}/orders/{orderId}/delivery',
  summary: 'Everything has arrived; what had not left is handed over now',
})

export const recordReturn = operation({
  ...acting,
  id: 'recordReturn',
  path: '/orgs/{orgId}/orders/{orderId}/return',
  summary: 'The goods came back',
})

export const contestOrder = operation({
  ...acting,
  id: 'contestOrder',
  path: '/orgs/{orgId}/orders/{orderId}/contest',
  summary: 'The shopper objects',
  body: contestInput,
})

export const reviewOrder = operation({
  ...acting,
  id: 'reviewOrder',
  path: '/orgs/{orgId}/orders/{orderId}/review',
  summary: 'Finish the review of a contested order',
  body: reviewInput,
})

export const splitOrder = operation({
  ...acting,
  id: 'splitOrder',
  path: '/orgs/{orgId}/orders/{orderId}/split',
  summary: 'Split a placed order by the vendors of its lines',
})

export const listOrderVersions = operation({
  ...reading,
  id: 'listOrderVersions',
  method: 'GET',
  path: '/orgs/{orgId}/orders/{orderId}/versions',
  summary: 'An order as it was in each version, newest first',
  query: {
    $top: z.coerce.number().int().min(1).max(100).default(20),
    before: z.coerce.number().int().min(1).optional().meta({ description: 'Versions before this one.' }),
  },
  success: { status: 200, schema: listOf(versionSchema) },
})

export const readOrderReadings = operation({
  ...reading,
  id: 'readOrderReadings',
  method: 'GET',
  path: '/orgs/{orgId}/orders/{orderId}/readings',
  summary: 'How the order reads in each vocabulary',
  success: { status: 200, schema: readingsSchema },
})

export const orderActOperations = [
  readOrderParts,
  recordPayment,
  createShipment,
  recordDelivery,
  recordReturn,
  contestOrder,
  reviewOrder,
  splitOrder,
  listOrderVersions,
  readOrderReadings,
]
