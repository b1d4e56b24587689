'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import { useMessages } from '@/lib/client/messages/use-messages'
import { ordersHref } from '@/lib/client/overview'
import type { OrderStatus } from '@/lib/resources/order'
import css from './overview.module.css'
import type { useOverviewWords } from './use-overview-words'

type Counted = { status: OrderStatus; count: number; filter: string }

type Props = {
  orgId: string
  title: string
  /** What the rows are: days, ages. */
  head: string
  statuses: readonly OrderStatus[]
  rows: readonly { key: string | number; name: string; byStatus: readonly Counted[]; all: ReactNode }[]
  number: ReturnType<typeof useOverviewWords>['number']
}

/** A chart of orders by status, as a table: each number leads to its orders. */
export function StatusTable({ orgId, title, head, statuses, rows, number }: Props) {
  const t = useMessages()
  const m = useOverviewMessages()
  return (
    <table className={css.table}>
      <caption className="od-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {statuses.map((status) => (
            <th key={status} scope="col">
              {t.status[status]}
            </th>
          ))}
          <th scope="col">{m.all}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, byStatus, all }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {statuses.map((status) => {
              const found = byStatus.find((each) => each.status === status)
              return (
                <td key={status}>
                  {found ? (
                    <Link className={css.plain} href={ordersHref(orgId, found.filter)} prefetch={false}>
                      {number(found.count)}
                    </Link>
                  ) : (
                    <span className={css.zero}>0</span>
                  )}
                </td>
              )
            })}
            <td>{all}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
