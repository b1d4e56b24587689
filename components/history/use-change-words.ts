'use client'

import { formatInstant, formatMoney, formatNumber } from '@/lib/client/format'
import type { Change, Difference } from '@/lib/client/history'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { HistoryEntry } from '@/lib/client/orders'

/** What the values of an entry are read with. */
export type ChangeContext = {
  entity: string
  timeZone: string
  /** Of the money in it; without one amounts are shown as they are stored. */
  currency?: string
  /** What a line of the order is called, for parts that know lines by their number alone. */
  lineName?: (lineId: string) => string | undefined
}

const moneyFields = new Set([
  'subtotalPrice',
  'totalTax',
  'totalPrice',
  'priceAmount',
  'taxAmount',
  'authorizedAmount',
  'paidAmount',
  'refundedAmount',
  'originalTotalPrice',
  'contestedTotalPrice',
  'reviewedTotalPrice',
])

/** Numbers that are names: no separators between their digits. */
const namelike = new Set(['number', 'storeNumber', 'productNumber', 'customerId', 'vendorId'])

const lastOf = (path: string) => path.split('.').at(-1) ?? path
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** The words of the history: people for codes, money for minor units, days for milliseconds. */
export function useChangeWords() {
  const { locale, messages: t } = useLanguage()
  const m = useHistoryMessages()

  const orderWords: Record<string, Record<string, string>> = {
    status: t.status,
    paymentStatus: t.payment,
    fulfillmentStatus: t.fulfillment,
    disputeStatus: t.dispute,
    cancelReason: t.cancelReason,
  }

  const operation = (change: Pick<HistoryEntry, 'operation'> & { entity?: string }) =>
    m.operations[`${change.entity}.${change.operation}`] ??
    m.operations[change.operation] ??
    m.did({ operation: change.operation })

  const actor = ({ actor: { kind, name } }: Pick<HistoryEntry, 'actor'>) =>
    kind === 'anonymous' ? m.guest : kind === 'system' ? m.system : name || m.byUser

  const entity = (name: string) => m.entities[name] ?? name

  const field = (path: string) => m.fields[path] ?? m.fields[lastOf(path)] ?? lastOf(path)

  const value = (path: string, given: unknown, context: ChangeContext): string => {
    const name = lastOf(path)
    const own = path.startsWith('customFields')
    if (given === null || given === undefined || given === '') return t.app.notSet
    if (typeof given === 'boolean') return given ? m.values.yes! : m.values.no!
    if (typeof given === 'number') {
      if (own || namelike.has(name)) return String(given)
      if (moneyFields.has(name)) {
        return context.currency ? formatMoney(locale, context.currency, given) : formatNumber(locale, given)
      }
      if (name === 'taxRateBasisPoints') return `${formatNumber(locale, given / 100)} %`
      if (/(At|Since|Until)$/.test(name)) return formatInstant(locale, context.timeZone, new Date(given).toISOString())
      return formatNumber(locale, given)
    }
    if (typeof given === 'string') {
      if (own) return given
      const known = context.entity === 'order' ? orderWords[path]?.[given] : undefined
      if (known) return known
      if (/(At|Since|Until)$/.test(name) && !Number.isNaN(Date.parse(given))) {
        return formatInstant(locale, context.timeZone, given)
      }
      return m.values[`${name}.${given}`] ?? given
    }
    return JSON.stringify(given)
  }

  /** What a member of a list is called: the product of a line, the carrier of a parcel. */
  const member = ({ path, member: given }: Difference, context: ChangeContext): string => {
    if (!given) return ''
    const list = /^(lines|lineItems|shipments|contest\.items|images)\b/.exec(path)?.[1]
    switch (list) {
      case 'lines':
      case 'lineItems':
        return [given.productName, given.variantTitle].map(text).filter(Boolean).join(' ') || text(given.sku) || ''
      case 'shipments':
        return [given.carrier, given.trackingNumber].map(text).filter(Boolean).join(' ') || `${m.fields.shipments}`
      case 'contest.items':
        return context.lineName?.(String(given.lineId)) ?? `${m.fields.lines} ${given.lineId}`
      case 'images':
        return m.image
      default:
        return text(given.name) ?? text(given.title) ?? text(given.value) ?? text(given.key) ?? JSON.stringify(given)
    }
  }

  /** How much of it, where that is worth saying with its coming or going. */
  const extent = ({ path, member: given }: Difference, context: ChangeContext): string => {
    if (!given) return ''
    if (path === 'lines' || path === 'lineItems') return ` × ${formatNumber(locale, Number(given.quantity))}`
    if (path === 'features' || path === 'attributes') {
      const own = Array.isArray(given.value) ? given.value.join(', ') : value('value', given.value, context)
      return `: ${own}`
    }
    return ''
  }

  return { operation, actor, entity, field, value, member, extent }
}

/** Where a thing that changed can be seen; undefined when it is gone or has no page of its own. */
export function changeHref({ entity, entityId, entityName, organization, version }: Change): string | undefined {
  if (version === 0) return undefined
  const org = organization && `/orgs/${organization}`
  const inOrganization: Record<string, string> = {
    order: `orders/${entityId}`,
    orderNote: `orders?q=${entityName}`,
    product: `products/${entityId}`,
    variant: `products?filter=${encodeURIComponent(`variants.id eq '${entityId}'`)}`,
    attachment: `media?filter=${encodeURIComponent(`id eq '${entityId}'`)}`,
    membership: 'members',
    invitation: 'members',
    apiKey: 'api-keys',
    organization: 'settings',
    savedView: 'orders',
  }
  const inSystem: Record<string, string> = {
    category: `/admin/categories?node=${entityId}`,
    location: `/admin/locations?node=${entityId}`,
    attribute: `/admin/attributes/${entityId}`,
    user: '/admin/users',
    apiKey: '/admin/api-keys',
  }
  if (org && inOrganization[entity]) return `${org}/${inOrganization[entity]}`
  return inSystem[entity]
}
