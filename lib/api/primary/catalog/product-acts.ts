import { operation } from '@/lib/http/operation'
import { idList } from './fields'
import {
  bulkChangeSchema,
  changeResultSchema,
  productFactsSchema,
  stateCountsSchema,
  visibilitySchema,
} from './product-act-schemas'

const tag = 'Products'
const read = { method: 'GET', tag, access: 'organization', scope: 'products:read' } as const
const write = {
  method: 'POST',
  tag,
  access: 'organization',
  scope: 'products:write',
  verifiedEmail: true,
  transaction: 'many',
  success: { status: 200, schema: changeResultSchema },
} as const

export const bulkChangeProducts = operation({
  ...write,
  id: 'bulkChangeProducts',
  path: '/orgs/{orgId}/products:bulkChange',
  summary: 'Change or delete many products',
  description:
    'Each product changes for itself: one that may not does not keep another from it, and the answer has a row for each. Up to 1,000 products by id or 10,000 by a filter. An id that is no product of the organization is 404, and nothing is changed.',
  body: bulkChangeSchema,
  errors: ['Forbidden', 'NotFound', 'Conflict'],
})

export const revertProductBatch = operation({
  ...write,
  id: 'revertProductBatch',
  path: '/orgs/{orgId}/product-batches/{batchId}:revert',
  summary: 'Take back a bulk change of products, or a deletion of products or variants',
  description:
    'Every product the batch changed is again what it was, and every one it deleted is there again with its variants but without its followers, unless something later happened to it; its row then says who did what and when. A product that only lost variants gets them back under their ids and at their places, whatever else changed since, unless one of their SKUs is taken. Reverts are a batch of their own, which cannot be taken back.',
  errors: ['NotFound', 'Conflict'],
})

export const readProductFacts = operation({
  ...read,
  id: 'readProductFacts',
  path: '/orgs/{orgId}/products:facts',
  summary: 'Numbers of variants and followers, and prices, of products',
  description: 'In the order asked; ids the organization does not have are left out.',
  query: { productIds: idList },
  success: { status: 200, schema: productFactsSchema },
})

export const countProductStates = operation({
  ...read,
  id: 'countProductStates',
  path: '/orgs/{orgId}/products:stateCounts',
  summary: 'How many products are in each state of publication',
  success: { status: 200, schema: stateCountsSchema },
})

export const readProductVisibility = operation({
  ...read,
  id: 'readProductVisibility',
  path: '/orgs/{orgId}/products/{productId}/visibility',
  summary: 'Why a product is or is not to be seen',
  description: 'Every condition under which people see a product, find it and can buy it, each with whether it is met.',
  success: { status: 200, schema: visibilitySchema },
  errors: ['NotFound'],
})

export const productActOperations = [
  bulkChangeProducts,
  revertProductBatch,
  readProductFacts,
  countProductStates,
  readProductVisibility,
]
