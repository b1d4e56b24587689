'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Order, transitionsQuery } from '@/lib/client/orders'
import { useShortcuts } from '@/lib/client/shortcuts'
import type { OrderStatus } from '@/lib/resources/order'
import { BlockedButton } from './blocked-button'
import css from './order-detail.module.css'

const keys: Partial<Record<OrderStatus, string>> = { ACCEPTED: 'a', PROCESSING: 'p', CLOSED: 'c', CANCELED: '!' }

type Props = {
  orgId: string
  order: Order
  busy: boolean
  /** `asks` is what the server wants to know first. */
  onMove: (status: OrderStatus, asks: readonly string[]) => void
}

/** Where the order may go, as the server says; what it may not do now stands there with the reason. */
export function MoveButtons({ orgId, order, busy, onMove }: Props) {
  const t = useMessages()
  const { data } = useQuery(transitionsQuery(orgId, order.id))
  const allowed = data?.value ?? []
  const likely = allowed.find(({ status }) => status !== 'CANCELED')?.status
  useShortcuts(
    allowed.flatMap(({ status, requires }) => {
      const key = keys[status]
      const label = t.move[status] ?? t.status[status]
      return key ? [{ keys: [key], group: 'order' as const, label, run: () => !busy && onMove(status, requires) }] : []
    }),
  )
  if (data && allowed.length === 0 && !data.blocked?.length) {
    return <p className={`od-muted ${css.final}`}>{t.order.final({ status: t.status[order.status] })}</p>
  }
  const label = (status: OrderStatus) => t.move[status] ?? t.status[status]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself; these are buttons in a row.
    <div className={css.moves} role="group" aria-label={t.order.moves}>
      {allowed
        .toSorted((a, b) => Number(a.status === 'CANCELED') - Number(b.status === 'CANCELED'))
        .map(({ status, requires }) => (
          <Button
            key={status}
            variant={status === likely ? 'filled' : status === 'CANCELED' ? 'subtle' : 'default'}
            color={status === 'CANCELED' ? 'red' : undefined}
            title={`${label(status)} (${keys[status]})`}
            aria-disabled={busy || undefined}
            onClick={() => !busy && onMove(status, requires)}
          >
            {label(status)}
          </Button>
        ))}
      {data?.blocked?.map(({ status, reason }) => (
        <BlockedButton key={status} variant="default" reason={reason}>
          {label(status)}
        </BlockedButton>
      ))}
    </div>
  )
}
