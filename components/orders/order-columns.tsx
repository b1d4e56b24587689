'use client'

import { useCallback, useMemo } from 'react'
import { columnsOf } from '@/components/data-table/columns'
import { AxisPill, StatusPill } from '@/components/ui/status-pill'
import { RelativeTime } from '@/components/ui/time'
import { formatAmount, formatMoney } from '@/lib/client/format'
import { useOrderListMessages } from '@/lib/client/messages/areas/order-list'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { LineItem, Order } from '@/lib/client/orders'
import css from './order-columns.module.css'
import { orderName } from './views'

const column = columnsOf<Order>()

/** The lines of an order's card. */
export const orderCards = ['number total', 'customer status', 'items placed', 'axes axes']

/** What is in the parcel: the first product by name, how many others, all of them on hover. */
function Items({ items }: { items: LineItem[] }) {
  const { messages: t } = useLanguage()
  const [first, ...others] = items
  if (!first) return null
  const all = items.map(({ productName, variantTitle, quantity }) => `${quantity} × ${productName} ${variantTitle}`)
  return (
    <span className={css.items} title={all.join('\n')}>
      <span className={`${css.quantity} od-number`}>{first.quantity} ×</span>
      <span className={css.product}>{first.productName}</span>
      {others.length > 0 && <span className={css.more}>{t.list.moreItems({ count: others.length })}</span>}
    </span>
  )
}

type Options = {
  timeZone: string
  /** The one currency of the list; without it every amount carries its own. */
  currency?: string
  /** Lists of several organizations say whose order it is. */
  withOrganization?: boolean
}

/** The value below a free field, as people read it. */
const shown = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

const below = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
    value,
  )

/** A column for a custom field by its name, with or without `customFields.` before it; undefined when it is no name. */
export function useCustomFieldColumn() {
  const m = useOrderListMessages()
  return useCallback(
    (id: string) => {
      const name = id.trim().replace(/^customFields\./, '')
      if (!/^[A-Za-z_$]\w*(\.[A-Za-z_$]\w*)*$/.test(name)) return undefined
      return column.display({
        id: `customFields.${name}`,
        meta: { label: m.customField({ name }), width: 160, skeleton: 0.5 },
        cell: ({ row }) => <Plain text={shown(below(row.original.customFields, name.split('.')))} />,
      })
    },
    [m],
  )
}

const Plain = ({ text }: { text: string | null }) => (
  <span className={css.plain} title={text ?? undefined}>
    {text}
  </span>
)

