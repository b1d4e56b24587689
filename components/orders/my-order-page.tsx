'use client'

import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Failure } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { PageTitle } from '@/components/ui/page-title'
import { useMessages } from '@/lib/client/messages/use-messages'
import { myOrderQuery } from '@/lib/client/orders'
import { CustomerCard } from './customer-card'
import { LineItems } from './line-items'
import css from './order-detail.module.css'
import { OrderFacts } from './order-facts'
import { OrderHead } from './order-head'
import { OrderSkeleton } from './order-skeleton'
import { orderName } from './views'

/** An order of the reader's own: to read, not to change. */
export function MyOrderPage({ orderId }: { orderId: string }) {
  const t = useMessages()
  const { me } = useCurrentOrganization()
  const {
    data: order,
    error,
    refetch,
  } = useQuery({
    ...myOrderQuery(me?.id ?? '', orderId),
    enabled: me !== undefined,
  })
  const organization = typeof order?.organization === 'object' ? order.organization : undefined
  const timeZone = organization?.timeZone ?? 'UTC'
  return (
    <div className={css.page}>
      <PageTitle parts={[order ? t.order.title({ number: orderName(order) }) : undefined, t.shell.myOrders]} />
      <div className={css.bar}>
        <Link className={css.back} href="/my/orders" prefetch={false}>
          <IconChevronLeft size={17} aria-hidden />
          {t.shell.myOrders}
        </Link>
      </div>
      <div className={css.scroll}>
        {order ? (
          <>
            <OrderHead order={order} timeZone={timeZone}>
              <p className={css.final}>{organization?.name}</p>
            </OrderHead>
            <div className={css.columns}>
              <div className={css.main}>
                <LineItems order={order} />
              </div>
              <div className={css.aside}>
                <CustomerCard order={order} />
                <OrderFacts order={order} timeZone={timeZone} />
              </div>
            </div>
          </>
        ) : error ? (
          <Failure title={t.failed.order} error={error} onRetry={() => refetch()} />
        ) : order === null ? (
          <MessagePage title={t.failed.orderNotFound} text={t.failed.orderNotFoundText} />
        ) : (
          <OrderSkeleton />
        )}
      </div>
    </div>
  )
}
