'use client'

import { formatInstant, formatMoney } from '@/lib/client/format'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { OrderVersion } from '@/lib/client/order-parts'
import { lineName } from './quantity-list'
import { useFieldText } from './use-field-text'

const fieldOf = (path: string) => path.split('.').at(-1) ?? path

/**
 * What people call the values that two versions differ in: `lines[3].quantity` is the quantity of that product. Paths
 * nobody has a name for stay as the API says them.
 */
export function useFieldName(versions: readonly OrderVersion[]) {
  const { messages: t } = useLanguage()
  const m = useOrderPartMessages()
  const lines = new Map(versions.flatMap((version) => version.lines.map((line) => [String(line.id), line] as const)))
  const parcels = versions.flatMap((version) => version.shipments.map(({ id }) => id))
  const names: Record<string, string> = {
    ...t.history.fields,
    subtotalPrice: t.order.subtotal,
    totalTax: t.order.tax,
    totalPrice: t.order.total,
    quantity: t.order.quantity,
    price: t.order.price,
    tax: t.order.tax,
    sku: t.order.sku,
    name: t.order.name,
    nameKana: t.order.nameKana,
    addressLine1: t.order.addressLine1,
    addressLine2: t.order.addressLine2,
    addressLine3: t.order.addressLine3,
    phone: t.order.phone,
    email: t.order.email,
    age: t.order.age,
    preferredContactMethod: t.order.preferredContactMethod,
    preferredTimeToContact: t.order.preferredTimeToContact,
    legalEntityId: t.order.legalEntity,
    authorizedAmount: m.authorized,
    paidAmount: m.paid,
    refundedAmount: m.refunded,
    provider: m.provider,
    method: m.method,
    transactionId: m.transaction,
    carrier: m.carrier,
    trackingNumber: m.tracking,
    shippedAt: m.shipped,
    deliveredAt: m.delivered,
    createdAt: m.recorded,
    message: m.contestMessage,
    originalQuantity: m.ordered,
    contestedQuantity: m.contested,
    reviewedQuantity: m.reviewed,
    originalTotalPrice: m.ordered,
    contestedTotalPrice: m.contested,
    reviewedTotalPrice: m.reviewed,
  }
  const label = (path: string) => names[fieldOf(path)] ?? fieldOf(path)
  return (path: string): string => {
    const [, list, key, rest] = /^(lines|shipments|contest\.items)\[([^\]]*)\]\.?(.*)$/.exec(path) ?? []
    if (list === 'shipments') {
      const parcel = m.shipment({ at: [...new Set(parcels)].sort().indexOf(key!) + 1 })
      const line = /^lines\[(\d+)\]/.exec(rest!)
      return line ? `${parcel}, ${lineNameOf(line[1]!)}` : `${parcel}, ${label(rest!)}`
    }
    if (list) return `${lineNameOf(key!)}, ${label(rest!)}`
    const [part] = path.split('.')
    const group = part === 'payment' ? t.order.payment : part === 'contest' ? t.order.dispute : undefined
    return group && path !== part ? `${group}, ${label(path)}` : label(path)
  }
  function lineNameOf(id: string) {
    const line = lines.get(id)
    return line ? lineName(line) : id
  }
}

const moneyFields = new Set([
  'subtotalPrice',
  'totalTax',
  'totalPrice',
  'price',
  'tax',
  'authorizedAmount',
  'paidAmount',
  'refundedAmount',
  'originalTotalPrice',
  'contestedTotalPrice',
  'reviewedTotalPrice',
])

/** The values themselves: money in the order's currency, times in the organization's zone, statuses as words. */
export function useFieldValue(currency: string, timeZone: string) {
  const { locale } = useLanguage()
  const fieldText = useFieldText(timeZone)
  return (path: string, value: unknown): string => {
    const field = fieldOf(path)
    if (typeof value === 'number' && moneyFields.has(field) && !path.startsWith('customFields')) {
      return formatMoney(locale, currency, value)
    }
    if (typeof value === 'string' && /At$/.test(field)) return formatInstant(locale, timeZone, value)
    return fieldText(field, value)
  }
}
