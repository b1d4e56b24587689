import { z } from 'zod'
import { operation } from '@/lib/http/operation'
import { quoteRequestSchema, quoteSchema, recalledCustomersSchema } from './schemas'

const tag = 'Orders'

export const recallCustomers = operation({
  id: 'recallCustomers',
  method: 'GET',
  path: '/orgs/{orgId}/customers:recall',
  summary: 'Earlier customers, for a new order',
  description:
    'Up to ten by name, kana, e-mail or phone, as their latest order has them, the latest first. They are looked for in recent orders.',
  tag,
  access: 'organization',
  scope: 'orders:read',
  query: { q: z.string().max(255).default('').meta({ description: 'Words as in `$search`. Empty: the latest.' }) },
  long: true,
  success: { status: 200, schema: recalledCustomersSchema },
})

export const quoteOrder = operation({
  id: 'quoteOrder',
  method: 'POST',
  path: '/orgs/{orgId}/orders:quote',
  summary: 'What an order would come to',
  description: 'Takes what placing the order takes, and refuses what it would refuse; nothing is stored.',
  tag,
  access: 'optional',
  scope: 'orders:read',
  body: quoteRequestSchema,
  success: { status: 200, schema: quoteSchema },
  transaction: false,
})

export const customersRecallOperations = [recallCustomers, quoteOrder]
