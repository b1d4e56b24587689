'use client'

import { useMemo } from 'react'
import { columnsOf } from '@/components/data-table/columns'
import { AxisPill, StatusPill } from '@/components/ui/status-pill'
import { RelativeTime } from '@/components/ui/time'
import { formatAmount, formatMoney } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { LineItem, Order } from '@/lib/client/orders'
import css from './order-columns.module.css'
import { orderName } from './views'

const column = columnsOf<Order>()

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

/** The columns of every list of orders. */
export function useOrderColumns({ timeZone, currency, withOrganization }: Options) {
  const { locale, messages: t } = useLanguage()
  return useMemo(() => {
    const zoneOf = (order: Order) =>
      typeof order.organization === 'object' && order.organization ? order.organization.timeZone : timeZone
    return column.columns([
      column.accessor('number', {
        id: 'number',
        meta: { label: t.list.number, width: 112, sort: 'number', descendingFirst: true, skeleton: 0.6 },
        cell: ({ row }) => <span className="od-number">{orderName(row.original)}</span>,
      }),
      column.accessor('createdAt', {
        id: 'placed',
        meta: { label: t.list.placed, width: 116, sort: 'createdAt', descendingFirst: true, skeleton: 0.65 },
        cell: ({ row }) => <RelativeTime iso={row.original.createdAt} timeZone={zoneOf(row.original)} />,
      }),
      withOrganization
        ? column.accessor('organization', {
            id: 'customer',
            meta: { label: t.list.organization, skeleton: 0.5 },
            cell: ({ row: { original } }) =>
              typeof original.organization === 'object' && original.organization
                ? original.organization.name
                : t.app.none,
          })
        : column.accessor('customer', {
            id: 'customer',
            meta: { label: t.list.customer, sort: 'customer.name', skeleton: 0.55 },
            cell: ({ row }) => (
              <span className={css.customer}>
                <span className={css.name}>{row.original.customer.name}</span>
                {row.original.customer.nameKana && <span className={css.kana}>{row.original.customer.nameKana}</span>}
              </span>
            ),
          }),
      column.accessor('lineItems', {
        id: 'items',
        meta: { label: t.list.items, minWidth: 200, skeleton: 0.75 },
        cell: ({ row }) => <Items items={row.original.lineItems} />,
      }),
      column.accessor('status', {
        id: 'status',
        meta: { label: t.list.status, width: 126, sort: 'status', skeleton: 0.7 },
        cell: ({ row }) => <StatusPill status={row.original.status} />,
      }),
      column.accessor('paymentStatus', {
        id: 'payment',
        meta: { label: t.order.payment, width: 130, sort: 'paymentStatus', skeleton: 0.6 },
        cell: ({ row }) => <AxisPill axis="payment" value={row.original.paymentStatus} />,
      }),
      column.accessor('fulfillmentStatus', {
        id: 'fulfillment',
        meta: { label: t.order.fulfillment, width: 128, sort: 'fulfillmentStatus', skeleton: 0.7 },
        cell: ({ row }) => <AxisPill axis="fulfillment" value={row.original.fulfillmentStatus} />,
      }),
      column.accessor('totalPrice', {
        id: 'total',
        meta: {
          label: currency ? t.list.totalIn({ currency }) : t.list.total,
          width: 122,
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
          width: 168,
          wideOnly: true,
          sort: 'updatedAt',
          descendingFirst: true,
          skeleton: 0.6,
        },
        cell: ({ row }) => (
          <span className={css.updated}>
            <RelativeTime iso={row.original.updatedAt} timeZone={zoneOf(row.original)} />
          </span>
        ),
      }),
    ])
  }, [locale, t, timeZone, currency, withOrganization])
}
