'use client'

import { IconBan, IconCircleCheck, IconCircleDashed, IconProgress, IconThumbUp } from '@tabler/icons-react'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { DisputeStatus, FulfillmentStatus, OrderStatus, PaymentStatus } from '@/lib/resources/order'
import css from './status-pill.module.css'

const icons = {
  PENDING: IconCircleDashed,
  ACCEPTED: IconThumbUp,
  PROCESSING: IconProgress,
  CLOSED: IconCircleCheck,
  CANCELED: IconBan,
} satisfies Record<OrderStatus, unknown>

/** An order's status: a fixed hue, an icon and the word. `saving` says that the server has not agreed yet. */
export function StatusPill({ status, saving, large }: { status: OrderStatus; saving?: boolean; large?: boolean }) {
  const t = useMessages()
  const Icon = icons[status]
  return (
    <span className={css.pill} data-status={status} data-large={large || undefined}>
      {saving ? (
        <span className={css.saving} role="img" aria-label={t.order.saving} />
      ) : (
        <Icon size={14} stroke={2} aria-hidden />
      )}
      {t.status[status]}
    </span>
  )
}

type Axis =
  | { axis: 'payment'; value: PaymentStatus }
  | { axis: 'fulfillment'; value: FulfillmentStatus }
  | { axis: 'dispute'; value: DisputeStatus }

const good = new Set(['PAID', 'SHIPPED', 'DELIVERED', 'REVIEWED'])
const bad = new Set(['FAILED', 'CONTESTED', 'RETURNED'])

/** Payment, fulfillment or dispute: outlined, so that the axes never look like the status. */
export function AxisPill({ axis, value }: Axis) {
  const t = useMessages()
  const words: Record<string, string> = t[axis]
  const tone = good.has(value) ? 'good' : bad.has(value) ? 'bad' : 'plain'
  return (
    <span className={css.axis} data-tone={tone}>
      {words[value] ?? value}
    </span>
  )
}
