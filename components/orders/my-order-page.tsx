'use client'

import { useQuery } from '@tanstack/react-query'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Failure } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Page, PageBar } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { useMessages } from '@/lib/client/messages/use-messages'
import { myOrderQuery } from '@/lib/client/orders'
import { CustomerCard } from './customer-card'
import { LineItems } from './line-items'
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
    <Page title={[order ? t.order.title({ number: orderName(order) }) : undefined, t.shell.myOrders]}>
      <PageBar back={{ href: '/my/orders', label: t.shell.myOrders }} />
      <div className={page.body}>
        {order ? (
          <>
            <OrderHead order={order} timeZone={timeZone}>
              <p className="od-muted">{organization?.name}</p>
            </OrderHead>
            <div className={page.columns}>
              <div className={page.main}>
                <LineItems order={order} />
              </div>
              <div className={page.aside}>
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
    </Page>
  )
}
