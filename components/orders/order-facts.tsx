'use client'

import { CopyLine } from '@/components/ui/copy-line'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { AxisPill } from '@/components/ui/status-pill'
import { formatInstant, zoneName } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Order } from '@/lib/client/orders'

type Props = {
  order: Order
  timeZone: string
  /** Where payment, fulfillment and dispute have cards of their own. */
  withoutAxes?: boolean
}

/** Everything else the order knows about itself. */
export function OrderFacts({ order, timeZone, withoutAxes }: Props) {
  const { locale, messages: t } = useLanguage()
  const when = (iso: string | null) =>
    iso && `${formatInstant(locale, timeZone, iso)} (${zoneName(locale, timeZone, iso)})`
  const axes: [string, React.ReactNode][] = [
    [t.order.payment, <AxisPill key="payment" axis="payment" value={order.paymentStatus} />],
    [t.order.fulfillment, <AxisPill key="fulfillment" axis="fulfillment" value={order.fulfillmentStatus} />],
    [
      t.order.dispute,
      order.disputeStatus !== 'NONE' && <AxisPill key="dispute" axis="dispute" value={order.disputeStatus} />,
    ],
  ]
  const rows: [string, React.ReactNode][] = [
    ...(withoutAxes ? [] : axes),
    [t.order.placed, when(order.createdAt)],
    [t.order.closed, when(order.closedAt)],
    [t.order.canceled, when(order.canceledAt)],
    [t.order.reason, order.cancelReason && t.cancelReason[order.cancelReason]],
    [t.order.updated, when(order.updatedAt)],
    [t.order.legalEntity, order.legalEntityId],
    [t.order.version, order.version],
    [t.order.id, <CopyLine key="id" value={order.id} />],
  ]
  return (
    <Section title={t.order.details}>
      <Facts rows={rows} className="od-number" />
    </Section>
  )
}
