import { operation } from '@/lib/http/operation'
import { bulkResultSchema, bulkTransitionSchema } from './schemas'

const tag = 'Orders'

const description =
  'Each order moves for itself: one that may not does not keep another from moving, and the answer has a row for each. Up to 1,000 orders by id or 10,000 by a filter. An id that is no order of the organization is 404, and nothing is changed.'

const bulk = {
  tag,
  scope: 'orders:write',
  description,
  body: bulkTransitionSchema,
  success: { status: 200, schema: bulkResultSchema },
  errors: ['NotFound', 'Conflict'],
  transaction: 'many',
} as const

export const transitionOrders = operation({
  ...bulk,
  id: 'transitionOrders',
  method: 'POST',
  path: '/orders:bulkTransition',
  summary: 'Move many orders, of whatever organization',
  access: 'system',
})

export const transitionOrganizationOrders = operation({
  ...bulk,
  id: 'transitionOrganizationOrders',
  method: 'POST',
  path: '/orgs/{orgId}/orders:bulkTransition',
  summary: 'Move many orders of an organization',
  access: 'organization',
})

const revert = {
  tag,
  scope: 'orders:write',
  description:
    'Every order the batch moved returns to what it was, unless something later happened to it; its row then says who did what and when. Reverts are a batch of their own, which cannot be taken back.',
  success: { status: 200, schema: bulkResultSchema },
  errors: ['NotFound', 'Conflict'],
  transaction: 'many',
} as const

export const revertBatch = operation({
  ...revert,
  id: 'revertBatch',
  method: 'POST',
  path: '/batches/{batchId}:revert',
  summary: 'Take back a bulk run, in whatever organizations',
  access: 'system',
})

export const revertOrganizationBatch = operation({
  ...revert,
  id: 'revertOrganizationBatch',
  method: 'POST',
  path: '/orgs/{orgId}/batches/{batchId}:revert',
  summary: 'Take back a bulk run',
  access: 'organization',
})

export const bulkOperations = [transitionOrders, transitionOrganizationOrders, revertBatch, revertOrganizationBatch]
