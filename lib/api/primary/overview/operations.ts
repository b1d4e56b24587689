import { z } from 'zod'
import { operation } from '@/lib/http/operation'
import { countsRequestSchema, countsSchema, overviewSchema } from './schemas'

const date = z.string().max(10).optional()

export const readOverview = operation({
  id: 'readOverview',
  method: 'GET',
  path: '/orgs/{orgId}/overview',
  summary: 'An organization’s orders at a glance',
  description:
    'Orders by day and status, revenue, open orders by age, and what sold best, over days of the organization’s time zone.',
  tag: 'Orders',
  access: 'organization',
  scope: 'orders:read',
  query: {
    from: date.meta({ description: 'First day, `2026-01-31`. Default: 30 days up to `to`.' }),
    to: date.meta({ description: 'Last day, included. Default: today. At most 366 days.' }),
  },
  long: true,
  success: { status: 200, schema: overviewSchema },
})

export const countOrders = operation({
  id: 'countOrders',
  method: 'POST',
  path: '/orgs/{orgId}/orders:counts',
  summary: 'How many orders each of some filters selects',
  description: 'Up to 20 at once, as the tabs of saved views need them.',
  tag: 'Orders',
  access: 'organization',
  scope: 'orders:read',
  body: countsRequestSchema,
  long: true,
  success: { status: 200, schema: countsSchema },
  transaction: false,
})

export const overviewOperations = [readOverview, countOrders]
