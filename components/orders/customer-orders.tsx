'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Section } from '@/components/ui/section'
import { StatusPill } from '@/components/ui/status-pill'
import { RelativeTime } from '@/components/ui/time'
import { Waiting } from '@/components/ui/waiting'
import type { ListAnswer } from '@/lib/client/api'
import { getJson } from '@/lib/client/api'
import { formatMoney, formatNumber } from '@/lib/client/format'
import { useNoteMessages } from '@/lib/client/messages/areas/notes'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type Order, ordersKey } from '@/lib/client/orders'
import css from './customer-orders.module.css'
import { orderName } from './views'

const most = 5

/** The filter of a customer's orders: their account, or the e-mail address of a guest. */
function customerFilter({ user, email }: Order['customer']): string | undefined {
  if (user) return `customer.user eq '${user}'`
  return email ? `customer.email eq '${email.replaceAll("'", "''")}'` : undefined
}

type Props = { orgId: string; order: Order; timeZone: string }

/** What else this customer ordered: the latest five, and the way to all of them. */
export function CustomerOrders({ orgId, order, timeZone }: Props) {
  const { locale } = useLanguage()
  const m = useNoteMessages()
  const filter = customerFilter(order.customer)
  const { data, error } = useQuery({
    queryKey: [...ordersKey(orgId), 'of-customer', filter],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ $filter: filter!, $top: String(most + 1), $orderBy: 'createdAt desc' })
      return getJson<ListAnswer<Order>>(`/orgs/${orgId}/orders?${query}`, signal)
    },
    enabled: filter !== undefined,
    staleTime: 30_000,
  })
  if (!filter) return null
  const others = data?.value.filter(({ id }) => id !== order.id).slice(0, most)
  return (
    <Section
      title={m.otherOrders}
      head={
        data &&
        data.total > most + 1 && (
          <Link
            className={`od-link ${css.all}`}
            href={`/orgs/${orgId}/orders?filter=${encodeURIComponent(filter)}`}
            prefetch={false}
          >
            {m.otherOrdersAll({ total: formatNumber(locale, data.total) })}
          </Link>
        )
      }
    >
      {others ? (
        others.length > 0 ? (
          <ul className={css.list}>
            {others.map((other) => (
              <li key={other.id}>
                <span>
                  <Link className="od-link od-number" href={`/orgs/${orgId}/orders/${other.id}`} prefetch={false}>
                    {orderName(other)}
                  </Link>
                  <span className={css.when}>
                    <RelativeTime iso={other.createdAt} timeZone={timeZone} />
                  </span>
                </span>
                <StatusPill status={other.status} />
                <span className={`${css.total} od-number`}>
                  {formatMoney(locale, other.currency, other.totalPrice)}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="od-muted">{m.noOtherOrders}</p>
        )
      ) : error ? (
        <p className="od-muted">{m.otherOrdersFailed}</p>
      ) : (
        <Waiting tight widths={[84, 76]} />
      )}
    </Section>
  )
}
