import { z } from 'zod'
import { idPattern } from '@/lib/ids'
import { maxCustomFields } from '@/lib/merge-custom-fields'
import { maxAmount } from '@/lib/orders/totals'
import {
  cancelReasons,
  disputeStatuses,
  fulfillmentStatuses,
  orderStatuses,
  paymentStatuses,
} from '@/lib/resources/order'

export const id = z.string().regex(idPattern, 'Expected 24 characters of a-z and 0-9.').meta({
  description: '24 characters, ordered by time of creation.',
  example: '0192f0c1a2b3c4d5e6f70819',
})
export const dateTime = z.iso
  .datetime({ offset: true })
  .meta({ description: 'An instant, ISO 8601; answered in UTC.', example: '2026-01-31T09:30:00.000Z' })
export const amount = z.int().min(0).max(maxAmount).meta({ description: 'In the currency’s minor unit.' })
export const customFields = z
  .record(z.string(), z.json())
  .meta({ description: `Free keys and JSON values of the client’s own, at most ${maxCustomFields}.` })

/** The documented Japanese pattern, or the international form (decision 5). */
const phone = z
  .string()
  .max(256)
  .regex(
    /^(0\d{1,4}-\d{1,4}-\d{3,4}|\+\d(?:[ -]?\d){5,14})$/,
    'Expected a Japanese number such as 03-1234-5678, or `+` and 6 to 15 digits.',
  )
const email = z.email('Expected an e-mail address.').max(1024)
/** Digits; integers are taken as well (spec nodeblocks S14). */
const age = z.union([
  z
    .string()
    .max(256)
    .regex(/^[0-9]*$/, 'Expected digits.'),
  z.int().min(0).max(1000).transform(String),
])
const line = z.string().max(256)

const contact = {
  addressLine1: line.min(1, 'An address needs at least one character.'),
  addressLine2: line.nullable(),
  addressLine3: line.nullable(),
  phone,
  email,
  age: age.nullable(),
  preferredContactMethod: line.nullable(),
  preferredTimeToContact: z.string().max(512).nullable(),
}

const newCustomer = z.strictObject({
  user: id.nullable().optional().meta({ description: 'Owners and admins only; default: the token’s user.' }),
  name: line.min(1),
  nameKana: line.optional().meta({ description: 'Required when the organization is in Japan.' }),
  addressLine1: contact.addressLine1,
  addressLine2: contact.addressLine2.optional(),
  addressLine3: contact.addressLine3.optional(),
  phone,
  email,
  age: contact.age.optional(),
  preferredContactMethod: contact.preferredContactMethod.optional(),
  preferredTimeToContact: contact.preferredTimeToContact.optional(),
})

const status = z.enum(orderStatuses)

/** Body of O5 (spec nodeblocks 4.2). */
export const newOrderSchema = z
  .strictObject({
    items: z
      .array(z.strictObject({ productId: id, variantId: id, quantity: z.int().min(1).max(1000) }))
      .min(1, 'An order needs at least one item.')
      .max(100),
    customer: newCustomer,
    cartId: id.nullable().optional(),
    checkoutId: id.nullable().optional(),
    status: status.optional().meta({ description: 'Default PENDING; others for owners and admins only.' }),
    customFields: customFields.optional(),
    legalEntityId: z.string().min(1).max(64).optional(),
  })
  .meta({ id: 'NewOrder' })

/** Body of O7. */
export const orderPatchSchema = z
  .strictObject({
    status: status.optional(),
    cancelReason: z.enum(cancelReasons).nullable().optional(),
    canceledAt: dateTime.nullable().optional(),
    closedAt: dateTime.nullable().optional(),
    customer: z.strictObject(contact).partial().optional(),
    customFields: customFields.optional().meta({ description: 'Merged key by key; null deletes a key.' }),
    note: z.string().min(1).max(4000).optional().meta({ description: 'Kept as a note on the order.' }),
  })
  .meta({ id: 'OrderPatch' })

const expandable = (what: string) =>
  z.union([id, z.looseObject({ id })]).meta({ description: `Id; the ${what} under \`$expand\`.` })

const lineItem = z.object({
  product: expandable('product').nullable(),
  productName: z.string(),
  variant: expandable('variant').nullable(),
  variantTitle: z.string(),
  sku: z.string(),
  price: z.object({ amount, taxable: z.boolean().optional() }),
  quantity: z.int().min(0),
})

const reference = z.object({ uri: z.string(), id: id.optional() })

/** The Nodeblocks order (spec nodeblocks 4.2, decision 43). */
export const orderSchema = z
  .strictObject({
    id,
    number: z.int(),
    version: z.int().min(1),
    organization: expandable('organization').nullable(),
    cart: reference.nullable(),
    checkout: reference.nullable(),
    lineItems: z.array(lineItem),
    currency: z.string().length(3),
    subtotalPrice: amount,
    totalTax: amount,
    totalPrice: amount,
    customer: z.object({
      user: expandable('user').nullable(),
      name: z.string(),
      nameKana: z.string(),
      addressLine1: z.string(),
      addressLine2: z.string().nullable(),
      addressLine3: z.string().nullable(),
      phone: z.string(),
      email: z.string(),
      age: z.string().nullable(),
      preferredContactMethod: z.string().nullable(),
      preferredTimeToContact: z.string().nullable(),
    }),
    status,
    paymentStatus: z.enum(paymentStatuses),
    fulfillmentStatus: z.enum(fulfillmentStatuses),
    disputeStatus: z.enum(disputeStatuses),
    legalEntityId: z.string().nullable(),
    cancelReason: z.enum(cancelReasons).nullable(),
    closedAt: dateTime.nullable(),
    canceledAt: dateTime.nullable(),
    customFields: z.record(z.string(), z.unknown()),
    createdAt: dateTime,
    updatedAt: dateTime,
  })
  .meta({ id: 'Order' })

export type OrderJson = z.output<typeof orderSchema>

export const productStatsSchema = z
  .array(z.strictObject({ organization: id, productId: id, count: z.int().min(0) }))
  .meta({ id: 'OrderProductStats' })

export const transitionsSchema = z
  .strictObject({
    total: z.int(),
    count: z.int(),
    value: z.array(z.strictObject({ status, requires: z.array(z.literal('cancelReason')) })),
    blocked: z.array(z.strictObject({ status, reason: z.string() })),
  })
  .meta({ id: 'OrderTransitions' })

export const statusCountsSchema = z
  .strictObject({
    total: z.int(),
    count: z.int(),
    value: z.array(z.strictObject({ status, count: z.int().min(0) })),
  })
  .meta({ id: 'OrderStatusCounts' })
