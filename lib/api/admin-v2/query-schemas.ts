import { z } from 'zod'
import { customerRoles, dateTime, externalStatuses } from './schemas'
import { storeStatuses } from './status'

/** A whole number in a query string. */
function integer(least: number, most = Number.MAX_SAFE_INTEGER) {
  return z
    .string()
    .transform((text, context) => {
      const fail = (rule: string, message: string) => {
        context.issues.push({ code: 'custom', message, input: text, params: { rule } })
        return z.NEVER
      }
      const value = Number(text)
      if (text.trim() === '' || Number.isNaN(value)) return fail('number.base', 'must be a number')
      if (!Number.isSafeInteger(value)) return fail('number.integer', 'must be an integer')
      if (value < least) return fail('number.min', `must be greater than or equal to ${least}`)
      return value > most ? fail('number.max', `must be less than or equal to ${most}`) : value
    })
    .meta({ override: { type: 'integer', minimum: least, ...(most < 1e9 ? { maximum: most } : {}) } })
}

const instant = dateTime
  .transform((text) => Date.parse(text))
  .meta({ override: { type: 'string', format: 'date-time' } })

const flag = z
  .string()
  .transform((text, context) => {
    if (text === 'true' || text === '1') return true
    if (text === 'false' || text === '0') return false
    context.issues.push({ code: 'custom', message: 'must be a boolean', input: text, params: { rule: 'boolean.base' } })
    return z.NEVER
  })
  .meta({ override: { type: 'boolean' } })

const amount = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)

const created = {
  minCreatedAt: instant.optional(),
  maxCreatedAt: instant.optional(),
  minUpdatedAt: instant.optional(),
  maxUpdatedAt: instant.optional(),
}

/** The list parameters of A2 (A.4). */
export const storeListQuery = {
  page: integer(0, 1_000_000).default(0),
  pageSize: integer(1, 200).default(50),
  orderBy: z.enum(['id', 'storeId', 'totalPrice', 'draftCreatedAt']).default('id'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  id: integer(0).optional(),
  status: z.array(z.enum(storeStatuses)).optional(),
  externalStatus: z.array(z.enum(externalStatuses)).optional(),
  customerRole: z.array(z.enum(customerRoles)).optional(),
  sessionId: z.array(z.string()).optional(),
  externalId: z.array(z.string()).optional(),
  storeId: integer(1).optional(),
  customerId: integer(0).optional(),
  paymentTransactionId: z.string().optional(),
  ...created,
  minDraftCreatedAt: instant.optional(),
  maxDraftCreatedAt: instant.optional(),
  startTime: instant.optional(),
  endTime: instant.optional(),
  minTotalPrice: amount.optional(),
  maxTotalPrice: amount.optional(),
  minTotalProductQuantity: integer(0).optional(),
  maxTotalProductQuantity: integer(0).optional(),
  customerPaymentInstrumentBin: z.string().min(6).max(8).optional(),
  customerPaymentInstrumentLast4: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  customerPaymentInstrumentExpDate: z
    .string()
    .regex(/^(0[1-9]|1[0-2])\/\d{2}$/)
    .optional(),
  includeProducts: flag.default(false),
  includeContest: flag.default(false),
}

export const versionsQuery = { page: integer(0, 1_000_000).default(0), pageSize: integer(1, 200).default(50) }

/** The list parameters of A7. */
export const contestListQuery = {
  status: z.enum(['contested', 'reviewed']).optional(),
  orderId: integer(0).optional(),
  storeId: integer(1).optional(),
  startTime: instant.optional(),
  endTime: instant.optional(),
  ...created,
  page: integer(0, 1_000_000).default(0),
  pageSize: integer(1, 200).default(10),
}