/** The columns of every list of orders; those that few need are there to be chosen. */
export function useOrderColumns({ timeZone, currency, withOrganization }: Options) {
  const { locale, messages: t } = useLanguage()
  const m = useOrderListMessages()
  return useMemo(() => {
    const zoneOf = (order: Order) =>
      typeof order.organization === 'object' && order.organization ? order.organization.timeZone : timeZone
    const text = (id: string, width: number, read: (order: Order) => string | null, sorts = false) =>
      column.display({
        id,
        meta: { label: m.fields[id]!, width, hidden: true, skeleton: 0.7, ...(sorts ? { sort: id } : {}) },
        cell: ({ row }) => <Plain text={read(row.original)} />,
      })
    const time = (id: string, read: (order: Order) => string | null) =>
      column.display({
        id,
        meta: { label: m.fields[id]!, width: 128, hidden: true, sort: id, descendingFirst: true, skeleton: 0.6 },
        cell: ({ row }) => {
          const iso = read(row.original)
          return iso ? <RelativeTime iso={iso} timeZone={zoneOf(row.original)} /> : null
        },
      })
    const money = (id: string, read: (order: Order) => number) =>
      column.display({
        id,
        meta: { label: m.fields[id]!, width: 112, align: 'end', hidden: true, sort: id, descendingFirst: true },
        cell: ({ row: { original } }) => (
          <span className="od-number">
            {(currency === original.currency ? formatAmount : formatMoney)(locale, original.currency, read(original))}
          </span>
        ),
      })
    return column.columns([
      column.accessor('number', {
        id: 'number',
        meta: {
          label: t.list.number,
          width: 116,
          sort: 'number',
          descendingFirst: true,
          skeleton: 0.6,
          card: ['number'],
        },
        cell: ({ row }) => <span className="od-number">{orderName(row.original)}</span>,
      }),
      column.accessor('createdAt', {
        id: 'placed',
        meta: {
          label: t.list.placed,
          fields: ['createdAt'],
          width: 112,
          sort: 'createdAt',
          descendingFirst: true,
          skeleton: 0.65,
          card: ['placed', 'end', 'dim'],
        },
        cell: ({ row }) => <RelativeTime iso={row.original.createdAt} timeZone={zoneOf(row.original)} />,
      }),
      withOrganization
        ? column.accessor('organization', {
            id: 'customer',
            meta: { label: t.list.organization, skeleton: 0.5, card: ['customer'] },
            cell: ({ row: { original } }) =>
              typeof original.organization === 'object' && original.organization
                ? original.organization.name
                : t.app.none,
          })
        : column.accessor('customer', {
            id: 'customer',
            meta: {
              label: t.list.customer,
              fluid: 'clamp(136px, 14vw - 40px, 280px)',
              minWidth: 136,
              sort: 'customer.name',
              fields: ['customer.name', 'customer.nameKana'],
              card: ['customer'],
              skeleton: 0.55,
            },
            cell: ({ row }) => (
              <span className={css.customer}>
                <span className={css.name}>{row.original.customer.name}</span>
                {row.original.customer.nameKana && <span className={css.kana}>{row.original.customer.nameKana}</span>}
              </span>
            ),
          }),
      column.accessor('lineItems', {
        id: 'items',
        meta: {
          label: t.list.items,
          fields: ['lineItems.productName', 'lineItems.quantity'],
          minWidth: 164,
          skeleton: 0.75,
          card: ['items', 'dim'],
        },
        cell: ({ row }) => <Items items={row.original.lineItems} />,
      }),
      column.accessor('status', {
        id: 'status',
        meta: { label: t.list.status, width: 122, sort: 'status', skeleton: 0.7, card: ['status', 'end'] },
        cell: ({ row }) => <StatusPill status={row.original.status} />,
      }),
      column.accessor('paymentStatus', {
        id: 'payment',
        meta: {
          label: t.order.payment,
          fields: ['paymentStatus'],
          width: 122,
          sort: 'paymentStatus',
          skeleton: 0.6,
          card: ['axes'],
        },
        cell: ({ row }) => <AxisPill axis="payment" value={row.original.paymentStatus} />,
      }),
      column.accessor('fulfillmentStatus', {
        id: 'fulfillment',
        meta: {
          label: t.order.fulfillment,
          fields: ['fulfillmentStatus'],
          width: 116,
          sort: 'fulfillmentStatus',
          skeleton: 0.7,
          card: ['axes', 'end'],
        },
        cell: ({ row }) => <AxisPill axis="fulfillment" value={row.original.fulfillmentStatus} />,
      }),
      column.accessor('totalPrice', {
        id: 'total',
        meta: {
          card: ['total', 'strong'],
          label: currency ? t.list.totalIn({ currency }) : t.list.total,
          width: 130,
          fields: ['totalPrice'],
          align: 'end',
          sort: 'totalPrice',
          descendingFirst: true,
          skeleton: 0.6,
        },
        cell: ({ row: { original } }) => (
          <span className="od-number">
            {currency === original.currency
              ? formatAmount(locale, original.currency, original.totalPrice)
              : formatMoney(locale, original.currency, original.totalPrice)}
          </span>
        ),
      }),
      column.accessor('updatedAt', {
        id: 'updated',
        meta: {
          label: t.list.updated,
          fields: ['updatedAt'],
          width: 168,
          wideOnly: true,
          sort: 'updatedAt',
          descendingFirst: true,
          skeleton: 0.6,
          card: 'hidden',
        },
        cell: ({ row }) => (
          <span className={css.updated}>
            <RelativeTime iso={row.original.updatedAt} timeZone={zoneOf(row.original)} />
          </span>
        ),
      }),
      text('customer.email', 220, ({ customer }) => customer.email),
      text('customer.phone', 150, ({ customer }) => customer.phone),
      column.display({
        id: 'address',
        meta: {
          label: m.address,
          width: 260,
          hidden: true,
          skeleton: 0.8,
          fields: ['customer.addressLine1', 'customer.addressLine2', 'customer.addressLine3'],
        },
        cell: ({ row: { original } }) => {
          const { addressLine1, addressLine2, addressLine3 } = original.customer
          return <Plain text={[addressLine1, addressLine2, addressLine3].filter(Boolean).join(' ')} />
        },
      }),
      column.display({
        id: 'skus',
        meta: { label: m.skus, width: 180, hidden: true, skeleton: 0.6, fields: ['lineItems.sku'] },
        cell: ({ row }) => <Plain text={row.original.lineItems.map(({ sku }) => sku).join(', ')} />,
      }),
      column.display({
        id: 'quantity',
        meta: {
          label: m.quantity,
          width: 92,
          align: 'end',
          hidden: true,
          skeleton: 0.3,
          fields: ['lineItems.quantity'],
        },
        cell: ({ row }) => (
          <span className="od-number">{row.original.lineItems.reduce((sum, { quantity }) => sum + quantity, 0)}</span>
        ),
      }),
      money('subtotalPrice', ({ subtotalPrice }) => subtotalPrice),
      money('totalTax', ({ totalTax }) => totalTax),
      text('cancelReason', 180, ({ cancelReason }) => cancelReason && t.cancelReason[cancelReason], true),
      time('closedAt', ({ closedAt }) => closedAt),
      time('canceledAt', ({ canceledAt }) => canceledAt),
      column.display({
        id: 'disputeStatus',
        meta: { label: t.order.dispute, width: 130, hidden: true, sort: 'disputeStatus', skeleton: 0.6 },
        cell: ({ row }) => <AxisPill axis="dispute" value={row.original.disputeStatus} />,
      }),
      text('legalEntityId', 160, ({ legalEntityId }) => legalEntityId, true),
    ])
  }, [locale, t, m, timeZone, currency, withOrganization])
}
